import type { AmountMention } from "#facts/amounts.ts";
import type { Told } from "./ground.ts";
import { countsIn, countsOf } from "./repeats.ts";

/** "Two shipments went to Taiwan" of the notes' `xuất Đài Loan 2 lần`: how often, told as what was done so often. */
export function isTimesTold({ dimension, min, max, end }: AmountMention, { text, ground }: Told): boolean {
  if ((dimension !== "none" && dimension !== "count") || min !== max || !DONE.test(text.slice(end, end + 24))) return false;
  // `giao đợt 1 …, đợt 2 …`: two in all.
  const last = Math.max(...[...ground.notes.matchAll(NUMBERED)].map(({ groups }) => Number(groups?.order)));
  if (last === max) return true;
  return countsIn(ground, TIMES).has(max);
}
const DONE = /^ (?:\p{L}+ )?(?:shipments?|trips?|exports?|occasions|deliveries|consignments?|runs)(?!\p{L})/iu;
const NUMBERED =
  /(?<!\p{L})(?:đợt|dot|chuyến|chuyen|lần|lan|lô|lo)(?: thứ| thu)? (?<order>[1-9])(?!\d|[.,]\d|\s?(?:k|kg|tấn|tạ)(?!\p{L}))/gu;
const TIMES = countsOf("lan|dot|chuyen|luot");
