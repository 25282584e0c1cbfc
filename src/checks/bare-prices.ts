import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import type { ReadText } from "./ground.ts";

/** `đổ đồng 180, lựa củ to 230`: behind a price in thousands the next sort's goes without them, whatever the sort is called. */
export function barePricesOf({ text, amounts }: ReadText): AmountMention[] {
  return amounts.flatMap((amount, index) => {
    const isBare = amount.dimension === "none" && !amount.spelled && amount.min === amount.max && amount.max >= LEAST && amount.max < 1000;
    if (!isBare || !ENDS.test(text.slice(amount.end, amount.end + 3))) return [];
    const price = amounts.slice(Math.max(0, index - NEAR), index).findLast(({ dimension }) => dimension === "VND");
    if (price === undefined || SENTENCE_END.test(text.slice(price.end, amount.start))) return [];
    const before = lightText(text.slice(Math.max(price.end, amount.start - REACH), amount.start));
    if (!SORT.test(before)) return [];
    const bare: AmountMention = { ...amount, min: amount.min * 1000, max: amount.max * 1000, unit: "VND", dimension: "VND" };
    return price.per === undefined ? [bare] : [bare, { ...bare, per: price.per }];
  });
}
const LEAST = 10;
const REACH = 40;
/** So many amounts back its price still tells what it is in. */
const NEAR = 6;
const ENDS = /^\s*(?:[,;)\n!.]|$)/u;
const SENTENCE_END = /[!?\n]|\.(?!\d)/u;
const SORT =
  /(?<!\p{L})(?:lựa|lua|loại|loai|hàng|hang|xô|xo|size|cỡ|to|lớn|lon|nhỏ|nho|vừa|vua|đẹp|dep|sỉ|si|lẻ|le)(?: (?:\p{L}+|[1-4])){0,2} $/u;
