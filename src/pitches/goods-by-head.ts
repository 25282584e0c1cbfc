import type { Fact, GrowerWords } from "#facts/fact.ts";
import { overlaps } from "#facts/said.ts";
import { goodsNamed, goodsSold } from "./goods-named.ts";
import { sourceOf } from "./words-around.ts";

/** `trà sen Tây Hồ với giỏ tre. Trà 800k, giỏ 120k`: the goods that the head of a name before each price is short for, by the price. */
export function goodsByHead(prices: readonly Fact[], facts: readonly Fact[], words: GrowerWords): ReadonlyMap<string, Fact> {
  const sold = goodsSold(facts);
  const found = new Map<string, Fact>();
  if (sold.size < 2) return found;
  for (const source of new Set(prices.map((price) => price.source))) {
    const own = facts.filter((fact) => fact.source === source);
    const [first] = own;
    if (first === undefined) continue;
    const named = goodsNamed(sourceOf(first, words), own, sold);
    let after = 0;
    for (const price of prices.filter((each) => each.source === source)) {
      const last = named.findLast(({ start, end }) => start >= after && end <= price.start);
      const [one, more] = last?.goods ?? [];
      const isFact = last !== undefined && own.some((fact) => fact.term === one?.term && overlaps(fact, last));
      const goods = one === undefined || more !== undefined || isFact ? undefined : own.find(({ term }) => term === one.term);
      if (goods !== undefined) found.set(price.id, goods);
      after = price.end;
    }
  }
  return found;
}
