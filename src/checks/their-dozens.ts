import type { AmountMention } from "#facts/amounts.ts";
import { dozenOf, isInTens } from "#facts/explained-dozens.ts";
import type { Bound } from "./bind-amounts.ts";

/** `chục 12 trứng 60k, còn 150 chục`: that many twelves; as a number of tens it is said in no other words than `chục`. */
export function byTheirDozen(amount: AmountMention, text: string): AmountMention[] {
  const dozen = isInTens(amount) ? dozenOf(text) : undefined;
  if (dozen === undefined) return [];
  const { min, max } = amount;
  return [{ ...amount, min: (min / TEN) * dozen, max: (max / TEN) * dozen, dimension: "count" }];
}
export const TEN = 10;

/** `từ 50 chục 95k/chục`: the price is of six hundred, told as fifty dozen. */
export function inTheirDozens(bound: readonly Bound[], text: string): Bound[] {
  return bound.map((one) => ({
    ...one,
    labels: one.labels.flatMap((label) =>
      label.amount === undefined ? [label] : [label, ...byTheirDozen(label.amount, text).map((amount) => ({ ...label, amount }))],
    ),
  }));
}
