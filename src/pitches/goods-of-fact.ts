import type { Fact, FactKind } from "#facts/fact.ts";
import { findTerm } from "#lexicon/lexicon.ts";

const OF_GOODS: ReadonlySet<FactKind> = new Set<FactKind>(["taste", "practice"]);

/**
 * The goods a fact is about, where several are sold: those named last before it, if others are named after it. What comes
 * after all of them may be about each (`tất cả VietGAP`).
 */
export function goodsOfFact(fact: Fact, facts: readonly Fact[]): string | undefined {
  if (!OF_GOODS.has(fact.kind)) return undefined;
  const named = facts.filter(
    ({ kind, source, term }) =>
      kind === "product" && source === fact.source && term !== undefined && term !== "vegetable" && findTerm(term) !== undefined,
  );
  const before = named
    .filter(({ start }) => start <= fact.start)
    .toSorted((left, right) => left.start - right.start)
    .at(-1);
  const after = named.find(({ start, term }) => start >= fact.end && term !== before?.term);
  return after === undefined ? undefined : before?.term;
}
