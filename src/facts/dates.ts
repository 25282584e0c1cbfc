import type { Language } from "#i18n/language.ts";
import { codesIn } from "./codes.ts";
import type { DateBook, DateMention, DateParts } from "./date-rule.ts";
import { ENGLISH_DATES } from "./english-dates.ts";
import { fold, lighten, type Folded } from "./fold.ts";
import { JAPANESE_DATES } from "./japanese-dates.ts";
import { heldBy, isMet, neededBy, type Needs } from "./needs.ts";
import { once } from "./once.ts";
import { oncePerText } from "./once-per-text.ts";
import { overlaps } from "./said.ts";
import { streetsIn } from "./street-names.ts";
import { VIETNAMESE_DATES } from "./vietnamese-dates.ts";

const BOOKS: Record<Language, DateBook> = { vi: VIETNAMESE_DATES, en: ENGLISH_DATES, ja: JAPANESE_DATES };

/** Reads dates (`10/6`, `tháng 11-12`, `June 10`, `6月10日`), years and clock times, in reading order, none overlapping. */
export function readDates(text: string, language: Language): readonly DateMention[] {
  return datesIn(lighten(text), language);
}

/** As `readDates`, of a text already lightened. */
export function datesIn(light: Folded, language: Language): readonly DateMention[] {
  return finders[language](light);
}

const needs = new WeakMap<RegExp, Needs>();
/** Most texts lack what most dates are written with. */
function mayHold(view: Folded, pattern: RegExp): boolean {
  const needed = needs.get(pattern) ?? neededBy(pattern);
  needs.set(pattern, needed);
  return isMet(needed, heldBy(view));
}

const finders: Record<Language, (light: Folded) => readonly DateMention[]> = {
  vi: oncePerText((light) => findDates(light, "vi")),
  en: oncePerText((light) => findDates(light, "en")),
  ja: oncePerText((light) => findDates(light, "ja")),
};

function findDates(light: Folded, language: Language): DateMention[] {
  const text = light.raw;
  const view = language === "vi" ? fold(text) : light;
  const found: DateMention[] = [];
  const namesIn = once(() => [...codesIn(light), ...streetsIn(light)]);
  const { rules, isNone } = BOOKS[language];
  for (const { pattern, parts: partsOf, before } of rules) {
    if (!mayHold(view, pattern)) continue;
    for (const match of view.text.matchAll(pattern)) {
      const span = view.span(match.index, match.index + match[0].length);
      if (found.some((other) => span.start < other.end && other.start < span.end) || namesIn().some((name) => overlaps(name, span)))
        continue;
      const parts = partsOf(match.groups ?? {});
      if (before?.test(text.slice(span.end, span.end + NAME_MAX)) === false) continue;
      if (isPossible(parts) && !isNone(span.quote, text, span.start)) found.push({ ...span, ...parts });
    }
  }
  return splitMonthRanges(found).toSorted((left, right) => left.start - right.start);
}

const NAME_MAX = 16;

function isPossible({ day, month, hour }: DateParts): boolean {
  return (
    (day === undefined || (day >= 1 && day <= 31)) &&
    (month === undefined || (month >= 1 && month <= 12)) &&
    (hour === undefined || hour <= 24)
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
