import { heldBy, isMet, type HeldRuns, type Needs } from "#facts/needs.ts";
import type { Folded } from "#facts/fold.ts";
import type { Variant } from "./beginnings.ts";

/** One way of an expression, compiled when something begins like it. */
export type Way = Variant & { pattern: () => RegExp };
export type Candidate<Expression> = { expression: Expression; pattern: RegExp };
/** What can begin where the text goes on as it does there. */
export type CandidatesAt<Expression> = (at: number) => readonly Candidate<Expression>[];

type Written = { ways: readonly Way[] };
/** The places of ways in the list of all. */
type Begun = readonly number[];
/** All beginnings unit by unit. */
type Node = { next?: Map<number, Node>; begun: Begun };

/**
 * Looks up which expressions can begin at a place of a text, by the longest of all their beginnings that stands there; what
 * needs letters that the text lacks is left out. In the shelf's order, and of each its ways in theirs.
 */
export function openBeginnings<Expression extends Written>(shelf: readonly Expression[]): (light: Folded) => CandidatesAt<Expression> {
  const all = shelf.flatMap((expression) => expression.ways.map((way) => ({ expression, way })));
  const isPossible = openNeeds(all.map(({ way }) => way.needs));
  const root: Node = { begun: [] };
  // The shortest first: what begins with less has begun with more, too.
  const byBeginning = [...begunBy(all.map(({ way }) => way))].toSorted(([one], [other]) => one.length - other.length);
  for (const [string, begun] of byBeginning) plant(root, string, begun);
  return (light) => {
    const held = heldBy(light);
    const known = new Map<Begun, readonly Candidate<Expression>[]>();
    return (at) => {
      const begun = begunAt(root, light.text, at);
      const before = known.get(begun);
      if (before !== undefined) return before;
      const candidates = begun.flatMap((place) => {
        const one = all[place];
        return one !== undefined && isPossible(place, held) ? [{ expression: one.expression, pattern: one.way.pattern() }] : [];
      });
      known.set(begun, candidates);
      return candidates;
    };
  };
}

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

function begunAt(root: Node, text: string, at: number): Begun {
  let node = root;
  for (let place = at; ; place += 1) {
    const next = node.next?.get(text.charCodeAt(place));
    if (next === undefined) return node.begun;
    node = next;
  }
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

function plant(root: Node, string: string, begun: Begun): void {
  let node = root;
  for (let at = 0; at < string.length; at += 1) {
    const nexts: Map<number, Node> = (node.next ??= new Map());
    const unit = string.charCodeAt(at);
    const next = nexts.get(unit) ?? { begun: node.begun };
    nexts.set(unit, next);
    node = next;
  }
  node.begun = [...new Set([...node.begun, ...begun])].toSorted((one, other) => one - other);
}
