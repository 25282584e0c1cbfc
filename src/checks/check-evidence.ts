import type { TFunction } from "i18next";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import type { Language, Market } from "#i18n/language.ts";
import { findTerm, termsIn, type TermMention } from "#lexicon/lexicon.ts";
import { checkTexts } from "./check-texts.ts";
import type { Finding } from "./finding.ts";
import { groundOf, type Ground } from "./ground.ts";

/**
 * Is a sentence true to the grower's words, and does what it says rest on the facts it names? It passes the gate twice: against
 * all words, and against the words of its own facts alone. A fact that does not exist, or a product nobody sells here, is a claim.
 */
export function checkEvidence(asked: {
  text: string;
  factIds: readonly string[];
  language: Language;
  words: GrowerWords;
  facts: readonly Fact[];
  markets: readonly Market[];
  say: TFunction;
}): Finding[] {
  const { text, factIds, language, words, facts, markets, say } = asked;
  const texts = { [language]: text };
  const found = checkTexts({ words, facts, texts, markets, say });
  const named = facts.filter(({ id }) => factIds.includes(id));
  const beyond = checkTexts({ words: wordsOf(named), facts: named, texts, markets, say }).filter(
    (one) => !found.some(({ kind, start, end }) => kind === one.kind && start < one.end && one.start < end),
  );
  const block = (start: number, end: number, message: string): Finding => {
    return { language, kind: "claim", severity: "block", quote: text.slice(start, end), start, end, message };
  };
  return [
    ...found,
    ...beyond.map((one) => ({ ...one, message: say("notNamed", { quote: one.quote }) })),
    ...factIds
      .filter((id) => !facts.some((fact) => fact.id === id))
      .map((id) => block(0, text.length, say("noSuchFact", { id: id.slice(0, ID_SHOWN_MAX) }))),
    ...strangeProducts(text, language, groundOf(words, facts, markets)).map(({ start, end }) =>
      block(start, end, say("claim.product", { name: text.slice(start, end) })),
    ),
  ];
}

/** A model can invent an id of any length. */
const ID_SHOWN_MAX = 20;
const known = new WeakMap<Fact, Map<string, GrowerWords>>();

/** The words of some facts, as if the grower had said nothing else; the same object for the same facts, as the gate keeps what it has read of it. */
function wordsOf(facts: readonly Fact[]): GrowerWords {
  const [first] = facts;
  if (first === undefined) return NO_WORDS;
  const kept = known.get(first) ?? new Map<string, GrowerWords>();
  known.set(first, kept);
  const key = facts.map(({ id }) => id).join(" ");
  const words = kept.get(key) ?? { notes: facts.map(({ quote, text }) => `${quote}\n${text}`).join("\n"), answers: [] };
  kept.set(key, words);
  return words;
}
const NO_WORDS: GrowerWords = { notes: "", answers: [] };

function strangeProducts(text: string, language: Language, { facts, terms }: Ground): TermMention[] {
  const sold = new Set(facts.flatMap(({ term }) => (term === undefined ? [] : [term, findTerm(term)?.of])));
  return termsIn(text, language).filter(
    ({ id, start, end }) =>
      findTerm(id)?.kind === "product" && !sold.has(id) && !terms.has(id) && !isCommonWord(text.slice(start, end), language),
  );
}

/** A syllable or two characters have too many other readings: `hồng` is pink too, 茶 is in brown, コメ in コメント. */
function isCommonWord(name: string, language: Language): boolean {
  return language === "vi" ? !name.includes(" ") : language === "ja" && name.length <= 2;
}
