import type { Language } from "#i18n/language.ts";
import { writeMyriads } from "#pitches/write-amount.ts";
import { agreeEnglish } from "./agree-english.ts";
import { readNumberPlaces, type NumberPlace } from "./number-places.ts";
import type { NumberChange } from "./pair-numbers.ts";

/**
 * A line with the numbers said this time in the places of the prepared ones, written the same way. Undefined where a
 * changed number has no place of its own, or where another number may hang on it (`about $1.40`).
 */
export function fillNumbers(
  text: string,
  language: Language,
  changes: readonly NumberChange[],
  preparedValues: readonly number[],
): string | undefined {
  if (changes.length === 0) return text;
  const places = readNumberPlaces(text, language);
  if (places.some((place) => !place.name && !preparedValues.includes(place.value) && isWorth(text, place))) return undefined;
  const filled: Filled[] = [];
  for (const change of changes) {
    const { lent = 1 } = change;
    const found = placeOf(places, change) ?? placeOf(places, { ...change, from: change.from / lent, to: change.to / lent });
    if (found === undefined || isOtherHalf(text.slice(found.place.end), change)) return undefined;
    filled.push(found);
  }
  let result = text;
  for (const { place, change } of filled.toSorted((left, right) => right.place.start - left.place.start)) {
    const [before, after] = [result.slice(0, place.start), result.slice(place.end)];
    const old = text.slice(place.start, place.end);
    const joint = old.endsWith("-") ? "-" : "";
    const amount = writeLike(old, change.to, language, after).padStart(isMinute(before) ? 2 : 1, "0") + joint;
    const written = place.inside === undefined ? amount : `${amount} ${place.inside}`;
    const around = language === "en" ? agreeEnglish(before, written, after, asOne(place, change)) : { before, after };
    result = around.before + written + (language === "ja" ? countedBeyondNine(change.to, around.after) : around.after);
  }
  return result;
}

/** To its noun `half a kilo` is one. */
function asOne({ spelled }: NumberPlace, change: NumberChange): NumberChange {
  return spelled && change.from < 1 ? { ...change, from: 1 } : change;
}

/** The `30` of `7:30`. */
function isMinute(before: string): boolean {
  return /\d[:：]$/u.test(before);
}

/** Eleven at noon is a.m., twelve and one are p.m.: with its hour such a line changes its half of the day. */
function isOtherHalf(after: string, { from, to }: NumberChange): boolean {
  if (!/^(?::\d\d)?\s?(?:[ap]\.?m\b|noon|midnight)/iu.test(after)) return false;
  return /noon|midnight/iu.test(after.slice(0, 12)) || (LATE.has(from) ? EARLY.has(to) : EARLY.has(from) && LATE.has(to));
}
const LATE = new Set([10, 11]);
const EARLY = new Set([12, 1, 2, 3]);

/** つ counts to nine: `12個`. */
function countedBeyondNine(value: number, after: string): string {
  return Number.isInteger(value) && value < 10 ? after : after.replace(/^つ(?!星)/u, "個");
}

type Filled = { place: NumberPlace; change: NumberChange };
function placeOf(places: readonly NumberPlace[], change: NumberChange): Filled | undefined {
  const equals = places.filter((place) => place.value === change.from && !place.name);
  // Of `một ký, loại 1` it is not known which was said.
  if (change.from === 1 && new Set(equals.map(({ spelled }) => spelled)).size > 1) return undefined;
  const place = equals.filter(({ spelled }) => !spelled)[change.occurrence] ?? equals[change.occurrence];
  if (place === undefined) return undefined;
  const lent = place.lent ?? 1;
  return { place, change: { ...change, from: change.from / lent, to: change.to / lent } };
}

/** Money and foreign measures are worked out from a number; `a pair`, `十分` and the `2` of a set are not. */
function isWorth(text: string, { value, start, end }: NumberPlace): boolean {
  if (value >= 1_000 || /[$¥￥€£]\s?$/u.test(text.slice(0, start))) return true;
  return /^\s?(?:dollars?|usd|yen|euros?|pounds?|lbs?|ounces?|oz|inch(?:es)?|円|ドル|ユーロ|ポンド|インチ)(?![a-z])/iu.test(
    text.slice(end),
  );
}

const SCALES: Record<string, number> = { k: 1e3, nghìn: 1e3, ngàn: 1e3, thousand: 1e3, triệu: 1e6, tr: 1e6, million: 1e6, 万: 1e4 };

/** `35k` → `36k`, `3.5万` → `3.6万`, `35.000` → `36.000`, `22万5千` → `21万`, `2023` → `2024`; what was in words is written in digits. */
function writeLike(old: string, value: number, language: Language, after: string): string {
  const scaled = /^[\d.,]+(?<scale>\s*(?:k|nghìn|ngàn|thousand|triệu|tr|million|万))$/iu.exec(old)?.groups?.scale;
  const size = SCALES[scaled?.trim().toLowerCase() ?? ""];
  const inMyriads = scaled === "万" && !old.includes(".");
  if (scaled !== undefined && size !== undefined && !inMyriads && value >= size && Number.isInteger((value / size) * 100))
    return digits(value / size, language) + scaled;
  if (/[億万千]/u.test(old) && Number.isInteger(value) && value >= 10_000) return writeMyriads(value);
  if (/^[12]\d{3}$/.test(old)) return String(value);
  const needsDong = language === "vi" && value >= 1_000 && !/^\d/.test(old) && !/^\s*(?:đ(?!\p{L})|đồng|vnd)/iu.test(after);
  return digits(value, language) + (needsDong ? " đồng" : "");
}

const LOCALES: Record<Language, string> = { vi: "vi-VN", en: "en-US", ja: "ja-JP" };
function digits(value: number, language: Language): string {
  return value.toLocaleString(LOCALES[language], { maximumFractionDigits: 3 });
}
