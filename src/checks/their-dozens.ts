import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { dozenOf, isInTens } from "#facts/explained-dozens.ts";
import type { Bound } from "./bind-amounts.ts";
import type { Told } from "./ground.ts";

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

/** "Ten for 45,000" of `chục 45k`, where the grower's `chục` is twelve. */
export function forTenOf(
  { ground: { notes } }: Pick<Told, "ground">,
  { amount, class: kind, labels }: Bound,
  held: readonly Bound[],
): Bound | undefined {
  if (kind !== "money" || amount.per !== undefined) return undefined;
  if (!labels.some((label) => label.family === "pack" && label.amount?.max === TEN && isPieces(label.amount))) return undefined;
  if (dozenOf(notes) === undefined) return undefined;
  const matching = held.filter((other) => other.class === kind && agrees(amount, other.amount));
  return matching.every((other) => isByTheDozen(notes, other.amount)) ? matching[0] : undefined;
}

function isPieces({ dimension, quote }: AmountMention): boolean {
  return (dimension === "count" || dimension === "none") && !/ch[uụ]c$/iu.test(quote);
}

function isByTheDozen(notes: string, { start, end }: AmountMention): boolean {
  return DOZEN_BEFORE.test(notes.slice(Math.max(0, start - REACH), start)) || DOZEN_BEHIND.test(notes.slice(end, end + REACH));
}
const REACH = 12;
const DOZEN_BEFORE = /(?<!\p{L})ch[uụ]c (?:giá |gia |là |la )?$/iu;
const DOZEN_BEHIND = /^ ?(?:\/ ?|(?:một|mot|1) )ch[uụ]c(?!\p{L})/iu;
