import { readAmounts } from "#facts/amounts.ts";
import type { Fact } from "#facts/fact.ts";

/** Where the money of a price begins: its own words may hold what it is for. */
export function sumStart({ quote, start, amount }: Fact): number {
  return start + (readAmounts(quote, "vi").find(({ unit }) => unit === amount?.unit)?.start ?? 0);
}
