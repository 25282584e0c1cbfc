/** A day, month, year or hour of the clock: kept apart from amounts. Offsets are UTF-16 units into the text. */
export type DateMention = {
  start: number;
  end: number;
  quote: string;
  year?: number;
  month?: number;
  /** Of the year: July to September are the third. */
  quarter?: number;
  day?: number;
  hour?: number;
  lunar?: boolean;
};

export type DateParts = Omit<DateMention, "start" | "end" | "quote">;
type Groups = Record<string, string | undefined>;
export type DateRule = {
  pattern: RegExp;
  parts: (groups: Groups) => DateParts;
  /** What must follow in the text as it is written, where a capital tells. */
  before?: RegExp;
};
/** How one language writes dates; `isNone`: what only looks like one, by its words and what stands before them. */
export type DateBook = { rules: readonly DateRule[]; isNone: (quote: string, text: string, start: number) => boolean };

export const YEAR: DateRule = {
  pattern:
    /(?<![\d.,/$¥]|\p{Script=Latin})(?<year>(?:19|20)\d{2})(?![\d.,]\d|\d|\s*(?:(?:kg|k|g|m|m2|vnd|vnđ|d|đ|dong|usd|yen(?! \p{L})|cay|con(?! ?(?:\d|lai|khoang|chung|tam)(?!\p{L}))|trai|qua|lit|l|bong|hoa|hop|tui|goi|chai|hu|chau|bo|cai|chiec|to(?! (?:19|20)\d{2})|trung|nguoi|khach|ml|mm|cm|ha|ho|households|boxes|trees)(?!\p{L})|%|円|ドン|(?!年)[\p{Script=Han}\p{Script=Katakana}]))/gu,
  parts: (groups) => ({ year: Number(groups.year) }),
};

/** `2026-12`, `2026-12-31`, as certificates write them; no two years, `2024-2026`. */
export const YEAR_MONTH: DateRule = {
  pattern: /(?<![\d.,/$¥-]|\p{Script=Latin})(?<year>20[2-4]\d)-(?<month>0[1-9]|1[0-2])(?:-(?<day>0[1-9]|[12]\d|3[01]))?(?![\d-]|[.,]\d)/gu,
  parts: (groups) => dated(groups, Number(groups.month)),
};

/** "The 2024 Ha Nam Fair", "2023 Ho Chi Minh City": what a small letter would make a unit begins a name. */
export const YEAR_BEFORE_NAME: DateRule = {
  pattern:
    /(?<![\d.,/$¥]|\p{Script=Latin})(?<year>(?:19|20)\d{2})(?=\s(?:ha|ho|hoa|bong|cai|chau|con|bo|hop|to|cay|hu|dong|goi|tui|trai|qua)\s\p{L})/gu,
  parts: (groups) => ({ year: Number(groups.year) }),
  before: /^\s\p{Lu}\p{Ll}+\s\p{Lu}/u,
};

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
function quarterOf(said: string): number {
  return ROMAN[said] ?? Number(said);
}

/** The groups `day` and `year` of a match, with the month that its language made of its own. */
export function dated({ day, year, lunar, quarter }: Groups, month: number | undefined): DateParts {
  return {
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(month === undefined ? {} : { month }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(quarter === undefined ? {} : { quarter: quarterOf(quarter) }),
    ...(lunar === undefined ? {} : { lunar: true }),
  };
}
