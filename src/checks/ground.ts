import type { TFunction } from "i18next";
import { readLoneNumbers, type AmountMention } from "#facts/amounts.ts";
import { dozenOf } from "#facts/explained-dozens.ts";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import { foldText, lighten, lightText, type Folded } from "#facts/fold.ts";
import { recent } from "#facts/recent.ts";
import { isOthersPlace } from "#facts/others-place.ts";
import { overlaps, type Span } from "#facts/said.ts";
import { takenBack } from "#facts/shut-spans.ts";
import type { Language, Market } from "#i18n/language.ts";
import { findTerm, termsIn, type TermMention } from "#lexicon/lexicon.ts";
import { once } from "#facts/once.ts";
import { isNegated, isTakenBack } from "./claim-rules.ts";
import { bindAmounts, type Bound } from "./bind-amounts.ts";
import { readComparable } from "./compare-amounts.ts";
import { closedDays } from "./closed-days.ts";
import { behindNames, behindSizes, type OfGoods } from "./goods-named.ts";
import { stockIn } from "./stock-told.ts";
import { noteSets, type NoteSet } from "./note-sets.ts";
import { namedPrices, type NamedPrice } from "./named-prices.ts";
import { quotedAmounts } from "./quoted-amounts.ts";
import { inTheSameList, unsaidAmounts } from "./unsaid-amounts.ts";
import { hoursIn, type Half } from "./hours.ts";
import { faresIn, type Fare } from "./fares.ts";
import { readFrequencies, type Frequency } from "./frequencies.ts";
import { readWeekdays } from "./weekdays.ts";
import { readPhonePoints, type PhonePoint } from "./contact-points.ts";
import type { Finding, FindingKind } from "./finding.ts";
import { byTheirDozen, inTheirDozens, TEN } from "./their-dozens.ts";
import { rangesIn } from "./turned-ranges.ts";
import { yieldsIn, type Yield } from "./yields.ts";

/** A text with what the checks need of it, read once. */
export type ReadText = {
  language: Language;
  text: string;
  light: Folded;
  amounts: readonly AmountMention[];
  terms: readonly TermMention[];
  phones: readonly PhonePoint[];
};

/** What the grower's words hold, read once for all texts. */
export type Ground = {
  facts: readonly Fact[];
  markets: readonly Market[];
  /** All words in one, lightened and bare, for looking up phrases. */
  notes: string;
  bareNotes: string;
  bareWords: ReadonlySet<string>;
  amounts: readonly AmountMention[];
  /** Hours of the clock, of twelve: `8h-17h`; before or after noon where that is said, else both. */
  hours: ReadonlyMap<number, ReadonlySet<Half>>;
  weekdays: ReadonlySet<number>;
  /** On which of them nobody is served. */
  closed: readonly number[];
  frequencies: readonly Frequency[];
  /** `12 trái ra 1 lít`: what goes in and what comes out. */
  yields: readonly Yield[];
  ranges: ReturnType<typeof rangesIn>;
  /** Small numbers said in words, of whatever: `ba anh em`. */
  spelled: ReadonlySet<number>;
  /** What is left to sell: by the facts, or said after `còn`, `sẵn`. */
  stock: readonly AmountMention[];
  /** What the grower says each number of. */
  bound: readonly Bound[];
  named: readonly NamedPrice[];
  /** What is told behind the name or the size of each of the goods. */
  goods: readonly OfGoods[];
  /** Boxes and combos of several goods, looked for when a sum is told. */
  sets: () => readonly NoteSet[];
  fares: () => readonly Fare[];
  phones: ReadonlySet<string>;
  terms: ReadonlySet<string>;
  /** Which claims the words hold, as far as it was asked. */
  claims: Map<string, boolean>;
};

/** One told text and what it is held against. */
export type Told = ReadText & { bound: readonly Bound[]; ground: Ground; say: TFunction };

/** A finding before its words. */
export type Found = { kind: FindingKind; start: number; end: number; message: string; severity?: Finding["severity"] };

const known = new WeakMap<GrowerWords, Omit<Ground, "facts" | "markets">>();

/** A story's sentences are checked one by one against the same words, so what was read of them is kept as long as they are. */
export function groundOf(words: GrowerWords, facts: readonly Fact[], markets: readonly Market[]): Ground {
  const held = known.get(words) ?? readWords(words);
  known.set(words, held);
  const stock = facts.filter(({ kind }) => kind === "stock").flatMap(quotedAmounts);
  const amounts = [...held.amounts, ...facts.flatMap(daysOf), ...facts.flatMap(priceOf), ...facts.flatMap(convertedOf)];
  return { ...held, amounts, stock: [...held.stock, ...stock], facts, markets };
}

/** "hết tháng 6" is the 30th, though nobody said thirty. */
function daysOf({ date, start, end, quote }: Fact): AmountMention[] {
  return [date?.from, date?.to].flatMap((told) => {
    const [month, day] = (told ?? "").split("-").slice(-2).map(Number);
    if (month === undefined || day === undefined || Number.isNaN(day)) return [];
    const value = month * 100 + day;
    return [{ start, end, quote, min: value, max: value, dimension: "calendar-date", spelled: false }];
  });
}

/** `size 5-6 con/kg 650k`: per kilo by what stands before it, as the fact has it. */
function priceOf({ kind, amount, start, end, quote }: Fact): AmountMention[] {
  return kind === "price" && amount?.per !== undefined ? [{ start, end, quote, ...amount, dimension: amount.unit, spelled: false }] : [];
}

/** A price in another currency, and the day of its rate. */
function convertedOf({ converted, start, end, quote }: Fact): AmountMention[] {
  if (converted === undefined) return [];
  const [year = 0, month = 0, day = 0] = converted.date.split("-").map(Number);
  const part = (dimension: string, value: number): AmountMention => {
    return { start, end, quote, min: value, max: value, dimension, spelled: false };
  };
  return [
    ...converted.amounts.map((amount): AmountMention => ({ start, end, quote, ...amount, dimension: amount.unit, spelled: false })),
    part("calendar-year", year),
    part("calendar-date", month * 100 + day),
  ];
}

function readWords(words: GrowerWords): Omit<Ground, "facts" | "markets"> {
  const texts = [words.notes, ...words.answers.map(({ text }) => text)];
  const reads = texts.map((text) => standing(readText("vi", text)));
  const bounds = reads.map((read) => inTheirDozens(bindAmounts(read), read.text));
  const bound = bounds.flat();
  const notes = reads.map(({ light, gone }) => blanked(light, gone).replace(CHATTED_NO, "không")).join("\n");
  const bareNotes = foldText(notes);
  return {
    notes,
    bareNotes,
    bareWords: new Set(bareNotes.match(/\p{L}+/gu) ?? []),
    amounts: [
      ...reads.flatMap(({ text, amounts }) => amounts.flatMap((amount) => [amount, ...byTheirDozen(amount, text)])),
      ...reads.flatMap(unsaidAmounts),
      ...reads.flatMap(({ text }, at) => (bounds[at] ?? []).flatMap((one) => inTheSameList(one, text, bound))),
    ],
    stock: reads.flatMap(stockIn),
    hours: hoursIn(notes),
    weekdays: new Set(reads.flatMap(({ light }) => readWeekdays(light, "vi").map(({ day }) => day))),
    closed: reads.flatMap(({ light }) => closedDays(light, "vi").map(({ day }) => day)),
    frequencies: reads.flatMap(({ light }) => readFrequencies(light, "vi")),
    ranges: reads.flatMap((read) => rangesIn(read, "vi")),
    yields: reads.flatMap((read) => yieldsIn(read, "vi")),
    spelled: new Set(texts.flatMap((text) => readLoneNumbers(text, "vi").filter((value) => value !== TEN || dozenOf(text) === undefined))),
    bound,
    named: reads.flatMap(namedPrices),
    sets: once(() => reads.flatMap(noteSets)),
    fares: once(() => reads.flatMap(faresIn)),
    phones: new Set(reads.flatMap(({ phones }) => phones.map(({ digits }) => digits))),
    claims: new Map(),
    goods: reads.flatMap(({ terms }, at) => [...behindNames(terms, bounds[at] ?? []), ...behindSizes(bounds[at] ?? [])]),
    terms: new Set(reads.flatMap((read) => read.terms.filter((term) => !isUndone(read, term)).map(({ id }) => id))),
  };
}

/** `hok pham mau`, `hk xịt thuốc`: as young sellers type it. */
const CHATTED_NO = /(?<![\p{L}\d])(?:hok|hk|khum|khg|hogn)(?![\p{L}\d])/gu;

/** `không sấy máy` names a practice, and says that it is not theirs. */
function isUndone({ text }: ReadText, { id, start }: TermMention): boolean {
  if (findTerm(id)?.kind !== "practice") return false;
  const before = lightText(text.slice(Math.max(0, start - 14), start));
  return isNegated(before, before.length);
}

/** Words to the machine, slips taken back and what others sell hold nothing: no number, no phone, no place. */
function standing(read: ReadText): ReadText & { gone: Span[] } {
  const gone = [...takenBack(read.light, read.amounts), ...read.terms.filter((term) => isOthers(read, term))];
  const stands = (span: Span) => !gone.some((other) => overlaps(other, span));
  const terms = read.terms.filter((term) => stands(term) && !isTakenBack(lightText(read.text.slice(term.end, term.end + 30))));
  const amounts = read.amounts.filter(stands).map((amount) => asMeant(amount, read.amounts, gone));
  return { ...read, gone, terms, amounts, phones: read.phones.filter(stands) };
}

/** `một lít 60 nghìn à không 70 nghìn`: the price said instead is a litre's too. */
function asMeant(amount: AmountMention, all: readonly AmountMention[], gone: readonly Span[]): AmountMention {
  if (amount.per !== undefined) return amount;
  const slip = gone.find(({ end }) => end <= amount.start && amount.start - end <= SLIP_REACH);
  const taken = slip && all.findLast((one) => overlaps(one, slip) && one.dimension === amount.dimension);
  return taken?.per === undefined ? amount : { ...amount, per: taken.per };
}
const SLIP_REACH = 4;

/** `khách hay nhầm với Suối Giàng`: no place of theirs. */
function isOthers({ text }: ReadText, { id, start, end }: TermMention): boolean {
  if (findTerm(id)?.kind !== "place") return false;
  return isOthersPlace(lightText(text.slice(Math.max(0, start - 24), start)), lightText(text.slice(end, end + 24)));
}

function blanked({ text, span }: Folded, gone: readonly Span[]): string {
  if (gone.length === 0) return text;
  return text.replace(/[\s\S]/g, (unit, at: number) => (gone.some((other) => overlaps(other, span(at, at + 1))) ? " " : unit));
}

export function toldOf(language: Language, text: string, ground: Ground, say: TFunction): Told {
  return { ...readings[language](text), ground, say };
}

const KEPT = { kept: 1_000, lengthMax: 400 };
const readings = { vi: openReading("vi"), en: openReading("en"), ja: openReading("ja") };

/** Most of a seller's sentences have been read before, in another block, language round or story. */
function openReading(language: Language): (text: string) => ReadText & { bound: readonly Bound[] } {
  return recent((text) => {
    const read = readText(language, text);
    return { ...read, bound: bindAmounts(read) };
  }, KEPT);
}

function readText(language: Language, text: string): ReadText {
  const light = lighten(text);
  const phones = readPhonePoints(text, light);
  const amounts = readComparable(text, language).filter((amount) => !phones.some((phone) => overlaps(phone, amount)));
  return { language, text, light, amounts, terms: termsIn(text, language), phones };
}

/** A text's sentences; a dot inside a number or an address ends none. */
export function sentencesOf(text: string): Span[] {
  return [...text.matchAll(/[^。！？\n!?.]+(?:\.(?!\s|$)[^。！？\n!?.]*)*[。！？\n!?.]?/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
