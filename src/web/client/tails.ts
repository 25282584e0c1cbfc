import type { Cue } from "#shows/cue.ts";

/** What a recogniser may still take back, told from what two of its hypotheses in a row agree on. */
export function createTails() {
  const known = new Map<string, { text: string; stable: number }>();
  const stableOf = ({ cue, text, status }: Cue): number => {
    if (status !== "interim") {
      known.delete(cue);
      return text.length;
    }
    const before = known.get(cue);
    if (before?.text === text) return before.stable;
    const agreed = before === undefined ? 0 : wholeWords(text, sameUntil(before.text, text));
    known.set(cue, { text, stable: agreed });
    return agreed;
  };
  return {
    /** Each line as its stable beginning and its tail. */
    split(cue: Cue, lines: readonly string[]): [stable: string, tail: string][] {
      const stable = stableOf(cue);
      const flat = flatten(cue.text);
      let at = 0;
      return lines.map((line) => {
        const from = Math.max(flat.indexOf(flatten(line), at), at);
        at = from + line.length;
        const cut = Math.min(Math.max(stable - from, 0), line.length);
        return [line.slice(0, cut), line.slice(cut)];
      });
    },
  };
}

function flatten(text: string): string {
  return text.replaceAll(/\s/g, " ");
}

function sameUntil(before: string, after: string): number {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return same;
}

/** A word that goes on is no stable word. */
function wholeWords(text: string, until: number): number {
  if (until === text.length || !/\p{Script=Latin}/u.test(text)) return until;
  return text.lastIndexOf(" ", until) + 1;
}
