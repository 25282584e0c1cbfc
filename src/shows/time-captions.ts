import type { Cue } from "./cue.ts";
import { LAYOUTS, type Layout } from "./lay-out-lines.ts";
import { CHARACTERS_A_SECOND, LONGEST_MS, readingMs, SHORTEST_MS } from "./reading-time.ts";

/** One screenful with its time, in milliseconds since the show opened. Starts never turn back; ends lie after them. */
export type TimedCaption = {
  id: string;
  /** The cue it is of. */
  cue: string;
  startMs: number;
  endMs: number;
  lines: string[];
  /** More to read than there is time for: what was said came faster than it can be read. */
  fast: boolean;
};

/**
 * Captions in the lines of one layout, with their times on the screen: until they are said and read, but not into the next one and for seven seconds
 * at most. A sentence of more lines than a screen holds is shown screen by screen.
 */
export function timeCaptions(cues: readonly Cue[], layout: Layout = "horizontal"): TimedCaption[] {
  return cues
    .flatMap((cue, index) => {
      const screens = screensOf(cue.lines, LAYOUTS[layout].lines);
      const nextMs = cues[index + 1]?.startMs ?? Infinity;
      const wantedMs = Math.max(cue.endMs, cue.startMs + sum(screens.map((lines) => readingMs(lines.join(" "), cue.language))));
      const endMs = Math.min(wantedMs, nextMs, cue.startMs + LONGEST_MS * screens.length);
      // Sentences that came faster than captions can be read overlap rather than flash by.
      return spread(cue, screens, Math.max(endMs, cue.startMs + SHORTEST_MS * screens.length));
    })
    .toSorted((left, right) => left.startMs - right.startMs);
}

function screensOf(lines: readonly string[], linesMax: number): string[][] {
  const screens: string[][] = [];
  for (let at = 0; at < lines.length; at += linesMax) screens.push(lines.slice(at, at + linesMax));
  return screens;
}

/** Each screen gets the time it takes to read, and its share of what is left or lacking. */
function spread({ cue, startMs, language }: Cue, screens: readonly string[][], endMs: number): TimedCaption[] {
  const needsMs = screens.map((lines) => readingMs(lines.join(" "), language));
  const spareMs = endMs - startMs - sum(needsMs);
  const overShortestMs = sum(needsMs) - SHORTEST_MS * screens.length;
  let at = startMs;
  return screens.map((lines, index) => {
    const from = at;
    const needMs = needsMs[index] ?? 0;
    const share = spareMs >= 0 ? needMs / sum(needsMs) : (needMs - SHORTEST_MS) / Math.max(overShortestMs, 1);
    at = index === screens.length - 1 ? endMs : at + Math.round(needMs + spareMs * share);
    const fast = lengthOf(lines) > (CHARACTERS_A_SECOND[language] * (at - from)) / 1_000;
    return { id: screens.length === 1 ? cue : `${cue}.${index + 1}`, cue, startMs: from, endMs: at, lines, fast };
  });
}

/** Characters to read; the space that a line's end stands for is none. */
function lengthOf(lines: readonly string[]): number {
  return [...lines.join("").normalize("NFC")].length;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
