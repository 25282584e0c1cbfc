import type { Cue } from "#shows/cue.ts";

type Show = (cues: Cue[], news?: Cue) => void;

/**
 * Holds captions back for a viewer whose video runs behind. One that was shown stays and takes every correction at once;
 * one that waits is corrected unseen. `sinceOpenMs`: how long the show has been open.
 */
export function createDelay(sinceOpenMs: () => number, show: Show): { take: Show; set(delayMs: number): void } {
  /** When each caption came, or was said where it was there before this page. */
  const cameAtMs = new Map<string, number>();
  const shown = new Set<string>();
  let known: Cue[] = [];
  let delayMs = 0;
  let timer: number | undefined;

  const release = (news?: Cue) => {
    clearTimeout(timer);
    const nowMs = performance.now();
    const dueAtMs = ({ cue }: Cue) => (cameAtMs.get(cue) ?? 0) + delayMs;
    for (const cue of known) if (dueAtMs(cue) <= nowMs) shown.add(cue.cue);
    const waiting = known.filter(({ cue }) => !shown.has(cue));
    if (waiting.length > 0) timer = setTimeout(release, Math.min(...waiting.map(dueAtMs)) - nowMs + 1);
    show(
      known.filter(({ cue }) => shown.has(cue)),
      news,
    );
  };
  return {
    take(cues, news) {
      const nowMs = performance.now();
      for (const { cue, endMs } of cues) {
        if (!cameAtMs.has(cue)) cameAtMs.set(cue, news?.cue === cue ? nowMs : Math.min(nowMs, nowMs - sinceOpenMs() + endMs));
      }
      for (const cue of cameAtMs.keys()) if (!cues.some((one) => one.cue === cue)) cameAtMs.delete(cue);
      known = cues;
      release(news);
    },
    set(wantedMs) {
      delayMs = wantedMs;
      release();
    },
  };
}
