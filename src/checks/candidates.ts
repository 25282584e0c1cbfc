import type { Variant } from "./beginnings.ts";

/** What can begin where a text goes on like this: the expression, and of it what can. */
export type Candidate<Expression> = { expression: Expression; pattern: RegExp };
export type CandidatesAt<Expression> = (text: string, at: number) => readonly Candidate<Expression>[];

type Written = { variants: readonly Variant[] | undefined; whole: () => RegExp; of: (variants: readonly Variant[]) => RegExp };
/** What has begun by then, how often texts went so far and no further, and what was tried there. */
type Begun<Expression> = {
  variants: ReadonlyMap<Expression, ReadonlySet<Variant>>;
  visits: number;
  candidates?: readonly Candidate<Expression>[];
};
/** All beginnings unit by unit. */
type Node<Expression> = { next?: Map<number, Node<Expression>>; begun: Begun<Expression> };

/** To compile what alone can begin there takes as long as trying the whole expression so often. */
export const VISITS_MIN = 16;

/** Looks up which expressions can begin at a place of a text, by the longest of all their beginnings that stands there. */
export function openBeginnings<Expression extends Written>(shelf: readonly Expression[]): CandidatesAt<Expression> {
  const root: Node<Expression> = { begun: { variants: new Map(), visits: 0 } };
  // The shortest first: what begins with less has begun with more, too.
  const byBeginning = [...begunBy(shelf)].toSorted(([one], [other]) => one.length - other.length);
  for (const [string, variants] of byBeginning) plant(root, string, variants);
  return (text, at) => {
    let { next, begun } = root;
    for (let place = at; ; place += 1) {
      const node = next?.get(text.charCodeAt(place));
      if (node === undefined) {
        begun.visits += 1;
        if (begun.candidates === undefined || begun.visits === VISITS_MIN) begun.candidates = candidatesOf(shelf, begun);
        return begun.candidates;
      }
      ({ next, begun } = node);
    }
  };
}

function begunBy<Expression extends Written>(shelf: readonly Expression[]): Map<string, Map<Expression, Set<Variant>>> {
  const all = new Map<string, Map<Expression, Set<Variant>>>();
  for (const expression of shelf)
    for (const variant of expression.variants ?? [])
      for (const string of variant.strings) {
        const begun = all.get(string) ?? new Map<Expression, Set<Variant>>();
        all.set(string, begun.set(expression, (begun.get(expression) ?? new Set()).add(variant)));
      }
  return all;
}

function plant<Expression>(root: Node<Expression>, string: string, variants: ReadonlyMap<Expression, ReadonlySet<Variant>>): void {
  let node = root;
  for (let at = 0; at < string.length; at += 1) {
    const nexts: Map<number, Node<Expression>> = (node.next ??= new Map());
    const unit = string.charCodeAt(at);
    const next = nexts.get(unit) ?? { begun: node.begun };
    nexts.set(unit, next);
    node = next;
  }
  const both = new Map(node.begun.variants);
  for (const [expression, own] of variants) both.set(expression, own.union(both.get(expression) ?? new Set()));
  node.begun = { variants: both, visits: 0 };
}

/** In the shelf's order, and of each its variants in theirs. */
function candidatesOf<Expression extends Written>(
  shelf: readonly Expression[],
  begun: Begun<Expression>,
): readonly Candidate<Expression>[] {
  return shelf.flatMap((expression) => {
    const own = begun.variants.get(expression);
    if (own === undefined) return [];
    const narrow = begun.visits >= VISITS_MIN;
    return [
      { expression, pattern: narrow ? expression.of((expression.variants ?? []).filter((one) => own.has(one))) : expression.whole() },
    ];
  });
}
