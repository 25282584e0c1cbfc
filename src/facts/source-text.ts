import { findTerm, type TermMention } from "#lexicon/lexicon.ts";
import { ingredientsOf } from "#lexicon/recipes.ts";
import { amountsIn, type AmountMention } from "./amounts.ts";
import { clausesIn, sentencesIn } from "./clauses.ts";
import { readCues, type Cue, type CueHit } from "./cues.ts";
import type { DateMention } from "./date-rule.ts";
import type { Amount, Fact, FactKind, Unit } from "./fact.ts";
import { lighten, type Folded } from "./fold.ts";
import { madeOf, type MadeOf } from "./made-of.ts";
import type { PhoneMention } from "./phones.ts";
import { prepareText } from "./prepared-text.ts";
import { overlaps, type Span } from "./said.ts";
import { shutSpans, takenBack, type Shut } from "./shut-spans.ts";
import { indexFrom, meeting, union } from "./spans.ts";
import type { Token } from "./tokens.ts";
import { unlistedPlaces } from "./unlisted-places.ts";

/** One of the grower's texts with all that is read from it once. */
export type SourceText = {
  source: Fact["source"];
  text: string;
  light: Folded;
  /** Words, numbers and signs; offsets into the raw text. */
  tokens: readonly Token[];
  /** Phrases that tell what stands beside them, each cue's in reading order. */
  cues: ReadonlyMap<Cue, readonly CueHit[]>;
  amounts: AmountMention[];
  dates: readonly DateMention[];
  phones: readonly PhoneMention[];
  terms: TermMention[];
  /** Of the terms, what is grown or made. */
  products: TermMention[];
  /** Places that the lexicon does not hold. */
  places: Span[];
  /** Lists of what goods are made of. */
  made: readonly MadeOf[];
  /** Where nothing is a fact, or nothing of some kinds: hearsay, health claims, orders to the machine, plans, what was taken back. */
  shut: Shut[];
  /** Between commas, full stops and line ends. */
  clauses: Span[];
  /** Between full stops and line ends. */
  sentences: Span[];
  /** Where nothing at all is a fact, as one list without overlaps. */
  closed: Span[];
};

/** A fact before it has its id. */
export type Draft = Span & {
  kind: FactKind;
  amount?: Amount;
  date?: Fact["date"];
  term?: string;
  /** Where it is more than the words restored. */ text?: string;
};

export function readSource(source: Fact["source"], text: string): SourceText {
  const prepared = prepareText(text, "vi");
  const { light, dates, phones } = prepared;
  const { tokens, cues } = readCues(light);
  const amounts = amountsIn(prepared);
  const clauses = clausesIn(text);
  const sentences = sentencesIn(text);
  const named = prepared.terms.filter(({ id }) => findTerm(id)?.kind === "place");
  const shut = shutSpans({ text, light, tokens, cues, amounts, clauses, sentences, named, terms: prepared.terms });
  const closed = union(shut.filter(({ kinds }) => kinds === undefined));
  const open = <T extends Span>(mentions: readonly T[]) => mentions.filter((mention) => meeting(closed, mention) === undefined);
  const terms = open(prepared.terms);
  const gone = takenBack(light, amounts);
  const cutUp = { text, tokens, cues, amounts, clauses, sentences };
  return {
    ...cutUp,
    source,
    light,
    amounts: open(amounts),
    dates: open(dates),
    phones: phones.filter((phone) => !gone.some((span) => overlaps(span, phone))),
    terms,
    products: terms.filter(({ id }) => findTerm(id)?.kind === "product"),
    places: open(unlistedPlaces({ ...cutUp, terms })),
    made: open(madeOf(text)).filter((list) => !list.bare || isOfMade(terms, list)),
    shut,
    closed,
  };
}

/** `bánh chưng, chỉ có nếp, đậu xanh`: goods that are made of such things were named before. */
function isOfMade(terms: readonly TermMention[], { start }: Span): boolean {
  return terms.some((term) => term.end <= start && start - term.end < MADE_REACH && ingredientsOf(term.id).size > 0);
}
const MADE_REACH = 80;

/** The lightened words of a raw span. */
export function wordsIn(read: Pick<SourceText, "text">, start: number, end: number): string {
  return lighten(read.text.slice(Math.max(0, start), Math.max(0, end))).text;
}

/** The text of a span without the places that are named in it. */
export function withoutPlaces(read: Pick<SourceText, "text" | "terms">, { start, end }: Span): string {
  const terms = read.terms.slice(indexFrom(read.terms, start), indexFrom(read.terms, end));
  const places = terms.filter((term) => findTerm(term.id)?.kind === "place" && term.end <= end);
  return places.reduceRight(
    (text, place) => text.slice(0, place.start - start) + text.slice(place.end - start),
    read.text.slice(start, end),
  );
}

/** All phrases of the cues that no shut span touches, in reading order. */
export function found(read: SourceText, ...cues: readonly Cue[]): CueHit[] {
  return cues
    .flatMap((cue) => read.cues.get(cue) ?? [])
    .filter((hit) => meeting(read.closed, hit) === undefined)
    .toSorted((left, right) => left.start - right.start);
}

/** The contract's amount, or none where the unit has no fixed size. */
export function amountOf(mention: AmountMention, per = mention.per): { amount?: Amount } {
  if (mention.unit === undefined || mention.min > mention.max) return {};
  const amount: Amount = { min: mention.min, max: mention.max, unit: mention.unit };
  return { amount: per === undefined ? amount : { ...amount, per } };
}

export function trim(read: Pick<SourceText, "text">, span: Span): Span {
  let { start, end } = span;
  while (start < end && EDGE.test(read.text[start] ?? "")) start += 1;
  while (end > start && EDGE.test(read.text[end - 1] ?? "")) end -= 1;
  return { start, end };
}
const EDGE = /[\s,.;:!?()"“”=]/;

export function isMoney(unit: Unit | undefined): boolean {
  return unit === "VND" || unit === "USD" || unit === "JPY";
}
