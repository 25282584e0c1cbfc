import { said, type Span } from "#facts/said.ts";
import type { Told } from "./ground.ts";

/** `không phun thuốc 30 ngày trước hái`, `trước khi cắt 20 ngày không phun thuốc` are no `không phun thuốc`. */
export function isOnlyBeforeHarvest(notes: string, start: number, end: number): boolean {
  return FOR_A_WHILE.test(notes.slice(end, end + 40)) || WHILE_BEFORE.test(notes.slice(Math.max(0, start - 48), start));
}
const FOR_A_WHILE = new RegExp(`^[^.;,\\n]{0,12}${said("trước (?:khi |ngày |lúc )?(?:hái|cắt|thu|bán|ra)").source}`, "u");
const WHILE_BEFORE = new RegExp(`${said("trước (?:khi |ngày |lúc )?(?:hái|cắt|thu|bán|gặt|nhổ|bẻ)").source}[^.;,\\n]{0,24}$`, "u");

/** "No spraying for two weeks before harvest" of the notes' `cách ly thuốc 14 ngày`, `không phun 10 ngày trước khi hái`: for how long, the numbers tell. */
export function isToldForAWhile({ amounts, ground }: Told, { start, end }: Span): boolean {
  return (
    ground.notes.search(KEPT_OFF) !== -1 &&
    amounts.some(
      ({ dimension, ...amount }) =>
        (dimension === "day" || dimension === "month") && amount.start - end <= WHILE_REACH && start - amount.end <= WHILE_REACH,
    )
  );
}
const KEPT_OFF = said(
  "cách ly|(?:ngưng|ngừng|dừng)(?: \\p{L}+){0,2} (?:thuốc|phun|xịt)|(?:không|ko|k|hông|hổng|chẳng) (?:phun|xịt|dùng)[^.;,\\n]{0,24}(?:trước(?: khi)?|tới) (?:hái|cắt|thu|bán|bẻ|gặt|nhổ)|trước(?: khi| lúc)? (?:hái|cắt|thu|bán|bẻ|gặt|nhổ)[^.;,\\n]{0,24} (?:không|ko|k|hông|hổng|chẳng) (?:phun|xịt|dùng)",
);
const WHILE_REACH = 16;
