import type { Cue } from "#shows/cue.ts";
import type { CaptionMessage } from "./caption-channel.ts";

export function sseEvent(name: string, data: unknown): Buffer {
  return Buffer.from(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

export function cueEvent(epoch: string, cue: Cue): Buffer {
  return Buffer.from(`id: ${epoch}-${cue.seq}\nevent: cue\ndata: ${JSON.stringify(cue)}\n\n`);
}

/** What is left after the first `count` events. */
export function afterEvents(bytes: Buffer, count: number): Buffer {
  let at = 0;
  for (let skipped = 0; skipped < count; skipped += 1) at = bytes.indexOf("\n\n", at) + 2;
  return bytes.subarray(at);
}

/** The first event missed of `seq`; an id from ahead of them says nothing of what its client has. */
export function gapFrom(lastEventId: string | undefined, seq: number): number {
  const next = 1 + Number(/-(\d{1,15})$/.exec(lastEventId ?? "")?.[1] ?? 0);
  return next <= seq ? next : Math.min(1, seq);
}

/** Our own message, from a process of ours. */
export function parseMessage(message: string): CaptionMessage {
  return JSON.parse(message);
}

export const END = sseEvent("end", {});
