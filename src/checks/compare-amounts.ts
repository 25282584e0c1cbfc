import { amountsIn, readLoneNumbers, type AmountMention } from "#facts/amounts.ts";
import type { DateMention } from "#facts/date-rule.ts";
import { prepareText } from "#facts/prepared-text.ts";
import type { Language } from "#i18n/language.ts";
import { agrees } from "#facts/agree-amounts.ts";

/**
 * Compares all amounts and dates of a sentence with those of its translation, both ways: (value, unit) multisets after
 * normalising, a range as a range, a price with what it is per. `missing` spans lie in the source, `extra` in the target.
 */
export function compareAmounts(
  sourceText: string,
  sourceLanguage: Language,
  targetText: string,
  targetLanguage: Language,
): { missing: AmountMention[]; extra: AmountMention[] } {
  const source = readComparable(sourceText, sourceLanguage);
  const target = readComparable(targetText, targetLanguage);
  const left = [...target];
  const missing: AmountMention[] = [];
  for (const said of source.toSorted(byStrength)) {
    const found = left.findIndex((other) => agrees(other, said, { strict: true }));
    const loose = found === -1 ? left.findIndex((other) => agrees(other, said)) : found;
    if (loose === -1) missing.push(said);
    else left.splice(loose, 1);
  }
  const inSource = readLoneNumbers(sourceText, sourceLanguage);
  const inTarget = readLoneNumbers(targetText, targetLanguage);
  return {
    missing: missing.filter((said) => !impliedBy(said, target) && !isSpelled(said, inTarget)),
    extra: left.filter((said) => !impliedBy(said, source) && !isSpelled(said, inSource)),
  };
}

/** Amounts and dates as one list; a date stands as a number of its own dimension: June 10 is 610. */
export function readComparable(text: string, language: Language): AmountMention[] {
  const prepared = prepareText(text, language);
  return [...amountsIn(prepared), ...prepared.dates.flatMap(partsOf)].toSorted((left, right) => left.start - right.start);
}

function partsOf(date: DateMention): AmountMention[] {
  const { start, end, quote } = date;
  const part = (dimension: string, value: number | undefined): AmountMention[] =>
    value === undefined ? [] : [{ start, end, quote, min: value, max: value, dimension, spelled: false }];
  const both = date.day !== undefined && date.month !== undefined;
  return [
    ...(both ? part("calendar-date", (date.month ?? 0) * 100 + (date.day ?? 0)) : []),
    ...part("calendar-day", both ? undefined : date.day),
    ...part("calendar-month", both ? undefined : date.month),
    ...part("calendar-quarter", date.quarter),
    ...part("calendar-year", date.year),
    ...part("clock", date.hour),
  ];
}

/** Amounts with a unit are paired before bare numbers, which agree with anything. */
function byStrength(left: AmountMention, right: AmountMention): number {
  return Number(left.dimension === "none") - Number(right.dimension === "none") || left.start - right.start;
}

/** A bare number in digits that the other text says in a word: `3 baskets` of `ba giỏ`. */
function isSpelled({ dimension, min, max }: AmountMention, words: readonly number[]): boolean {
  return dimension === "none" && min === max && words.includes(max);
}

/** "1 kg" beside a price per kg says nothing new; nor does one box, one fruit. */
function impliedBy(said: AmountMention, others: readonly AmountMention[]): boolean {
  if (said.min !== 1 || said.max !== 1) return said.spelled && said.dimension === "none" && said.max < 13;
  return (
    said.dimension === "count" || said.dimension === "none" || others.some((other) => other.per !== undefined && other.per === said.unit)
  );
}
