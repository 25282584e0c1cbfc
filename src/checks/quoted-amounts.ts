import type { AmountMention } from "#facts/amounts.ts";
import type { Fact } from "#facts/fact.ts";
import { oncePerText } from "#facts/once-per-text.ts";
import { readComparable } from "./compare-amounts.ts";

/** Amounts and dates in a fact's own words; offsets are those of its quote. */
export const quotedAmounts: (fact: Fact) => readonly AmountMention[] = oncePerText(({ quote }) => readComparable(quote, "vi"));
