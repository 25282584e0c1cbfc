import type { Cue } from "#shows/cue.ts";

/** The cues of one stream, in their places: by the time they were spoken, whatever the order they came in. */
export type CaptionList = {
  /** Takes a snapshot for the truth from its first cue on; what is older than it holds stays. */
  rebuild(snapshot: readonly Cue[]): void;
  /** false when the list knows better already. */
  take(cue: Cue): boolean;
  cues(): Cue[];
  /** Lets go of interims whose final does not come: a page that went away in mid-sentence says no more. */
  dropStale(): Cue[];
};

/** Cues kept; a show of many hours must not fill a phone. */
const KEPT_MAX = 500;
const INTERIM_MS = 10_000;

export function createCaptionList(): CaptionList {
  const known = new Map<string, Cue>();
  const cameAtMs = new Map<string, number>();
  const take = (cue: Cue): boolean => {
    const old = known.get(cue.cue);
    if (old !== undefined && !isNewer(cue, old)) return false;
    known.set(cue.cue, cue);
    if (cue.status === "interim") cameAtMs.set(cue.cue, performance.now());
    else cameAtMs.delete(cue.cue);
    return true;
  };
  const inOrder = () => [...known.values()].toSorted((a, b) => a.startMs - b.startMs || (a.cue < b.cue ? -1 : 1));
  return {
    rebuild(snapshot) {
      const fromMs = Math.min(...snapshot.map(({ startMs }) => startMs));
      for (const cue of inOrder()) if (snapshot.length === 0 || cue.startMs >= fromMs) known.delete(cue.cue);
      for (const cue of snapshot) take(cue);
    },
    take(cue) {
      const isNews = take(cue);
      if (known.size > KEPT_MAX) known.delete(inOrder()[0]?.cue ?? "");
      return isNews;
    },
    cues: () => inOrder().filter(({ status }) => status !== "retracted"),
    dropStale() {
      const before = performance.now() - INTERIM_MS;
      const stale = [...cameAtMs].flatMap(([cue, atMs]) => (atMs <= before ? [cue] : []));
      return stale.flatMap((id) => {
        const cue = known.get(id);
        cameAtMs.delete(id);
        known.delete(id);
        return cue?.status === "interim" ? [cue] : [];
      });
    },
  };
}

/** A final outdoes every interim; else the higher revision does, and of two interims the later to come. */
function isNewer(cue: Cue, old: Cue): boolean {
  if (cue.status === "interim") return old.status === "interim";
  return old.status === "interim" || cue.rev > old.rev;
}
