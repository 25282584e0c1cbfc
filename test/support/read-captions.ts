import { z } from "zod";

const cueEvent = z.object({ cue: z.string(), seq: z.int(), rev: z.int(), text: z.string() });

export type Viewer = {
  /** What has arrived so far, the snapshot's cues included. */
  cues: z.infer<typeof cueEvent>[];
  close(): void;
};

/** Watches one language of a show as a phone does, over one connection that is never renewed. */
export async function watchCaptions(address: string): Promise<Viewer> {
  const stop = new AbortController();
  const response = await fetch(address, { signal: stop.signal });
  if (!response.ok || response.body === null) throw new Error(`captions answered ${response.status}`);
  const cues: Viewer["cues"] = [];
  void read(response.body, cues).catch(() => {});
  return { cues, close: () => stop.abort() };
}

async function read(body: ReadableStream<Uint8Array>, cues: Viewer["cues"]): Promise<void> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) {
      const name = /^event: ?(.*)$/m.exec(event)?.[1];
      const data = /^data: ?(.*)$/m.exec(event)?.[1];
      if (data === undefined) continue;
      if (name === "cue") cues.push(cueEvent.parse(JSON.parse(data)));
      if (name === "snapshot") cues.push(...z.object({ cues: z.array(cueEvent) }).parse(JSON.parse(data)).cues);
    }
  }
}
