import { baseOf } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { overlaps } from "#facts/said.ts";
import { findTerm, type TermMention } from "#lexicon/lexicon.ts";
import type { Bound } from "./bind-amounts.ts";
import type { AmountClass } from "./roles.ts";

/** What is told behind the name of goods, up to the next such name: `na tháng 8, thùng 5kg; hồng tháng 9, thùng 10kg`. */
export type OfGoods = { goods: string; amount: AmountMention; class: AmountClass };

/** A text of more numbers is no seller's. */
const AMOUNTS_MAX = 60;
/** So far behind its name a number is hardly its own. */
const REACH = 80;
/** `xoài cát Hòa Lộc`: a variety right behind what it is of. */
const BESIDE = 3;

export function behindNames(terms: readonly TermMention[], bound: readonly Bound[]): OfGoods[] {
  if (bound.length === 0 || bound.length > AMOUNTS_MAX) return [];
  const varieties = terms.filter(({ id }) => findTerm(id)?.kind === "variety");
  const isNamedCloser = ({ start, end }: TermMention) => varieties.some((one) => overlaps(one, { start, end: end + BESIDE }));
  const names = terms.filter((term) => {
    const kind = findTerm(term.id)?.kind;
    return kind === "variety" || (kind === "product" && !isNamedCloser(term));
  });
  return bound.flatMap(({ amount, class: kind }) => {
    const name = names.findLast(({ end }) => end <= amount.start);
    return name === undefined || kind !== "date" || amount.start - name.end > REACH
      ? []
      : [{ goods: name.id, amount, class: asGoods(kind) }];
  });
}

/** `ly 150g cháy 30 tiếng, ly 250g cháy 52 tiếng`, `xe 5 tấn 400 bó`: each size heads what is told of it. */
export function behindSizes(bound: readonly Bound[]): OfGoods[] {
  if (bound.length > AMOUNTS_MAX) return [];
  let size: AmountMention | undefined;
  return bound.flatMap(({ amount, class: kind }) => {
    if (SIZES.has(amount.dimension)) {
      // "2 to 3 to 1 kg": a kilo is what they are counted by.
      if (amount.per === undefined) size = amount.max === 1 ? undefined : amount;
      return [];
    }
    if (size === undefined || !OF_SIZES.has(kind) || amount.start - size.end > REACH) return [];
    return [{ goods: `${size.dimension} ${baseOf(size, size.min)}-${baseOf(size, size.max)}`, amount, class: asGoods(kind) }];
  });
}
const SIZES = new Set(["mass", "volume", "length"]);
/** Prices may stand before the size that they are of. */
const OF_SIZES = new Set<AmountClass>(["time"]);

/** "650 bundles, the other 400": the second is of bundles, too. */
function asGoods(kind: AmountClass): AmountClass {
  return kind === "packs" ? "goods" : kind;
}
