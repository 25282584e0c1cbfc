// Long because the ways of writing a date in three languages are one table.
import type { Language } from "#i18n/language.ts";
import { fold, hasMarks, lighten, lightText, type Folded } from "./fold.ts";

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
  return datesIn(lighten(text), language);
}

/** As `readDates`, of a text already lightened. */
export function datesIn(light: Folded, language: Language): DateMention[] {
  const text = light.raw;
  const view = language === "vi" ? fold(text) : light;
  const found: DateMention[] = [];
  for (const rule of RULES[language]) {
    for (const match of view.text.matchAll(rule.pattern)) {
      const span = view.span(match.index, match.index + match[0].length);
      if (found.some((other) => span.start < other.end && other.start < span.end)) continue;
      const parts = rule.parts(match.groups ?? {});
      if (!possible(parts) || notMonth(span.quote, text, span.start) || isNextMonth(span.quote, text, span.start)) continue;
      if (language === "vi" && (isOtherWord(span.quote) || isEvery(span.quote, text, span.start))) continue;
      found.push({ ...span, ...parts });
    }
  }
  return splitMonthRanges(found).toSorted((left, right) => left.start - right.start);
}

const NOT_A_UNIT = String.raw`(?!\s*(?:kg|ky|ki\b|can\b|lit|l\b|g\b|ml|trai|qua|thung|hop|nguoi|gia\b|nguyen))`;
const YEAR: Rule = {
  pattern:
    /(?<![\d.,/\p{L}$¥])(?<year>(?:19|20)\d{2})(?![\d.,]\d|\d|\s*(?:(?:kg|k|g|m|m2|vnd|vnđ|d|đ|dong|usd|yen(?! \p{L})|cay|con|trai|qua|ml|mm|cm|ha|ho|households|boxes|trees)(?!\p{L})|%|円|ドン|個|箱|本|ニ|平方))/gu,
  parts: (groups) => ({ year: number(groups.year) }),
};
const LUNAR = String.raw`(?<lunar>\s*(?:am lich|am\b))?`;
const ONES_IN_WORDS = ["", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];
/** Eleven and up, as said: `mười lăm`, `hai bảy`, `hai mươi`, `ba mươi mốt`. */
const LONG_DAY_WORDS = String.raw`(?:ba muoi(?: mot)?|(?:hai muoi|ham|hai) (?:mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin)|hai muoi|muoi(?: (?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin))?)`;
const DAY_WORDS = String.raw`(?:${LONG_DAY_WORDS}|mot|hai|ba|bon|nam|sau|bay|tam|chin)`;

function dayInWords(said: string): number {
  const words = said.replace("ham", "hai").split(" ");
  const last = (words.at(-1) ?? "").replace(/^(?:lam|nham)$/, "nam").replace("tu", "bon");
  const ones = Math.max(0, ONES_IN_WORDS.indexOf(last));
  const tens = words.length === 1 && last !== "muoi" ? 0 : words[0] === "muoi" ? 10 : ONES_IN_WORDS.indexOf(words[0] ?? "") * 10;
  return tens + ones;
}
const AND_DAY = String.raw`\s*(?:va|,|-|–)\s*(?:ngay\s+|mung\s+)?`;
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
const EN_MONTH = String.raw`(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)(?!\p{L})`;
const JA_NUMBER = "[\\d一二三四五六七八九十]{1,3}";

const RULES: Record<Language, Rule[]> = {
  vi: [
    {
      pattern: new RegExp(String.raw`(?<![\d/.,])(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})(?!\d)${LUNAR}`, "gu"),
      parts: dayMonthYear,
    },
    { pattern: /(?<![\d/.,])(?<month>\d{1,2})\/(?<year>20\d{2})(?!\d)/gu, parts: dayMonthYear },
    // `8/3 và 14/2`: a second day before anything else that has a stroke.
    {
      pattern: new RegExp(
        String.raw`(?<=(?<![\d/.,\p{L}])\d{1,2}/\d{1,2}\s*(?:va|voi|,|&)\s*)(?<day>\d{1,2})/(?<month>\d{1,2})(?![\d/])${LUNAR}`,
        "gu",
      ),
      parts: dayMonthYear,
    },
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
    // `mười lăm tháng chín`, `mùng một tháng Chạp`: a day in words.
    {
      pattern: new RegExp(
        String.raw`(?<!\p{L})(?:(?:ngay|mung|mong)\s+(?<spelled>${DAY_WORDS})|(?<long>${LONG_DAY_WORDS}))\s+thang\s+(?<month>${VI_MONTH})${LUNAR}`,
        "gu",
      ),
      parts: (groups) => ({ ...dayMonthYear(groups), day: dayInWords(groups.spelled ?? groups.long ?? "") }),
    },
    // `mùng 2 Tết` is of the first lunar month, `29 Tết` of the last.
    {
      pattern: new RegExp(String.raw`(?<!\p{L})(?:mung|mong)\s+(?:(?<day>\d{1,2})|(?<spelled>${DAY_WORDS}))\s+tet(?!\p{L})`, "gu"),
      parts: ({ day, spelled }) => ({ day: spelled === undefined ? number(day) : dayInWords(spelled), month: 1, lunar: true }),
    },
    {
      pattern: new RegExp(String.raw`(?<![\d/.,\p{L}])(?:(?<day>2\d|30)|(?<long>${LONG_DAY_WORDS}))\s+tet(?!\p{L})`, "gu"),
      parts: ({ day, long }) => ({ day: long === undefined ? number(day) : dayInWords(long), month: 12, lunar: true }),
    },
    // The full moon is the fifteenth.
    {
      pattern: new RegExp(String.raw`(?<!\p{L})ram\s+thang\s+(?<month>${VI_MONTH})(?:\s+(?:am lich|am)(?!\p{L}))?`, "gu"),
      parts: (groups) => ({ ...dayMonthYear(groups), day: 15, lunar: true }),
    },
    // `ngày rằm, mùng một`: of any lunar month.
    { pattern: /(?<!\p{L})(?:ngay\s+)ram(?!\p{L}|\s+thang)/gu, parts: () => ({ day: 15, lunar: true }) },
    {
      pattern: new RegExp(
        String.raw`(?<!\p{L})(?:mung|mong)\s+(?:(?<day>\d{1,2})(?!\d|\s*[/.-]\s*\d)|(?<spelled>${DAY_WORDS}))(?!\p{L}|\s+(?:thang|tet))`,
        "gu",
      ),
      parts: ({ day, spelled }) => ({ day: spelled === undefined ? number(day) : dayInWords(spelled), lunar: true }),
    },
    // `mùng 4, 10, 14 âm lịch`, `5-10 Tết`
    {
      pattern:
        /(?<=(?:mung|mong)\s+\d{1,2}(?:\s*(?:,|-|va)\s*\d{1,2}){0,7}\s*(?:,|-|va)\s*)(?<day>\d{1,2})(?=(?:\s*(?:,|-|va)\s*\d{1,2}){0,7}\s*(?:am|al)(?!\p{L}))/gu,
      parts: ({ day }) => ({ day: number(day), lunar: true }),
    },
    {
      pattern: /(?<![\d.,/])(?<day>[1-9]|10)(?=\s*(?:(?:-|–|den|toi)\s*(?:[1-9]|10)\s+)?tet(?!\p{L}))/gu,
      parts: ({ day }) => ({ day: number(day), month: 1, lunar: true }),
    },
    // `ngày 5 và 20 hàng tháng`
    {
      pattern: new RegExp(
        String.raw`(?<=(?<!\p{L})(?:ngay|mung)\s+(?:\d{1,2}${AND_DAY}){0,6})(?<day>\d{1,2})(?=(?:${AND_DAY}\d{1,2}){0,6}\s+(?:hang|moi)\s+thang)`,
        "gu",
      ),
      parts: dayMonthYear,
    },
    // The days of the months that only the lunar year has: `20 tới 28 tháng Chạp`.
    {
      pattern: /(?<![\d/.,])(?<day>\d{1,2})(?=\s*(?:-|–|den|toi)\s*\d{1,2}\s+thang\s+(?<month>gieng|chap)(?!\p{L}))/gu,
      parts: dayMonthYear,
    },
    { pattern: /(?<![\d/.,])(?<day>\d{1,2})\s+thang\s+(?<month>gieng|chap)(?!\p{L})/gu, parts: dayMonthYear },
    {
      pattern: new RegExp(
        String.raw`(?<!\p{L}|\d\s?)thang\s?(?<month>${VI_MONTH})(?:\s*(?:-|–|den|toi)\s*(?<last>\d{1,2})(?!\d|\s*(?:kg|ky|can|ngay|k\b)))?(?:[/-](?<year>20\d{2}))?${LUNAR}`,
        "gu",
      ),
      parts: dayMonthYear,
    },
    { pattern: /(?<!\p{L})nam\s+(?<year>(?:19|20)\d{2})(?!\d)/gu, parts: (groups) => ({ year: number(groups.year) }) },
    // `t9` is September; up to seven it may be a weekday, but not between such words.
    { pattern: /(?<![\d\p{L}])t\.?(?<month>8|9|1[0-2])(?![\d\p{L}])/gu, parts: dayMonthYear },
    {
      pattern:
        /(?<=(?<!\p{L})(?:mua|vu|giua|dau|cuoi|het|tu|hoach|chin|ro|thu|hai)(?: t\.?\d{1,2}\s?[-–])?\s?)t\.?(?<month>[1-7])(?![\d\p{L}])/gu,
      parts: dayMonthYear,
    },
    {
      pattern: /(?<![\d.,/\p{L}])(?<hour>\d{1,2})\s*(?:h|gio)\s?(?:\d{2}|(?:ruoi)\b)?\s*(?:sang|trua|chieu|toi|dem|khuya)(?!\p{L})/gu,
      parts: (groups) => ({ hour: number(groups.hour) % 12 }),
    },
    {
      pattern: /(?<=(?<!\p{L})(?:sang|trua|chieu|toi|dem|khuya)\s)(?<hour>\d{1,2})h(?![\p{L}\d])/gu,
      parts: (groups) => ({ hour: number(groups.hour) % 12 }),
    },
    {
      pattern: /(?<=(?:luc|tu|den|toi|,|truoc|sau|moi ngay) )(?<hour>\d{1,2})h(?:\d{2})?(?![\p{L}\d])/gu,
      parts: (groups) => ({ hour: number(groups.hour) % 12 }),
    },
    {
      pattern: /(?<![\d.,/\p{L}])(?<hour>\d{1,2})h(?=\s+(?:moi|hang|hom)\s(?:ngay|toi|sang|chieu|truoc|sau|nay))/gu,
      parts: (groups) => ({ hour: number(groups.hour) % 12 }),
    },
    { pattern: /(?<![\d.,/\p{L}])(?<hour>\d{1,2})h\d{2}(?!\d)/gu, parts: (groups) => ({ hour: number(groups.hour) % 12 }) },
    {
      pattern: /(?<!\p{L})thu\s(?:hai|ba|tu|nam|sau|bay|[2-7])(?![\d\p{L}])(?!\s*(?:kg|ky|ki|can|tan|ta|yen|trai|qua|thung)(?!\p{L}))/gu,
      parts: () => ({}),
    },
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
    // `Sa Dec` is a town.
    { pattern: new RegExp(String.raw`(?<![\p{L}]|sa )(?<name>${EN_MONTH})(?:,?\s+(?<year>20\d{2}))?(?!\p{L})`, "gu"), parts: dayMonthYear },
    // "lunar months 2 to 4"
    {
      pattern: /(?<=(?<!\p{L})lunar months? (?:\d{1,2} ?(?:to|until|and|-|–) ?)?)(?<month>\d{1,2})(?!\d)/gu,
      parts: (groups) => ({ ...dayMonthYear(groups), lunar: true }),
    },
    // "the 5th and the 20th of every month"
    {
      pattern:
        /(?<![\d.,])(?<day>\d{1,2})(?:st|nd|rd|th)(?=(?:\s*(?:,|and|,\s*and|&)\s*(?:the\s+)?\d{1,2}(?:st|nd|rd|th)){0,6}\s+(?:of\s+)?(?:every|each|the)\s+month)/gu,
      parts: dayMonthYear,
    },
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
    // 旧暦の1日と15日
    { pattern: /(?<=旧暦の?(?:\d{1,2}日[と、・]){0,6})(?<day>\d{1,2})日(?!間)/gu, parts: dayMonthYear },
    { pattern: /(?<=毎月(?:\d{1,2}日?[と、・および]{1,3}){0,6})(?<day>\d{1,2})日(?!間)/gu, parts: dayMonthYear },
    { pattern: /(?<=月\d{1,2}日(?:から|～|〜|~|-|–))(?<day>\d{1,2})日(?!間)/gu, parts: dayMonthYear },
    { pattern: /(?<![\d/.,])(?<month>\d{1,2})(?=(?:から|～|〜|~|-|–)\d{1,2}月)/gu, parts: dayMonthYear },
    { pattern: new RegExp(String.raw`(?:(?<year>20\d{2})年)?(?<month>${JA_NUMBER})月(?!間)`, "gu"), parts: dayMonthYear },
    { pattern: /(?<year>(?:19|20)\d{2})年(?!間)/gu, parts: dayMonthYear },
    {
      pattern: new RegExp(String.raw`(?:午前|午後|朝|夜|夕方)?(?<hour>${JA_NUMBER})時(?!間)(?:${JA_NUMBER}分)?`, "gu"),
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
    ...(groups.lunar === undefined && !LUNAR_MONTHS.has(groups.month ?? "") ? {} : { lunar: true }),
  };
}

/** Their names are of the lunar year only. */
const LUNAR_MONTHS = new Set(["gieng", "chap"]);

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

/** "may" and "march" are words too: a month is capital, and follows a preposition unless it has a day or a harvest. */
function notMonth(quote: string, text: string, start: number): boolean {
  if (!/^(?:may|march)\b/i.test(quote) || /\d/.test(quote)) return false;
  return (
    /^[a-z]/.test(quote) ||
    (!/^ (?:harvest|season|crop|picking|flush)/.test(text.slice(start + quote.length, start + quote.length + 9)) &&
      !/(?:in|from|to|until|till|by|of|early|mid|late|since|and|through|[-–])[\s-]*$/i.test(text.slice(Math.max(0, start - 12), start)))
  );
}

/** `hai tháng bà con ạ` is no March, `hái từ tháng 4` no 24th: marked, the words of a date have their own marks. */
function isOtherWord(quote: string): boolean {
  const light = lightText(quote);
  return (light.match(/\p{L}+/gu) ?? []).some((word) => hasMarks(word) && !MARKED.has(word)) || /(?<!\p{L})hai tu(?!\p{L})/u.test(light);
}
const MARKED = new Set(
  "tháng ngày mùng mồng rằm tết âm lịch dương giêng tư một mốt bốn năm lăm nhăm sáu bảy bẩy tám chín mười mươi hăm chạp thứ giờ rưỡi sáng trưa chiều tối đêm khuya và đến tới".split(
    " ",
  ),
);

/** `mỗi tháng 20 hũ` counts jars; `lạc mới tháng 6` is of June. */
function isEvery(quote: string, text: string, start: number): boolean {
  return /^th[aá]/iu.test(quote) && /(?<!\p{L})(?:mỗi|moi) $/iu.test(text.slice(Math.max(0, start - 5), start).normalize("NFC"));
}

/** `tháng sau` is the next one; June is `sáu`, and without marks only where a season is told: `đến tháng sau`. */
function isNextMonth(quote: string, text: string, start: number): boolean {
  if (!/^th(?:á|á|a)ng sau$/iu.test(quote)) return false;
  return !/^thang/i.test(quote) || !/(?:den|toi|tu|het|giua|cuoi|dau|mua|vu|chin|ram)\s*$/i.test(text.slice(Math.max(0, start - 8), start));
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
