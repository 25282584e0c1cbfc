import type { AmountMention } from "#facts/amounts.ts";
import type { Fact } from "#facts/fact.ts";
import { recent } from "#facts/recent.ts";
import { readComparable } from "./compare-amounts.ts";

/** Amounts and dates in a fact's own words; offsets are those of its quote. */
export function quotedAmounts({ quote }: Fact): readonly AmountMention[] {
  return amountsOf(quote);
}

/** `35k/kg`, `thùng 5kg`: a seller's next story has them again. */
const amountsOf = recent((quote) => readComparable(quote, "vi"), { kept: 1_000, lengthMin: 0, lengthMax: 400 });
