import type { Fact, FactKind, GrowerWords } from "#facts/fact.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { includesGoods, type Goods } from "./goods.ts";
import { goodsNamed, goodsSold, type Mention } from "./goods-named.ts";
import { nameAsSold } from "./name-as-sold.ts";
import { tieInSentence, tieToGoods, type Tie } from "./tie-to-goods.ts";
import { sourceOf } from "./words-around.ts";

/** The goods each fact is told of, by its id; none where they have no name that we know. A fact that is not in it is told of all. */
export type GoodsOf = ReadonlyMap<string, readonly Goods[]>;

/** These stand together: where one is said of goods by themselves, the other is, too. */
const TOPICS: Partial<Record<FactKind, string>> = {
  "shelf-life": "keeping",
  storage: "keeping",
  season: "season",
  stock: "stock",
  size: "size",
  sweetness: "sweetness",
  "minimum-order": "minimum",
  delivery: "delivery",
};
const OF_GOODS: ReadonlySet<FactKind> = new Set<FactKind>(["taste", "practice"]);

/** Which of several goods each fact is about: those named nearest before it, or right behind it (`còn 200kg cam`). */
export function goodsOfFacts(facts: readonly Fact[], words: GrowerWords | undefined): GoodsOf {
  return new Map([...tied(facts, words)].map(([id, goods]) => [id, goods.map((one) => ({ ...one, called: nameAsSold(one.term, facts) }))]));
}

function tied(facts: readonly Fact[], words: GrowerWords | undefined): GoodsOf {
  const sold = goodsSold(facts);
  const found = new Map<string, readonly Goods[]>();
  if (sold.size === 0) return found;
  for (const fact of facts) {
    const goods = goodsOfFact(fact, facts);
    if (goods !== undefined) found.set(fact.id, [{ term: goods }]);
  }
  if (words === undefined) return found;
  for (const source of new Set(facts.map((fact) => fact.source))) {
    const own = facts.filter((fact) => fact.source === source).toSorted((left, right) => left.start - right.start);
    const first = own.find(({ kind }) => TOPICS[kind] !== undefined || OF_GOODS.has(kind));
    if (first === undefined) continue;
    const text = sourceOf(first, words);
    const named = goodsNamed(text, own, sold);
    for (const fact of own) {
      const tie = OF_GOODS.has(fact.kind) && !found.has(fact.id) ? tieInSentence(text, fact, named) : undefined;
      if (tie !== undefined && tie.goods.length > 0) found.set(fact.id, tie.goods);
    }
    for (const [id, { goods }] of tieAll(text, own, named)) if (!coversAll(goods, sold)) found.set(id, goods);
  }
  return found;
}

/** A practice or a taste: of those named last before it, if others are named after it. What comes after all of them may be about each. */
function goodsOfFact(fact: Fact, facts: readonly Fact[]): string | undefined {
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

function tieAll(text: string, own: readonly Fact[], named: readonly Mention[]): Map<string, Tie> {
  const ties = new Map<string, Tie>();
  const byTopic = new Map<string, Tie[]>();
  const prices = own.filter(({ kind }) => kind === "price");
  for (const fact of own) {
    const topic = TOPICS[fact.kind];
    if (topic === undefined) continue;
    const alike = byTopic.get(topic) ?? [];
    const tie = tieToGoods(text, fact, { named, prices, alike });
    if (tie === undefined) continue;
    ties.set(fact.id, tie);
    byTopic.set(topic, [...alike, tie]);
  }
  return ties;
}

/** Said of all that is sold. */
function coversAll(goods: readonly Goods[], sold: ReadonlySet<string>): boolean {
  const stateless = goods.filter(({ state }) => state === undefined);
  return [...sold].every((term) => includesGoods(stateless, { term }));
}
