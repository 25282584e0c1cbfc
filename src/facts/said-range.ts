import type { Language } from "#i18n/language.ts";
import { sizeOf } from "./agree-amounts.ts";
import { unitAt, type Said, type Scan } from "./amount-scan.ts";
import { isSignOfEnd } from "./minus-sign.ts";
import { articleFirst } from "./article-first.ts";
import { currencyFirst, numberFirst, unitFirst } from "./said-amount.ts";
import { digitOf, isChuc } from "./vietnamese-words.ts";

/** The far end of a range, after the word between (`-`, `đến`). */
export function rangeEnd(scan: Scan, first: Said): Said | undefined {
  const isLed = leans(scan, first.next + 1) || (isSignOfEnd(scan, first.from - 1) && isSignOfEnd(scan, first.next + 1));
  const at = first.next + 1 + hyphened(scan, first.next) + (isLed ? 1 : 0);
  // `nhỏ 95k to 140k`: the big one; `9 to 130 ho`: nine groups.
  if (scan.language === "vi" && scan.tokens[first.next]?.text === "to") return undefined;
  const token = scan.tokens[at];
  if (token === undefined || scan.hidden(token)) return undefined;
  const second =
    currencyFirst(scan, at) ?? unitFirst(scan, at) ?? numberFirst(scan, at) ?? articleFirst(scan, at) ?? oneAtTheEnd(scan, first, at);
  if (second === undefined || isNotUpTo(scan, first, second)) return undefined;
  if (isHeavierEnd(scan, first, second)) return { ...second, next: second.number.next, row: first.row };
  if (first.row !== undefined && second.row !== undefined && first.row.dimension !== second.row.dimension) return undefined;
  if (first.row !== undefined && second.row === undefined) return undefined;
  // `60キロから1キロ12万ドン`: from sixty kilos on, a kilo costs.
  // 1.2キロから300グラム: what so much yields.
  if (
    scan.tokens[first.next]?.text === "から" &&
    !isSignOfEnd(scan, first.next + 1) &&
    first.row !== undefined &&
    second.row !== undefined &&
    inBase(second) < inBase(first)
  )
    return undefined;
  // "Down from 99,000 VND to 79,000": what it was, and what it is.
  if (second.row?.dimension === "VND" && second.value < first.value && first.value >= PRICE_MIN) return undefined;
  // `95k - 500g`: a price, and the next size.
  const money = first.number.scaled && scan.language === "vi";
  if (first.row === undefined && money && second.row !== undefined && !second.number.scaled && second.row.dimension !== "VND")
    return undefined;
  return second;
}

/** `không tới 3%`: less than that; `từ không tới bốn độ` begins at nought. */
function isNotUpTo({ tokens, language }: Scan, { from, value, number, row }: Said, far: Said): boolean {
  if (language !== "vi" || value !== 0 || !number.spelled || row !== undefined) return false;
  return far.row?.dimension !== "celsius" && tokens[from - 1]?.plain !== "tu";
}

const PRICE_MIN = 1000;

/** "Four- to five-month-old", "two-to-three-day": how many words more stand between. */
function hyphened({ language, tokens }: Scan, at: number): number {
  if (language !== "en" || tokens[at]?.text !== "-" || tokens[at + 1]?.text !== "to") return 0;
  return tokens[at + 2]?.text === "-" ? 2 : 1;
}

/** `tám lạng tới cả ký`, `tới gần 2 ký`: the word before the far end. */
function leans({ language, tokens }: Scan, at: number): boolean {
  const token = tokens[at];
  return language === "vi" && token !== undefined && (LEANING.has(token.text) || (token.bare && /^(?:ca|gan|hon)$/.test(token.plain)));
}
const LEANING = new Set(["cả", "tận", "gần", "hơn"]);

/** "700 g, a few even up to a kilo": where the word between the ends stands. */
function someUpTo({ language, tokens }: Scan, { next, row }: Said): number | undefined {
  if (language !== "en" || row === undefined || !ENDS.has(row.dimension)) return undefined;
  let at = next;
  while (at - next < SOME_WORDS && SOME.has(tokens[at]?.text ?? "")) at += 1;
  const some = tokens.slice(next, at).some(({ text }) => text === "some" || text === "few" || text === "many" || text === "others");
  return some && tokens[at]?.text === "to" ? at : undefined;
}
const SOME = new Set([",", "and", "with", "a", "few", "many", "some", "others", "even", "right", "almost", "nearly", "up"]);
const SOME_WORDS = 6;

function inBase({ value, row }: Said): number {
  return value * (row?.factor ?? 1) * sizeOf(row?.unit);
}

/** "700 g to a kilo", "half a litre to a litre", `nửa ký tới ký`: one of what the other end is measured in. */
function oneAtTheEnd(scan: Scan, first: Said, at: number): Said | undefined {
  const article = scan.language === "en" && /^an?$/.test(scan.tokens[at]?.text ?? "");
  if (!article && scan.language !== "vi") return undefined;
  const unit = unitAt(scan, article ? at + 1 : at);
  if (!article && unit?.row.unit !== "kg" && unit?.row.unit !== "l") return undefined;
  const { row, value } = first;
  if (unit === undefined || row === undefined || row.dimension !== unit.row.dimension || !ENDS.has(row.dimension)) return undefined;
  const share = (value * row.factor * sizeOf(row.unit)) / (unit.row.factor * sizeOf(unit.row.unit));
  // "5 ml to a litre" is how it is mixed.
  if (share >= 1 || share < LEAST_SHARE) return undefined;
  const number = { value: 1, next: article ? at + 1 : unit.next, spelled: true, scaled: false, words: article ? 2 : 1 };
  return { from: at, next: unit.next, value: 1, row: unit.row, number };
}
const LEAST_SHARE = 0.05;
const ENDS = new Set(["mass", "volume", "length", "time", "day", "month"]);

/** `hai trăm gam tới hai trăm rưỡi hộp mười trái`: said, the weight goes without its unit the second time, and a box of nine follows. */
function isHeavierEnd({ language, tokens }: Scan, first: Said, { number, row, value }: Said): boolean {
  if (language !== "vi" || first.row?.dimension !== "mass" || !first.number.spelled || !number.spelled || number.words === 1) return false;
  if (row?.dimension === "mass" || number.scaled || value <= first.value || value > 2 * first.value) return false;
  return row === undefined || (row.container === true && digitOf(tokens[number.next + 1]) !== undefined);
}

/** Two numbers said one after the other: `hai ba ngày` is two to three days, `mười mười lăm ký` ten to fifteen. */
export function consecutive(scan: Scan, first: Said): Said | undefined {
  const { number, row, value } = first;
  if (scan.language !== "vi" || row !== undefined || number.scaled) return undefined;
  const next = scan.tokens[first.next];
  if (!number.spelled) return digits(scan, first);
  if (next?.kind !== "word" || scan.hidden(next)) return undefined;
  const second = numberFirst(scan, first.next);
  if (second === undefined || !second.number.spelled || (second.row === undefined && !second.number.scaled)) return undefined;
  if (isExplainedDozen(scan, first, second)) return undefined;
  if (value === 9 && next.text === "mười") return second.value === 10 ? second : undefined;
  if (number.words === 1 && value < 10)
    return isNext(value, digitOf(next)) && isRound(second.value / (digitOf(next) ?? 0)) ? second : undefined;
  return second.value > value && second.value <= 2 * value && second.number.words > 1 ? second : undefined;
}

/** `một chục mười hai trái`: so many are a dozen there. */
function isExplainedDozen({ tokens }: Scan, { value, next }: Said, { row, value: many }: Said): boolean {
  return value === 10 && isChuc(tokens[next - 1]) && row?.dimension === "count" && SOUTHERN_DOZENS.has(many);
}
const SOUTHERN_DOZENS = new Set([12, 14, 16, 18]);

/** `ba bốn`, and `năm bảy`: whoever says it means a few. */
function isNext(value: number, digit: number | undefined): boolean {
  return digit === value + 1 || (value === 5 && digit === 7);
}

/** `3 4 ngày`: a dictated hyphen is not written. */
function digits(scan: Scan, { value, next }: Said): Said | undefined {
  const token = scan.tokens[next];
  if (token?.kind !== "digits" || token.glued || value >= 10 || Number(token.text) !== value + 1) return undefined;
  const second = numberFirst(scan, next);
  return second?.row !== undefined && second.value === value + 1 ? second : undefined;
}

/** What is said once for both ends: the first that keeps them in order, and no more than a hundredfold apart. */
const SCALES: Record<Language, readonly number[]> = { vi: [1e3, 1e6], en: [1e3, 1e6], ja: [1e4, 1e3] };

/** `35-40k`, `hai ba trăm ký`, "2 to 6 million", 2～6万: the scale said once is for both ends. */
export function scaleLike(scan: Scan, low: number, high: number, first: Said, last: Said): number {
  const digit = digitOf(scan.tokens[last.from]) ?? 0;
  const spoken = first.number.spelled && first.number.words === 1 && isNext(first.value, digit);
  if (spoken && isRound(last.number.value / digit)) return low * (last.number.value / digit);
  // "Two to three hundred grams".
  const hundreds = scan.language === "en" && spelledOut(first, last) && low < 10 && high < 1000 && high % 100 === 0;
  if (hundreds && low * 100 < high) return low * 100;
  if (!last.number.scaled || first.number.scaled || low >= 1000) return low;
  const scale = SCALES[scan.language].find((one) => low * one <= high && low * one * 100 > high);
  return low * (scale ?? 1);
}

function spelledOut(first: Said, last: Said): boolean {
  return first.number.spelled && last.number.spelled;
}

/** 1, 10, 100, …: nothing but a scale was said. */
function isRound(factor: number): boolean {
  return /^10*$/.test(String(factor));
}

/** `between 2 and 3 days`, `two or three days`, `2 hoặc 3 ngày`, `2、3日`: the ends of a range in other words. */
export function alternative(scan: Scan, first: Said): Said | undefined {
  const upTo = someUpTo(scan, first);
  if (upTo !== undefined) return rangeEnd(scan, { ...first, next: upTo });
  const between = scan.tokens[first.next]?.text ?? "";
  const lead = scan.light.text.slice(Math.max(0, (scan.tokens[first.from]?.start ?? 0) - 16), scan.tokens[first.from]?.start);
  const bracketed = scan.language === "en" && between === "and" && BETWEEN.test(lead);
  if (!bracketed && !OR[scan.language].has(between)) return undefined;
  const second = rangeEnd(scan, first);
  if (second === undefined) return undefined;
  if (second.row === undefined && !second.number.scaled && !isOfEach(scan, second.next) && !isScaledNext(scan, first, second))
    return undefined;
  if (second.row === undefined && second.number.scaled && !isScaledNext(scan, first, second)) return undefined;
  const isNextValue = second.value === first.value + 1 && (first.row === undefined || lastsAlike(first, second));
  return bracketed || isNextValue || isScaledNext(scan, first, second) ? second : undefined;
}

/** `hai, ba trăm năm`, `năm, sáu chục nghìn`, "two or three hundred": the scale said once is for both. */
function isScaledNext({ language, tokens }: Scan, { number, value, row }: Said, second: Said): boolean {
  if (row !== undefined || number.words !== 1 || !number.spelled || !second.number.spelled) return false;
  if (language === "en") return value < 10 && second.number.words === 2 && [100, 1000].includes(second.value / (value + 1));
  if (language !== "vi") return false;
  const digit = digitOf(tokens[second.from]);
  return digit !== undefined && isNext(value, digit) && second.value > digit && isRound(second.value / digit);
}

/** 1日か2日: so long or a little longer, each with its unit; a bag of 1 kg or of 2 kg is either. */
function lastsAlike({ row }: Said, second: Said): boolean {
  return row !== undefined && row.unit === second.row?.unit && LASTING.has(row.dimension);
}
const LASTING = new Set(["time", "day", "month"]);

/** "Two or three to the kilo". */
function isOfEach({ tokens, language }: Scan, at: number): boolean {
  return (
    language === "en" &&
    tokens[at]?.text === "to" &&
    /^(?:the|a)$/.test(tokens[at + 1]?.text ?? "") &&
    tokens[at + 2]?.text.startsWith("k") === true
  );
}

const BETWEEN = /(?<!\p{L})between(?: about| around)? $/u;
const OR: Record<Language, ReadonlySet<string>> = {
  vi: new Set(["hoặc", "hay", ","]),
  en: new Set(["or"]),
  ja: new Set(["、", ",", "か"]),
};
