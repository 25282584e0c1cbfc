import type { AmountMention } from "#facts/amounts.ts";
import type { Told } from "./ground.ts";

/** "Two shipments went to Taiwan" of the notes' `xuất Đài Loan 2 lần`: how often, told as what was done so often. */
export function isTimesTold({ dimension, min, max, end }: AmountMention, { text, ground }: Told): boolean {
  if ((dimension !== "none" && dimension !== "count") || min !== max || !DONE.test(text.slice(end, end + 24))) return false;
  // `giao đợt 1 …, đợt 2 …`: two in all.
  const last = Math.max(...[...ground.notes.matchAll(NUMBERED)].map(({ groups }) => Number(groups?.order)));
  if (last === max) return true;
  return [...ground.notes.matchAll(TIMES)].some(({ groups }) => {
    const said = groups?.times ?? "";
    return (Number(said) || WORDS.findIndex((words) => words.includes(said)) + 2) === max;
  });
}
const DONE = /^ (?:\p{L}+ )?(?:shipments?|trips?|exports?|occasions|deliveries|consignments?|runs)(?!\p{L})/iu;
const NUMBERED =
  /(?<!\p{L})(?:đợt|dot|chuyến|chuyen|lần|lan|lô|lo)(?: thứ| thu)? (?<order>[1-9])(?!\d|[.,]\d|\s?(?:k|kg|tấn|tạ)(?!\p{L}))/gu;
const WORDS = [
  ["hai"],
  ["ba"],
  ["bốn", "bon"],
  ["năm", "nam"],
  ["sáu", "sau"],
  ["bảy", "bay"],
  ["tám", "tam"],
  ["chín", "chin"],
  ["mười", "muoi"],
];
const TIMES =
  /(?<![\p{L}\d])(?<times>\d{1,2}|hai|ba|bốn|bon|năm|nam|sáu|sau|bảy|bay|tám|tam|chín|chin|mười|muoi) (?:lần|lan|đợt|dot|chuyến|chuyen|lượt|luot)(?!\p{L})/gu;
