import { termsIn, type TermMention } from "#lexicon/lexicon.ts";
import { readAmounts, type AmountMention } from "./amounts.ts";
import { readDates, type DateMention } from "./dates.ts";
import type { Amount, Fact, FactKind, Unit } from "./fact.ts";
import { lighten, type Folded } from "./fold.ts";
import { readPhones, type PhoneMention } from "./phones.ts";
import { overlaps, type Span } from "./said.ts";
import { shutSpans } from "./shut-spans.ts";

/** One of the grower's texts with all that is read from it once. */
export type SourceText = {
  source: Fact["source"];
  text: string;
  light: Folded;
  amounts: AmountMention[];
  dates: DateMention[];
  phones: PhoneMention[];
  terms: TermMention[];
  /** Where nothing is a fact: hearsay, health claims, orders to the machine, what was taken back. */
  shut: Span[];
  /** Between commas, full stops and line ends. */
  clauses: Span[];
  /** Between full stops and line ends. */
  sentences: Span[];
};

/** A fact before it has its id. */
export type Draft = Span & { kind: FactKind; amount?: Amount; date?: Fact["date"]; term?: string };

export function readSource(source: Fact["source"], text: string): SourceText {
  const light = lighten(text);
  const amounts = readAmounts(text, "vi");
  const shut = shutSpans(light, amounts);
  const open = <T extends Span>(mentions: T[]) => mentions.filter((mention) => !shut.some((span) => overlaps(span, mention)));
  return {
    source,
    text,
    light,
    amounts: open(amounts),
    dates: open(readDates(text, "vi")),
    phones: readPhones(text),
    terms: open(termsIn(text, "vi")),
    shut,
    clauses: cut(text, /[,;!?\n()。、！？…]|\.(?!\d)|\p{Extended_Pictographic}|(?<=\s)[-–](?=\s)|:(?=\s)/gu),
    sentences: cut(text, /[;!?\n。！？]|\.(?!\d)/gu),
  };
}

/** The lightened words of a raw span. */
export function wordsIn(read: SourceText, start: number, end: number): string {
  return lighten(read.text.slice(Math.max(0, start), Math.max(0, end))).text;
}

export function clauseAt(read: SourceText, at: number): Span {
  return read.clauses.find((clause) => clause.start <= at && at < clause.end) ?? { start: 0, end: read.text.length };
}

export function sentenceAt(read: SourceText, at: number): Span {
  return read.sentences.find((sentence) => sentence.start <= at && at < sentence.end) ?? { start: 0, end: read.text.length };
}

/** All matches of a pattern that no shut span touches, as raw spans. */
export function find(read: SourceText, pattern: RegExp): (Span & { quote: string; match: RegExpMatchArray })[] {
  return [...read.light.text.matchAll(pattern)]
    .map((match) => ({ ...read.light.span(match.index, match.index + match[0].length), match }))
    .filter((span) => span.end > span.start && !read.shut.some((shut) => overlaps(shut, span)));
}

/** The contract's amount, or none where the unit has no fixed size. */
export function amountOf(mention: AmountMention, per = mention.per): { amount?: Amount } {
  if (mention.unit === undefined || mention.min > mention.max) return {};
  const amount: Amount = { min: mention.min, max: mention.max, unit: mention.unit };
  return { amount: per === undefined ? amount : { ...amount, per } };
}

export function trim(read: SourceText, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s,.;:!?()"“”]/.test(read.text[start] ?? "")) start += 1;
  while (end > start && /[\s,.;:!?()"“”]/.test(read.text[end - 1] ?? "")) end -= 1;
  return { start, end };
}

export function isMoney(unit: Unit | undefined): boolean {
  return unit === "VND" || unit === "USD" || unit === "JPY";
}

function cut(text: string, separator: RegExp): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    const comma = match[0] === "," && /\d/.test(text[match.index - 1] ?? "") && /\d/.test(text[match.index + 1] ?? "");
    if (comma) continue;
    if (match.index > start) spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
