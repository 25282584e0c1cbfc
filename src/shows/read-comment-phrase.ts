import { z } from "zod";
import { factKindSchema, type FactKind } from "#facts/fact.ts";
import { lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm, nameOf, termsIn } from "#lexicon/lexicon.ts";
import type { Term } from "#lexicon/term.ts";
import data from "./comment-phrases.json" with { type: "json" };

const { phrases } = z
  .object({
    source: z.string(),
    phrases: z.array(z.object({ about: factKindSchema.optional(), vi: z.string(), en: z.array(z.string()), ja: z.array(z.string()) })),
  })
  .parse(data);

export type CommentPhrase = { vi: string; about: FactKind | undefined };
type Told = Exclude<Language, "vi">;

/** What stands for one thing or another in a phrase, by the word it is looked up with. */
const OPEN = { count: "opencount", place: "openplace", certificate: "opencertificate", goods: "opengoods" } as const;
type Open = keyof typeof OPEN;

const known: Record<Told, ReadonlyMap<string, CommentPhrase>> = { en: phrasesIn("en"), ja: phrasesIn("ja") };

/** What a buyer asks, where it is one of the phrases that buyers use, with its own number or name; undefined for all else. */
export function readCommentPhrase(text: string, language: Language): CommentPhrase | undefined {
  if (language === "vi") return undefined;
  const whole = known[language].get(settle(text));
  if (whole !== undefined) return whole;
  const { opened, names } = openUp(text, language);
  const phrase = known[language].get(settle(opened));
  const left = phrase && [...phrase.vi.matchAll(/\{(\w+)\}/g)].length;
  if (phrase === undefined || left !== names.size) return undefined;
  const vi = phrase.vi.replaceAll(/\{(\w+)\}/g, (_, open: string) => names.get(open) ?? "");
  return { ...phrase, vi: vi.charAt(0).toUpperCase() + vi.slice(1) };
}

/** The text with its one number, place, certificate or product as what any of them is; a second one is no phrase's. */
function openUp(text: string, language: Told): { opened: string; names: Map<string, string> } {
  const names = new Map<string, string>();
  const spans = termsIn(text, language).flatMap(({ id, start, end }) => {
    const open = openOf(findTerm(id));
    return open === undefined ? [] : [{ start, end, open, name: nameOf(id, "vi") ?? "" }];
  });
  let opened = text;
  for (const { start, end, open, name } of spans.filter((span) => !spans.some((other) => covers(other, span))).toReversed()) {
    names.set(open, name);
    opened = `${opened.slice(0, start)} ${OPEN[open]} ${opened.slice(end)}`;
  }
  opened = opened.replaceAll(/\d+(?:[.,]\d+)?/g, (number) => {
    names.set("count", number.replace(".", ","));
    return ` ${OPEN.count} `;
  });
  return { opened, names };
}

function openOf(term: Term | undefined): Open | undefined {
  if (term?.kind === "product" || term?.kind === "variety") return "goods";
  if (term?.kind === "place") return "place";
  return term?.certificate === undefined ? undefined : "certificate";
}

type Span = { start: number; end: number; open: Open };
/** A place that is called after goods is the place, a variety more than its product. */
function covers(other: Span, span: Span): boolean {
  if (other.start >= span.end || span.start >= other.end || other === span) return false;
  if (other.open !== span.open) return span.open === "goods";
  return other.end - other.start > span.end - span.start;
}

function phrasesIn(language: Told): Map<string, CommentPhrase> {
  const open = (phrase: string) => phrase.replaceAll(/\{(count|place|certificate|goods)\}/g, (_, name: Open) => ` ${OPEN[name]} `);
  return new Map(
    phrases.flatMap(({ vi, about, ...told }) => told[language].map((phrase) => [settle(open(phrase)), { vi, about }] as const)),
  );
}

/** Case, punctuation, emoji and courtesy make no other question. */
function settle(text: string): string {
  return lightText(text)
    .replaceAll("’", "'")
    .replaceAll(/[^\p{L}\p{N}\p{M}'ー]+/gu, " ")
    .trim()
    .replace(/^(?:(?:please|hi|hello|hey|excuse me|sorry) )+(?=\S)/u, "")
    .replace(/ (?:please|pls|thanks|thank you)$/u, "");
}
