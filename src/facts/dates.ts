import type { Language } from "#i18n/language.ts";
import { fold, lighten } from "./fold.ts";

/** A day, month, year or hour of the clock: kept apart from amounts. Offsets are UTF-16 units into the text. */
export type DateMention = {
  start: number;
  end: number;
  quote: string;
  year?: number;
  month?: number;
  day?: number;
  hour?: number;
  lunar?: boolean;
};

type Parts = Omit<DateMention, "start" | "end" | "quote">;
type Rule = { pattern: RegExp; parts: (groups: Record<string, string | undefined>) => Parts };

/** Reads dates (`10/6`, `tháng 11-12`, `June 10`, `6月10日`), years and clock times, in reading order, none overlapping. */
export function readDates(text: string, language: Language): DateMention[] {
  const view = language === "vi" ? fold(text) : lighten(text);
  const found: DateMention[] = [];
  for (const rule of RULES[language]) {
    for (const match of view.text.matchAll(rule.pattern)) {
      const span = view.span(match.index, match.index + match[0].length);
      if (found.some((other) => span.start < other.end && other.start < span.end)) continue;
      const parts = rule.parts(match.groups ?? {});
      if (!possible(parts) || notMonth(span.quote, text, span.start)) continue;
      found.push({ ...span, ...parts });
    }
  }
  return splitMonthRanges(found).toSorted((left, right) => left.start - right.start);
}

const NOT_A_UNIT = String.raw`(?!\s*(?:kg|ky|ki\b|can\b|lit|l\b|g\b|ml|trai|qua|thung|hop|nguoi))`;
const YEAR: Rule = {
  pattern:
    /(?<![\d.,/\p{L}$¥])(?<year>(?:19|20)\d{2})(?![\d.,]\d|\d|\s*(?:kg|k\b|g\b|m\b|m2|vnd|vnđ|d\b|đ|dong|usd|yen|%|cay|con|trai|qua|ml|mm|cm|ha|ho\b|households|boxes|trees|円|ドン|個|箱|本|ニ))/gu,
  parts: (groups) => ({ year: number(groups.year) }),
};
const LUNAR = String.raw`(?<lunar>\s*(?:am lich|am\b))?`;
const VI_MONTHS: Record<string, number> = {
  gieng: 1,
  hai: 2,
  ba: 3,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  "muoi mot": 11,
  "muoi hai": 12,
  chap: 12,
};
const VI_MONTH = String.raw`(?:\d{1,2}|muoi mot|muoi hai|gieng|hai|ba|tu(?! \d)|nam(?! \d)|sau(?! \d)|bay|tam|chin(?= )|muoi|chap)(?![\d\p{L}])`;
const EN_MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const EN_MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`;
const JA_NUMBER = "[\\d一二三四五六七八九十]{1,3}";

const RULES: Record<Language, Rule[]> = {
  vi: [
    {
      pattern: new RegExp(String.raw`(?<![\d/.,])(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})(?!\d)${LUNAR}`, "gu"),
      parts: dayMonthYear,
    },
    { pattern: /(?<![\d/.,])(?<month>\d{1,2})\/(?<year>20\d{2})(?!\d)/gu, parts: dayMonthYear },
    { pattern: /(?<![\d/.,\p{L}])24\/(?:7|24)(?![\d/])/gu, parts: () => ({}) },
    {
      pattern: new RegExp(
        String.raw`(?<![\d/.,\p{L}])(?:ngay\s+|mung\s+)?(?<day>\d{1,2})/(?<month>\d{1,2})(?![\d/])${NOT_A_UNIT}${LUNAR}`,
        "gu",
      ),
      parts: dayMonthYear,
    },
    {
      pattern: new RegExp(String.raw`(?<!\p{L})(?:ngay|mung)\s+(?<day>\d{1,2})\s+thang\s+(?<month>${VI_MONTH})${LUNAR}`, "gu"),
      parts: dayMonthYear,
    },
    {
      pattern: new RegExp(
        String.raw`(?<!\p{L}|\d\s?|moi )thang\s?(?<month>${VI_MONTH})(?:\s*(?:-|–|den|toi)\s*(?<last>\d{1,2})(?!\d|\s*(?:kg|ky|can|ngay|k\b)))?(?:[/-](?<year>20\d{2}))?${LUNAR}`,
        "gu",
      ),
      parts: dayMonthYear,
    },
    {
      pattern: /(?<![\d.,/\p{L}])(?<hour>\d{1,2})\s*(?:h|gio)\s?(?:\d{2}|(?:ruoi)\b)?\s*(?:sang|trua|chieu|toi|dem|khuya)(?!\p{L})/gu,
      parts: (groups) => ({ hour: number(groups.hour) % 12 }),
    },
    {
      pattern: /(?<=(?:luc|tu|den|toi|,|truoc|sau|moi ngay) )(?<hour>\d{1,2})h(?:\d{2})?(?![\p{L}\d])/gu,
      parts: (groups) => ({ hour: number(groups.hour) % 12 }),
    },
    { pattern: /(?<![\d.,/\p{L}])(?<hour>\d{1,2})h\d{2}(?!\d)/gu, parts: (groups) => ({ hour: number(groups.hour) % 12 }) },
    { pattern: /(?<!\p{L})thu\s(?:hai|ba|tu|nam|sau|bay|[2-7])(?![\d\p{L}])/gu, parts: () => ({}) },
    YEAR,
  ],
  en: [
    {
      pattern: new RegExp(
        String.raw`(?<![\p{L}])(?<name>${EN_MONTH})\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|[.,]\d)(?:,?\s+(?<year>20\d{2}))?`,
        "gu",
      ),
      parts: dayMonthYear,
    },
    {
      pattern: new RegExp(
        String.raw`(?<![\d.,])(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<name>${EN_MONTH})(?:,?\s+(?<year>20\d{2}))?`,
        "gu",
      ),
      parts: dayMonthYear,
    },
    { pattern: new RegExp(String.raw`(?<![\p{L}])(?<name>${EN_MONTH})(?:,?\s+(?<year>20\d{2}))?(?!\p{L})`, "gu"), parts: dayMonthYear },
    {
      pattern: /(?<![\d.,])(?<hour>\d{1,2})(?::\d{2})?\s*(?:am|pm|a\.m\.|p\.m\.|o['’]clock)(?!\p{L})/gu,
      parts: (groups) => ({ hour: number(groups.hour) % 12 }),
    },
    {
      pattern: /(?<![\d/.,])(?<day>\d{1,2})\/(?<month>\d{1,2})(?:\/(?<year>20\d{2}))?(?![\d/])(?!\s*(?:kg|kilo|of a|litre|dozen))/gu,
      parts: dayMonthYear,
    },
    YEAR,
  ],
  ja: [
    {
      pattern: new RegExp(String.raw`(?:(?<year>20\d{2})年)?(?<month>${JA_NUMBER})月(?<day>${JA_NUMBER})日(?!間)`, "gu"),
      parts: dayMonthYear,
    },
    { pattern: new RegExp(String.raw`(?:(?<year>20\d{2})年)?(?<month>${JA_NUMBER})月(?!間)`, "gu"), parts: dayMonthYear },
    { pattern: /(?<year>(?:19|20)\d{2})年(?!間)/gu, parts: dayMonthYear },
    {
      pattern: new RegExp(String.raw`(?:午前|午後|朝|夜|夕方)?(?<hour>${JA_NUMBER})時(?!間)`, "gu"),
      parts: (groups) => ({ hour: kanji(groups.hour) % 12 }),
    },
    { pattern: /(?<![\d/.,])(?<month>\d{1,2})\/(?<day>\d{1,2})(?![\d/])/gu, parts: dayMonthYear },
    YEAR,
  ],
};

function dayMonthYear(groups: Record<string, string | undefined>): Parts {
  const month =
    groups.name === undefined ? monthOf(groups.month) : EN_MONTHS.findIndex((name) => name.startsWith((groups.name ?? "").slice(0, 3))) + 1;
  return {
    ...(groups.day === undefined ? {} : { day: kanji(groups.day) }),
    ...(month === undefined ? {} : { month }),
    ...(groups.year === undefined ? {} : { year: Number(groups.year) }),
    ...(groups.lunar === undefined ? {} : { lunar: true }),
  };
}

function monthOf(said: string | undefined): number | undefined {
  if (said === undefined) return undefined;
  return VI_MONTHS[said] ?? kanji(said);
}

function number(said: string | undefined): number {
  return Number(said ?? 0);
}

const KANJI = "〇一二三四五六七八九";
function kanji(said: string | undefined): number {
  if (said === undefined || /^\d+$/.test(said)) return number(said);
  const [tens = "", ones = ""] = said.includes("十") ? said.split("十") : ["", said];
  const ten = said.includes("十") ? (tens === "" ? 1 : KANJI.indexOf(tens)) * 10 : 0;
  return ten + (ones === "" ? 0 : KANJI.indexOf(ones));
}

function possible({ day, month, hour }: Parts): boolean {
  return (
    (day === undefined || (day >= 1 && day <= 31)) &&
    (month === undefined || (month >= 1 && month <= 12)) &&
    (hour === undefined || hour <= 24)
  );
}

/** "may" and "march" are words too: a month is capital, and follows a preposition unless it has a day. */
function notMonth(quote: string, text: string, start: number): boolean {
  if (!/^(?:may|march)\b/i.test(quote) || /\d/.test(quote)) return false;
  return (
    /^[a-z]/.test(quote) ||
    !/(?:in|from|to|until|till|by|of|early|mid|late|since|and|through|[-–])[\s-]*$/i.test(text.slice(Math.max(0, start - 12), start))
  );
}

/** `tháng 11-12` is two months. */
function splitMonthRanges(found: DateMention[]): DateMention[] {
  return found.flatMap((date) => {
    const range = /^(?<first>.*?)\s*(?:-|–|đến|tới|den|toi)\s*(?<last>\d{1,2})(?<rest>\D*)$/iu.exec(date.quote);
    const last = Number(range?.groups?.last);
    if (date.day !== undefined || date.month === undefined || range === null || !(last >= 1 && last <= 12) || !/^th/i.test(date.quote))
      return [date];
    const split = date.start + (range.groups?.first?.length ?? 0);
    const lastAt = date.start + date.quote.length - (range.groups?.rest?.length ?? 0) - String(range.groups?.last).length;
    return [
      { ...date, end: split, quote: date.quote.slice(0, split - date.start) },
      { ...date, start: lastAt, quote: date.quote.slice(lastAt - date.start), month: last },
    ];
  });
}
