import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Told } from "./ground.ts";
import { HOLDERS } from "./holders.ts";

/** "Twenty-four jars of 120 g to the case": what stands right behind the count is of one jar, though the case is named last. */
export function isOfInner(amount: AmountMention, { amounts, text, ground }: Told): boolean {
  const { per, ...inner } = amount;
  if (per === undefined || !HOLDERS.has(per) || amount.dimension !== "mass") return false;
  const count = amounts.find(({ end, dimension }) => dimension === "count" && end <= amount.start && amount.start - end <= INNER_GAP);
  if (count === undefined || !INNER.test(text.slice(count.end, amount.start))) return false;
  return ground.amounts.some((held) => agrees(inner, held)) && ground.amounts.some((held) => agrees({ ...count, per: undefined }, held));
}
const INNER_GAP = 8;
const INNER = /^(?: of| loại| cỡ|,)? $/iu;

/** "15 g in a litre" of `15 gram cho 1 lit`. */
export function isDilution({ per, ...amount }: AmountMention, { amounts }: Told["ground"]): boolean {
  return (
    per === "l" &&
    (amount.dimension === "mass" || amount.dimension === "volume") &&
    amounts.some((held, index) => agrees(amount, held) && amounts[index + 1]?.unit === "l")
  );
}
