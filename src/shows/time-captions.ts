import type { Cue } from "./cue.ts";
import { LINES_AT_ONCE } from "./lay-out-lines.ts";
import { LONGEST_MS, readingMs, SHORTEST_MS } from "./reading-time.ts";

/** One screenful with its time, in milliseconds since the show opened. Starts never turn back; ends lie after them. */
export type TimedCaption = { id: string; startMs: number; endMs: number; lines: string[] };

/**
 * Captions with their times on the screen: until they are said and read, but not into the next one and for seven seconds
 * at most. A sentence of more than two lines is shown two by two.
 */
export function timeCaptions(cues: readonly Cue[]): TimedCaption[] {
  return cues
    .flatMap((cue, index) => {
      const screens = screensOf(cue.lines);
      const nextMs = cues[index + 1]?.startMs ?? Infinity;
      const wantedMs = Math.max(cue.endMs, cue.startMs + readingMs(cue.text, cue.language));
      const endMs = Math.min(wantedMs, nextMs, cue.startMs + LONGEST_MS * screens.length);
      // Sentences that came faster than captions can be read overlap rather than flash by.
      return spread(cue, screens, Math.max(endMs, cue.startMs + SHORTEST_MS * screens.length));
    })
    .toSorted((left, right) => left.startMs - right.startMs);
}

function screensOf(lines: readonly string[]): string[][] {
  const screens: string[][] = [];
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE) screens.push(lines.slice(at, at + LINES_AT_ONCE));
  return screens;
}

/** Each screen gets its share of the time by its length. */
function spread({ cue, startMs }: Cue, screens: readonly string[][], endMs: number): TimedCaption[] {
  const lengths = screens.map((lines) => lines.join("").length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const free = endMs - startMs - SHORTEST_MS * screens.length;
  let at = startMs;
  return screens.map((lines, index) => {
    const from = at;
    at = index === screens.length - 1 ? endMs : at + SHORTEST_MS + Math.floor((free * (lengths[index] ?? 0)) / total);
    return { id: screens.length === 1 ? cue : `${cue}.${index + 1}`, startMs: from, endMs: at, lines };
  });
}
