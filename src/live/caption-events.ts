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

export function gapFrom(lastEventId: string | undefined): number {
  return 1 + Number(/-(\d{1,15})$/.exec(lastEventId ?? "")?.[1] ?? 0);
}

/** Our own message, from a process of ours. */
export function parseMessage(message: string): CaptionMessage {
  return JSON.parse(message);
}

export const END = sseEvent("end", {});
