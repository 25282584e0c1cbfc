import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { dozenOf, isInTens } from "#facts/explained-dozens.ts";
import { PIECES } from "./amount-class.ts";
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

/** "Ten for 45,000", 10個4万5千ドン of `chục bánh 45k`, where they call no other number so. */
export function isTheirTen({ dimension, min, max }: AmountMention, { notes }: Told["ground"]): boolean {
  return min === TEN && max === TEN && PIECES.has(dimension) && ONE_TEN.test(notes) && dozenOf(notes) === undefined;
}
const ONE_TEN = /(?<!\p{L}|(?:\d|hai|ba|bốn|bon|năm|nam|sáu|sau|bảy|bay|tám|tam|chín|chin|mấy|may|vài|vai) )ch[uụ]c(?= \p{L})/u;

/** `từ 50 chục 95k/chục`: the price is of six hundred, told as fifty dozen. */
export function inTheirDozens(bound: readonly Bound[], text: string): Bound[] {
  return bound.map((one) => ({
    ...one,
    labels: one.labels.flatMap((label) =>
      label.amount === undefined ? [label] : [label, ...byTheirDozen(label.amount, text).map((amount) => ({ ...label, amount }))],
    ),
  }));
}

/** "Ten for 45,000" of `chục 45k`, where the grower's `chục` is twelve; `chục 42.000đ` of `tá 42k`. */
export function forTenOf(
  { text, language, ground: { notes } }: Pick<Told, "text" | "language" | "ground">,
  { amount, class: kind, labels }: Bound,
  held: readonly Bound[],
): Bound | undefined {
  if (kind !== "money" || amount.per !== undefined) return undefined;
  const isOfTen = labels.some((label) => label.family === "pack" && label.amount?.max === TEN && isPieces(label.amount));
  const word = language === "vi" ? manyBeside(text, amount) : undefined;
  const dozen = isOfTen || word !== undefined ? dozenOf(notes) : undefined;
  const other = isOfTen && dozen !== undefined ? TEN : word === undefined || dozen === TWELVE ? undefined : word === TEN ? TWELVE : TEN;
  if (other === undefined) return undefined;
  const matching = held.filter((one) => one.class === kind && agrees(amount, one.amount));
  return matching.every((one) => manyBeside(notes, one.amount) === other) ? matching[0] : undefined;
}
const TWELVE = 12;

function isPieces({ dimension, quote }: AmountMention): boolean {
  return (dimension === "count" || dimension === "none") && !/ch[uụ]c$/iu.test(quote);
}

/** Whether a price is said of a `chục` or of a `tá`; a bare `ta` is anything. */
function manyBeside(text: string, { start, end }: AmountMention): number | undefined {
  const said = (BEFORE.exec(text.slice(Math.max(0, start - REACH), start)) ?? BEHIND.exec(text.slice(end, end + REACH)))?.groups?.many;
  return said === undefined ? undefined : said.toLowerCase() === "tá" ? TWELVE : TEN;
}
const REACH = 24;
const BEFORE =
  /(?<!\p{L}|(?:\d|hai|ba|bốn|bon|năm|nam|sáu|sau|bảy|bay|tám|tam|chín|chin|mấy|may|vài|vai) )(?<many>ch[uụ]c|tá)(?: (?:1[02468] )?\p{L}+){0,2}(?: giá| gia| là| la)? $/iu;
const BEHIND = /^ ?(?:\/ ?|(?:một|mot|mỗi|moi|1) )(?<many>ch[uụ]c|tá)(?!\p{L})/iu;
