import { heldBy, isMet, type HeldRuns, type Needs } from "#facts/needs.ts";
import type { Folded } from "#facts/fold.ts";
import type { Variant } from "./beginnings.ts";
import { openLongestAt } from "./longest-at.ts";

/** One way of an expression, compiled when something begins like it. */
export type Way = Variant & { pattern: () => RegExp };
export type Candidate<Expression> = { expression: Expression; pattern: RegExp };
/** What can begin where the text goes on as it does there. */
export type CandidatesAt<Expression> = (at: number) => readonly Candidate<Expression>[];

type Written = { ways: readonly Way[] };
/** The places of ways in the list of all. */
type Begun = readonly number[];

/**
 * Looks up which expressions can begin at a place of a text, by the longest of all their beginnings that stands there; what
 * needs letters that the text lacks is left out. In the shelf's order, and of each its ways in theirs.
 */
export function openBeginnings<Expression extends Written>(shelf: readonly Expression[]): (light: Folded) => CandidatesAt<Expression> {
  const all = shelf.flatMap((expression) => expression.ways.map((way) => ({ expression, way })));
  const isPossible = openNeeds(all.map(({ way }) => way.needs));
  const byBeginning = [...begunBy(all.map(({ way }) => way))].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const longestAt = openLongestAt(byBeginning.map(([beginning]) => beginning));
  const begun = withShorter(byBeginning);
  const possible = (places: Begun, held: HeldRuns): readonly Candidate<Expression>[] => {
    let found: Candidate<Expression>[] | undefined;
    for (const place of places) {
      const one = all[place];
      if (one === undefined || !isPossible(place, held)) continue;
      found ??= [];
      found.push({ expression: one.expression, pattern: one.way.pattern() });
    }
    return found ?? NONE;
  };
  // Kept from text to text are only the lists themselves: what stands in them is of the text that was looked at last.
  const known = begun.map((): readonly Candidate<Expression>[] => NONE);
  const ofText = new Int32Array(begun.length);
  let texts = 0;
  return (light) => {
    const held = heldBy(light);
    const own = (texts += 1);
    return (at) => {
      const longest = longestAt(light.text, at);
      if (longest === -1) return NONE;
      if (ofText[longest] !== own) {
        known[longest] = possible(begun[longest] ?? NONE, held);
        ofText[longest] = own;
      }
      return known[longest] ?? NONE;
    };
  };
}
const NONE: readonly never[] = [];

function openNeeds(all: readonly (readonly number[])[]): (place: number, held: HeldRuns) => boolean {
  const needs: Needs = new Int16Array(all.reduce((sum, { length }) => sum + length, 0));
  const starts = new Int32Array(all.length + 1);
  for (const [place, own] of all.entries()) {
    const start = starts[place] ?? 0;
    needs.set(own, start);
    starts[place + 1] = start + own.length;
  }
  return (place, held) => isMet(needs, held, starts[place], starts[place + 1]);
}

function begunBy(ways: readonly Way[]): Map<string, number[]> {
  const byString = new Map<string, number[]>();
  for (const [place, { strings }] of ways.entries())
    for (const string of strings) {
      const begun = byString.get(string);
      if (begun === undefined) byString.set(string, [place]);
      else begun.push(place);
    }
  return byString;
}

/** Sorted as they are: what begins with a string has begun with all that it begins with, too. */
function withShorter(sorted: readonly (readonly [string, Begun])[]): Begun[] {
  const open: { beginning: string; begun: Begun }[] = [];
  return sorted.map(([beginning, own]) => {
    while (open.length > 0 && !beginning.startsWith(open.at(-1)?.beginning ?? "")) open.pop();
    const begun = [...new Set([...(open.at(-1)?.begun ?? []), ...own])].toSorted((one, other) => one - other);
    open.push({ beginning, begun });
    return begun;
  });
}
