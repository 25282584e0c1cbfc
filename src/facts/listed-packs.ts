import type { AmountMention } from "./amounts.ts";
import { foldText } from "./fold.ts";

/** `500g 85k 1kg 160k`: packs before their prices, so the kilo is the next price's. */
export function isListed(pack: AmountMention | undefined, price: AmountMention, one: AmountMention, whole: string): boolean {
  if (pack === undefined || pack.dimension !== one.dimension || (pack.min === 1 && pack.max === 1)) return false;
  if (!BARE.test(whole.slice(pack.end, price.start)) || !BARE.test(whole.slice(price.end, one.start))) return false;
  return NUMBER_NEXT.test(foldText(whole.slice(one.end, one.end + 16)));
}
const BARE = /^\s*$/;
/** What the next pack costs. */
const NUMBER_NEXT = /^\s*(?:gia\s|:)?\s*(?:\d|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|tram)(?!\p{L}))/u;

/** `nửa ký 60 nghìn một ký 110 nghìn`: the unit behind a price begins the next. */
export function isWithin(behind: string, price: AmountMention, next: AmountMention): boolean {
  return next.start < price.end + behind.length;
}
