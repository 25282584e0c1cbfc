import type { Cue } from "#shows/cue.ts";

/** What was shown longer ago, or said so much before the newest, is not read aloud as if it were said now. */
const FRESH_MS = 10_000;

/**
 * Which captions of a page's log a screen reader speaks: each once it is final, and its correction only while it is fresh.
 * Interims, the past that a late joiner or a line that came back brings, and what is mended in it are there to be read.
 */
export function createAnnouncer(): { mark(item: HTMLElement, cue: Pick<Cue, "status">, isNow: boolean): void } {
  const shownAtMs = new WeakMap<HTMLElement, number>();
  return {
    mark(item, { status }, isNow) {
      const nowMs = performance.now();
      const isFirst = !shownAtMs.has(item);
      if (isFirst && status !== "interim") shownAtMs.set(item, isNow ? nowMs : Number.NEGATIVE_INFINITY);
      const isSpoken = status !== "interim" && nowMs - (shownAtMs.get(item) ?? nowMs) <= FRESH_MS;
      // Before its words change: the log around it speaks whatever is not told to be silent.
      if (isSpoken) item.removeAttribute("aria-live");
      else item.setAttribute("aria-live", "off");
    },
  };
}

/** Whether a cue belongs to what is being said: a list may bring an hour of the past along. */
export function isFresh(cue: Pick<Cue, "endMs">, newest: Pick<Cue, "endMs"> | undefined): boolean {
  return newest === undefined || newest.endMs - cue.endMs <= FRESH_MS;
}
