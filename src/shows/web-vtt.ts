import type { TimedCaption } from "./time-captions.ts";

/** A WebVTT file: its header lines, then the captions. */
export function webVtt(header: string, captions: readonly TimedCaption[]): string {
  return [header, ...captions.map(vttCue)].join("\n");
}

function vttCue({ id, startMs, endMs, lines }: TimedCaption): string {
  const escaped = lines.map((line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
  return `${id}\n${clock(startMs, ".")} --> ${clock(endMs, ".")}\n${escaped.join("\n")}\n`;
}

/** `HH:MM:SS.mmm`, with as many hours as there are; SRT writes a comma for the point. */
export function clock(ms: number, point: "." | ","): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1_000) % 60)}${point}${String(ms % 1_000).padStart(3, "0")}`;
}
