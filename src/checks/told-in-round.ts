import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";

type Around = { before: string; after: string };

/** Years and ages as people tell them: '88 and the eighties of 1988, "nearly seventy" of 67, "over forty years" of 45, half a century. */
export function isToldInRound(amount: AmountMention, told: Told): boolean {
  const { min, max, dimension, unit, start, end } = amount;
  if (unit === "year" && isSaidShort(amount, told)) return true;
  if (unit === "year" && isYearsBetween(amount, told)) return true;
  if (min !== max || !(unit === "year" || SORTS.has(dimension))) return false;
  const around = {
    before: lightText(told.text.slice(Math.max(0, start - REACH), start)),
    after: lightText(told.text.slice(end, end + REACH)),
  };
  return isOfYear(amount, around, told) || isInTens(amount, told) || isRounded(amount, around, told) || isOfHundreds(amount, around, told);
}
const SORTS = new Set(["none", "count", "calendar-year", "generation"]);
const REACH = 24;

/** `sáu bảy tuổi` of 67. */
function isSaidShort({ min, max, spelled }: AmountMention, { language, ground }: Told): boolean {
  if (language !== "vi" || !spelled || max !== min + 1 || max >= TEN) return false;
  return ground.amounts.some((held) => held.unit === "year" && held.min === held.max && held.max === min * TEN + max);
}

/** "She began at 17 and is 58: 41 years at the stove", `hơn bốn mươi năm`: from one age to the other, both told before. */
function isYearsBetween({ min, max, start, approximate }: AmountMention, { amounts, text, ground }: Told): boolean {
  const before = amounts.filter(
    (one) =>
      one.end <= start &&
      start - one.end <= AGES_REACH &&
      one.min === one.max &&
      ground.amounts.some((held) => isAge(held) && held.max === one.max),
  );
  const over = approximate === "over" || /(?<!\p{L})(?:hơn|over|more than) $/iu.test(text.slice(Math.max(0, start - 12), start));
  return before.some((one) =>
    before.some((other) => {
      const years = other.max - one.max;
      return min === max && years > 0 && (max === years || (over && max < years && years - max < FIVE));
    }),
  );
}
const AGES_REACH = 90;

/** "Planted in '88", `từ năm 88`; "the 1980s", `thập niên 80`, 80年代. */
function isOfYear({ max, quote }: AmountMention, { before, after }: Around, { language, ground }: Told): boolean {
  const { year, decade } = YEARS[language];
  const isEra = decade.before.test(before) && decade.after.test(after);
  if (!isEra && !year.test(before)) return false;
  const years = ground.amounts.flatMap(({ dimension, min }) => (dimension === "calendar-year" ? [min] : []));
  if (isEra && max % TEN === 0) return years.some((held) => held - (held % TEN) === max || (held - (held % TEN)) % CENTURY === max);
  return max < CENTURY && /\d$/u.test(quote) && year.test(before) && years.some((held) => held % CENTURY === max);
}
const TEN = 10;
const CENTURY = 100;
const YEARS: Record<Language, { year: RegExp; decade: { before: RegExp; after: RegExp } }> = {
  vi: { year: /(?<!\p{L})năm $/u, decade: { before: /(?<!\p{L})(?:thập niên|thập kỷ|những năm) $/u, after: /(?:)/u } },
  en: { year: /(?<![\p{L}\d])['’‘]$/u, decade: { before: /(?<!\p{L})the (?:early |mid-?|late )?['’‘]?$/u, after: /^['’]?s(?!\p{L})/u } },
  ja: { year: /(?!)/u, decade: { before: /(?:)/u, after: /^代(?!目)/u } },
};

/** 60代, of who is 67. */
function isInTens({ max, quote }: AmountMention, { ground }: Told): boolean {
  return quote.endsWith("0代") && ground.amounts.some((held) => isAge(held) && held.min - (held.min % TEN) === max);
}

function isAge({ unit, quote, min, max }: AmountMention): boolean {
  return unit === "year" && min === max && /(?:tuổi|tuoi)$/iu.test(quote);
}

/** "Nearly seventy" of 67, "over forty years" of 45, "more than a hundred trees" of 120; half a century. A bound that buyers must keep is no such rounding. */
function isRounded(amount: AmountMention, { before, after }: Around, { language, ground }: Told): boolean {
  const { over, nearly, afterOver, afterNearly, age } = ROUND[language];
  const scale = SCALES.find(({ words }) => words.test(after))?.years;
  const value = amount.max * (scale ?? 1);
  const held = ground.amounts.filter(
    (other) =>
      other.min === other.max &&
      (amount.unit === "year" || scale !== undefined
        ? other.unit === "year"
        : (amount.dimension === "none" && age.test(after) && isAge(other)) ||
          (amount.max >= COUNT_MIN &&
            (other.dimension === "count" || other.dimension === "none") &&
            (amount.unit === undefined || other.unit === amount.unit))),
  );
  if (scale !== undefined && held.some(({ max }) => max === value)) return true;
  if (amount.max % FIVE !== 0 && scale === undefined) return false;
  if (over.test(before) || afterOver.test(after)) return held.some(({ max }) => value < max && max <= value * OVER_MAX);
  return (nearly.test(before) || afterNearly.test(after)) && held.some(({ max }) => value * NEARLY_MIN <= max && max < value);
}
const FIVE = 5;
const COUNT_MIN = 20;
const OVER_MAX = 1.25;
const NEARLY_MIN = 0.9;
const SCALES: readonly { words: RegExp; years: number }[] = [
  { words: /^[ -]decades?(?!\p{L})/u, years: 10 },
  { words: /^[ -]century(?!\p{L})/u, years: 100 },
];
const ROUND: Record<Language, { over: RegExp; nearly: RegExp; afterOver: RegExp; afterNearly: RegExp; age: RegExp }> = {
  vi: {
    over: /(?<!\p{L})(?:hơn|ngoài|trên) $/u,
    nearly: /(?<!\p{L})(?:gần|ngót|ngót nghét|sắp|non|suýt soát) $/u,
    afterOver: /(?!)/u,
    afterNearly: /(?!)/u,
    age: /^(?: (?:rồi|mà|vẫn|nhưng|còn|nay|đó|ạ|nha|nghen)(?!\p{L})|[.,;!?]|$)/u,
  },
  en: {
    over: /(?<!\p{L})(?:over|more than|past) $/u,
    nearly: /(?<!\p{L})(?:nearly|almost|close to|just under|pushing|approaching|not far off) (?:a )?$/u,
    afterOver: /(?!)/u,
    afterNearly: /(?!)/u,
    age: /^(?: (?:and|now|but|years old|this year)(?!\p{L})|[.,;!?]|$)/u,
  },
  ja: {
    over: /(?!)/u,
    nearly: /(?:もうすぐ|まもなく|ほぼ|かれこれ)$/u,
    afterOver: /^(?:以上(?!の?(?:ご|お)?(?:注文|購入|お?求め|まとめ|から|で|は))|余り|あまり|を(?:超|過ぎ)|過ぎ|強)/u,
    afterNearly: /^(?:[歳才])?(?:近[いくし]|弱(?!い)|を目前)/u,
    age: /^[歳才]/u,
  },
};

/** "For three decades" counts years. */
export function isDecades({ end }: AmountMention, { text, language }: Told): boolean {
  return language === "en" && /^ decades?(?!\p{L})/iu.test(text.slice(end, end + 10));
}

/** "A few hundred hens", 数百羽 of 300. */
function isOfHundreds({ max, dimension }: AmountMention, { before }: Around, { language, ground }: Told): boolean {
  if (!(max === CENTURY || max === CENTURY * TEN) || dimension === "generation" || !A_FEW[language].test(before)) return false;
  return ground.amounts.some(
    (held) => (held.dimension === "count" || held.dimension === "none") && max * 2 <= held.min && held.max < max * TEN,
  );
}
const A_FEW: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:vài|mấy) $/u,
  en: /(?<!\p{L})(?:a few|several|some) $/u,
  ja: /数$/u,
};
