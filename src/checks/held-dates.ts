import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import type { Told } from "./ground.ts";
import { LUNAR } from "./topics.ts";

/** A day, a month or a year that the notes hold, or that follows from theirs. */
export function isHeldDate(amount: AmountMention, told: Told): boolean {
  const { ground } = told;
  // 旧暦12月15日から27日、28日, 1日: a day of the month.
  if (amount.dimension === "day" && /\d日$/u.test(amount.quote))
    return [amount.min, amount.max].every((day) =>
      ground.amounts.some(({ dimension, min }) => dimension.startsWith("calendar-da") && min % 100 === day),
    );
  if (isDaysOfRange(amount, told)) return true;
  // `rằm tháng Giêng, chốt trước mùng 10` is told as 1月10日.
  if (amount.dimension === "calendar-date") return isSaidApart(amount.min % 100, Math.floor(amount.min / 100), ground);
  // `qua ngày 15` of the notes' `đến 15/12`.
  if (amount.dimension === "none" && amount.min === amount.max)
    return DAY_SAID.test(told.text.slice(Math.max(0, amount.start - 6), amount.start)) && isDayOfDate(amount.min, ground);
  if (amount.dimension === "calendar-year") return isMerger(amount, told) || ground.amounts.some((one) => isYearInWords(one, amount.min));
  // "From June 10 to 20", of the notes' June 20.
  if (amount.dimension === "calendar-day") return isDayOfDate(amount.min, ground);
  if (amount.dimension !== "calendar-month") return false;
  // "June" of the notes' June 10, or of a season that runs over it.
  const inMonth = ({ dimension, min }: AmountMention) => dimension === "calendar-date" && Math.floor(min / 100) === amount.min;
  return ground.amounts.some(inMonth) || (!isRangeEnd(amount, told) && ground.facts.some(({ date }) => isWithin(amount.min, date)));
}

const DAY_SAID = /(?<!\p{L})(?:ngày|hôm) $/iu;
function isDayOfDate(day: number, { amounts }: Told["ground"]): boolean {
  return amounts.some(({ dimension, min }) => dimension === "calendar-date" && min % 100 === day);
}

/** "December 15", 新暦の4月 of the notes' `rằm tháng Chạp`, `tháng 4 âm lịch`. */
export function isOfTheSun(amount: AmountMention, { text, ground, language }: Told): boolean {
  if (amount.dimension !== "calendar-date" && amount.dimension !== "calendar-month") return false;
  const around = text.slice(Math.max(0, amount.start - 40), amount.end + 40);
  const solar =
    language === "en"
      ? amount.dimension === "calendar-date" && !/lunar|moon|Tet/iu.test(around)
      : SOLAR_BEFORE.test(text.slice(Math.max(0, amount.start - 8), amount.start)) ||
        SOLAR_BEHIND.test(lightText(text.slice(amount.end, amount.end + 24)));
  const held = ground.amounts.filter((other) => agrees(amount, other));
  return solar && held.length > 0 && held.every(({ quote }) => LUNAR.test(lightText(quote)));
}
/** Of this date: the next one may be the moon's, `trước 1/11 dương lịch, giao 25 tháng Chạp`. */
const SOLAR_BEFORE = /(?:新暦|太陽暦)(?:の|では?|、|で言う)?\s?$/u;
const SOLAR_BEHIND = /^\s?(?:\p{Script=Han}{0,2}[（(]?(?:新暦|太陽暦)|(?:năm \d{4} )?[(]?(?:theo )?dương(?: lịch)?(?!\p{L}))/u;

/** "Three days, from the 26th to the 28th", "three months, November to January": as many as those that are told right behind. */
export function isDaysOfRange({ dimension, unit, min, max, end }: AmountMention, { amounts, text }: Told): boolean {
  if ((dimension !== "day" && unit !== "month") || min !== max) return false;
  const named = dimension === "day" ? "calendar-date" : "calendar-month";
  const [first, last] = amounts.filter((other) => other.start >= end && other.dimension === named);
  if (first === undefined || last === undefined || !FROM.test(text.slice(end, first.start))) return false;
  const apart = last.min - first.min;
  return RANGE.test(text.slice(first.end, last.start)) && (dimension === "day" ? apart : (apart + MONTHS) % MONTHS) === min - 1;
}
const MONTHS = 12;
const FROM = /^[ ,:(は、—–]{0,3}(?:là |là từ |từ |from )?(?:ngày |the )?$/iu;

function isSaidApart(day: number, month: number, { amounts, notes }: Told["ground"]): boolean {
  // `nghỉ Tết đến mùng 6`: those are of the first month.
  const isNewYear = month === 1 && TET.test(notes);
  const months =
    isNewYear ||
    amounts.some(
      ({ dimension, min }) =>
        (dimension === "calendar-month" && min === month) || (dimension === "calendar-date" && Math.floor(min / 100) === month),
    );
  return months && amounts.some(({ dimension, min }) => dimension === "calendar-day" && min === day);
}

const TET = /(?<!\p{L})(?:tết|tet)(?!\p{L})/u;

/** "From January to March" tells a season's ends: they must be the notes' own. */
function isRangeEnd(amount: AmountMention, { amounts, text }: Told): boolean {
  return amounts.some((other) => {
    if (other === amount || !other.dimension.startsWith("calendar")) return false;
    const [first, second] = other.start < amount.start ? [other, amount] : [amount, other];
    return RANGE.test(text.slice(first.end, second.start));
  });
}
const RANGE =
  /^\s*(?:năm \d+ ?|hết )?(?:-|–|—|~|～|〜|đến|tới|cho đến|to|through|until|till|から|より)(?: (?:hết|cuối|giữa|đầu|the end of|mid|early|late))?\s*$/iu;

/** "2007" of the notes' `hồi hai ngàn lẻ bảy`, which sounds like a sum that nobody asks. */
function isYearInWords({ min, max, quote, per, dimension }: AmountMention, year: number): boolean {
  return (
    min === year &&
    max === year &&
    per === undefined &&
    (dimension === "none" || dimension === "VND") &&
    !/\d/u.test(quote) &&
    year % 100 !== 0
  );
}

/** Provinces merged in 2025: a text may say so of the grower's own. */
const MERGER_YEAR = 2025;
function isMerger(amount: AmountMention, { terms, ground }: Told): boolean {
  if (amount.min !== MERGER_YEAR) return false;
  return terms.some(({ id, start, end }) => {
    const near = Math.min(Math.abs(start - amount.end), Math.abs(amount.start - end)) < 40;
    return near && !ground.terms.has(id) && [...ground.terms].some((held) => findTerm(held)?.province === id);
  });
}

function isWithin(month: number, date: { from?: string | undefined; to?: string | undefined } | undefined): boolean {
  const [from, to] = [date?.from, date?.to].map((day) => Number(day?.split("-").at(-2)));
  if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to)) return false;
  return from <= to ? from <= month && month <= to : month >= from || month <= to;
}
