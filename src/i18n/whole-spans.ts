import type { Language } from "./language.ts";

/** What a line must not break: `text.slice(start, end)`. Where even a line is too short for it, it breaks at `core`, after what leads to the number. */
export type WholeSpan = { start: number; core: number; end: number };

/** Numbers with what they count, ranges, prices and dates: `糖度18～19度`, `10–15 tháng 6`, `VND 35,000`. Pages, breaths and captions keep to it. */
export function wholeSpans(text: string, language: Language): WholeSpan[] {
  if (language === "ja") return japaneseSpans(text);
  const words = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ word, start: index, end: index + word.length }));
  const spans: WholeSpan[] = [];
  let from = 0;
  for (const [at, { word, end }] of words.entries()) {
    const isHeld = isHeldToNext(
      words.slice(Math.max(at - 1, 0), at + 3).map(({ word }) => word),
      Math.min(at, 1),
      SPACED[language],
    );
    if (isHeld) continue;
    const [first, second] = words.slice(from, at + 1);
    if (first !== undefined && (second !== undefined || BREAKABLE.test(word)))
      spans.push({ start: first.start, core: SPACED[language].leads.test(first.word) ? (second ?? first).start : first.start, end });
    from = at + 1;
  }
  return spans;
}

/** Pages give a Japanese line at least this room: what takes more may be broken. */
const COLUMNS_MAX = 20;

function japaneseSpans(text: string): WholeSpan[] {
  const columns = (whole: string) => whole.replaceAll(/[^\u0020-\u2e7f]/g, "00").length;
  return [...text.matchAll(JAPANESE)]
    .filter(([whole]) => columns(whole) <= COLUMNS_MAX)
    .map(({ index, 0: whole, 1: lead = "" }) => ({ start: index, core: index + lead.length, end: index + whole.length }));
}

type Spaced = {
  /** Numbers in words. */
  spelled: RegExp;
  /** Of those the ones that multiply what stands before them. */
  thousands: RegExp;
  /** `một` of `35 nghìn một ký`: a new number, unless one more follows. */
  one: RegExp;
  /** Stand before the number that they name, which then counts nothing: `tháng 6`, `VND 35,000`. */
  leads: RegExp;
  /** Between the two ends of a range. */
  until: RegExp;
  /** Follow a number and are not counted by it. */
  apart: RegExp;
};
const SPACED: Record<"vi" | "en", Spaced> = {
  vi: {
    spelled:
      /^(?:một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|mốt|lẻ|linh|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|rưỡi)(?![\p{L}\p{M}])/iu,
    thousands: /^(?:nghìn|ngàn|triệu|tỷ|tỉ)$/iu,
    one: /^một$/iu,
    leads: /^(?:ngày|mùng|mồng|tháng|quý|năm|thứ|số|loại)$/iu,
    until: /^(?:đến|tới)$/iu,
    apart: /^(?:mỗi|là|thì|và|cho|mà|nhé|nha|ạ|ơi|nên|nhưng|hoặc|hay|với|từ|ở|của|cả|em|anh|chị|nhà)(?![\p{L}\p{M}])/iu,
  },
  en: {
    spelled:
      /^(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen)-?)+(?!\p{L})/iu,
    thousands: /^(?:hundred|thousand|million|billion|dozen)$/iu,
    one: /^one$/iu,
    leads:
      /^(?:January|February|March|April|May|June|July|August|September|October|November|December|VND|USD|JPY|EUR|AUD|No\.|Grade|Size)$/u,
    until: /^to$/iu,
    apart: /^(?:and|or|but|per|a|an|the|of|in|on|for|from|at|by|each|is|are|was|were|we|you|i)(?!\p{L})/iu,
  },
};

const DASH = /^[-–—~～〜]$/u;
const DIGITS = /^[^\p{L}]*\d/u;
/** `10–15`, `35.000đ/kg`: browsers break a line within it. */
const BREAKABLE = /\d\S*[-–—~～〜/]\S/u;

/** Whether a line must not end between a word and the next one. */
function isHeldToNext(words: readonly string[], at: number, { spelled, thousands, one, leads, until, apart }: Spaced): boolean {
  const [before = "", word = "", next = "", after = ""] = [words[at - 1], words[at], words[at + 1], words[at + 2]];
  const isNumber = (text: string) => DIGITS.test(text) || spelled.test(text);
  if (next === "") return false;
  if (leads.test(word) && DIGITS.test(next)) return true;
  if (/[.,;:!?…)\]}”"’]$/u.test(word)) return false;
  if (DASH.test(word) || until.test(word)) return isNumber(before) && isNumber(next);
  if (!isNumber(word)) return false;
  if (DASH.test(next) || until.test(next)) return isNumber(after);
  if (!/^[\p{L}\d%°₫$€]/u.test(next) || apart.test(next)) return false;
  // A year, a month: what comes after the number that they lead to is no unit of it.
  if (leads.test(before) && DIGITS.test(word)) return leads.test(next) || thousands.test(next);
  // `35k`, `$10`, `50%` have their unit with them.
  if (/[\p{L}%°₫$€£¥]/u.test(word) && DIGITS.test(word)) return thousands.test(next);
  return !(thousands.test(word) && one.test(next) && !isNumber(after));
}

const PLAIN = String.raw`[\d０-９]+(?:[.,．，][\d０-９]+)*`;
const NUMBER = String.raw`(?:\d{2,5}(?: \d{2,4}){2,}|${PLAIN}(?:[億万千百]${PLAIN})*[億万千百]*)`;
/** What is counted, in katakana, kanji or Latin letters; of a longer run of kanji only the counter. */
const UNIT = String.raw`(?:[かカヵヶケ][月所国年]間?|\p{Script=Katakana}[\p{Script=Katakana}ー]*|\p{Script=Han}{1,4}(?!\p{Script=Han})|[円個箱枚本年月日分秒度時割名人回倍袋束房]|つ| ?\p{Script=Latin}+|[%％℃°])`;
const DATE = String.raw`(?:[\d０-９]+[年月時])`;
/** One or two kanji before the number name it (糖度, 約, 毎月); Latin letters are a name it ends (ST25) or a currency. */
const LED = String.raw`(?:(?<!\p{Script=Han})\p{Script=Han}{1,2}|(?<!\p{Script=Latin})\p{Script=Latin}+ ?)?`;
const JAPANESE = new RegExp(`(${LED}${DATE}*)[¥￥$＄]?${NUMBER}${UNIT}?(?: ?[～〜~–—-] ?[¥￥$＄]?${DATE}*${NUMBER}${UNIT}?)?`, "gu");

/** What stands before a whole span, what in it leads to its number, and the number with what it counts. */
export type WholePart = { before: string; lead: string; core: string };

/** A text in its whole spans and what stands between them, to be shown one after the other; the last may have no span. */
export function splitWhole(text: string, language: Language): WholePart[] {
  let from = 0;
  const parts = wholeSpans(text, language).map(({ start, core, end }): WholePart => {
    const before = text.slice(from, start);
    from = end;
    return { before, lead: text.slice(start, core), core: text.slice(core, end) };
  });
  return [...parts, { before: text.slice(from), lead: "", core: "" }];
}
