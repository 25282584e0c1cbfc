import { once } from "#facts/once.ts";
import { recent } from "#facts/recent.ts";
import { readTerms, type Spot } from "./match-terms.ts";
import type { Language } from "#i18n/language.ts";
import { parseLexicon, type Family, type Term } from "./term.ts";
import { productFiles } from "./products.ts";
import certificates from "./certificates.json" with { type: "json" };
import everyday from "./everyday.json" with { type: "json" };
import places from "./places.json" with { type: "json" };
import practices from "./practices.json" with { type: "json" };

/** A term's place in a text; offsets are UTF-16 units. */
export type TermMention = Spot;

const terms: readonly Term[] = parseLexicon(productFiles, places, certificates, practices);
const byId: ReadonlyMap<string, Term> = new Map(terms.map((term) => [term.id, term]));
const matchers: Record<Language, () => (text: string) => readonly TermMention[]> = {
  vi: matcherOf("vi"),
  en: matcherOf("en"),
  ja: matcherOf("ja"),
};

/** All terms: products, their varieties, places, certificates, practices. */
export function loadLexicon(): readonly Term[] {
  return terms;
}

export function findTerm(id: string): Term | undefined {
  return byId.get(id);
}

/** The term's name in a language; `undefined` for an id that the lexicon does not hold. */
export function nameOf(id: string, language: Language): string | undefined {
  return byId.get(id)?.[language].name;
}

/** The family of a product or of a variety of it. */
export function familyOf(productId: string): Family | undefined {
  const term = byId.get(productId);
  return term?.family ?? (term?.of === undefined ? undefined : byId.get(term.of)?.family);
}

/** North, centre or south, for a place. */
export function regionOf(placeId: string): Term["region"] {
  return byId.get(placeId)?.region;
}

/** Terms named in a text, in reading order; the longest name wins, overlapping kinds (a place inside a variety's name) are left out. */
export function termsIn(text: string, language: Language): readonly TermMention[] {
  return matchers[language]()(text);
}

function matcherOf(language: Language): () => (text: string) => readonly TermMention[] {
  return once(() => recent(readTerms(terms, everyday.phrases, language)));
}
