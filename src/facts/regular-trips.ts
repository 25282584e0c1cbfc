import { findTerm } from "#lexicon/lexicon.ts";
import { lightText } from "./fold.ts";
import { cueAfter, tokenAt } from "./nearest-cue.ts";
import { eitherBare, type Span } from "./said.ts";
import type { SourceText } from "./source-text.ts";

/** `về Sài Gòn mỗi đêm`, `ra HN sáng 2-4-6`: where it goes time and again, without a verb of sending. */
export function regularTrips(read: SourceText): Span[] {
  return read.terms.flatMap((place) => {
    const verb = read.tokens[tokenAt(read, place.start) - 1];
    if (findTerm(place.id)?.kind !== "place" || verb === undefined || !GOES.has(verb.plain)) return [];
    const often = cueAfter(read, place, ["each-time"], { words: 0 }) ?? onDays(read, place);
    return often === undefined ? [] : [{ start: verb.start, end: often.end }];
  });
}
const GOES = new Set(["ve", "len", "ra", "vao", "vo", "xuong", "qua"]);

const PART = eitherBare("sáng|trưa|chiều|tối|đêm|khuya");
/** By its number, or by its name; a bare `thu hai` may be what is picked, but for `sáng thu hai`. */
const DAY = `(?:${eitherBare("thứ")}|t) ?(?:[2-7](?!\\d)|${eitherBare("ba|tư|năm|sáu|bảy|bẩy")})|thứ hai|${eitherBare("chủ nhật")}|cn`;
/** As `2-4-6` and `3-5-7` are dictated. */
const SPOKEN = eitherBare("hai (?:bốn|tư) sáu|ba năm bảy");
const NEXT = `(?:\\s?[-–,/.&]\\s?|\\s(?:${eitherBare("và|với")})?\\s?)(?:(?:${PART})\\s)?(?:${DAY}|[2-7](?!\\d))`;
const ON_DAYS = new RegExp(
  `^\\s(?:${eitherBare("vào|mỗi|các|cứ")}|\\s)*(?:(?:(?:${PART})\\s)?(?:${DAY})(?:${NEXT})*|(?:${PART})\\s(?:${eitherBare("thứ hai")})|(?:(?:${PART})\\s)?[2-7](?:\\s?[-–,/.]\\s?(?:[2-7]|cn)){2,}|(?:${PART})\\s(?:${SPOKEN})|${eitherBare("cuối tuần")})(?![\\p{L}\\d])(?!\\s?(?:[-–]\\s?)?(?:\\d|h|k|kg|${eitherBare("ngày|giờ|tiếng|tuần|tháng")})(?!\\p{L}))`,
  "u",
);
const REACH = 40;

/** The days on which goods go to a place, right behind its name: `sáng 2-4-6`, `thứ bảy`, `tối thứ 3, thứ 6`, `cuối tuần`. */
function onDays({ text }: SourceText, place: Span): Span | undefined {
  const days = ON_DAYS.exec(lightText(text.slice(place.end, place.end + REACH)));
  return days === null ? undefined : { start: place.end, end: place.end + days[0].length };
}
