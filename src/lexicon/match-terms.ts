import type { Language } from "#i18n/language.ts";
import { matchJapanese } from "./match-japanese.ts";
import { matchLatin } from "./match-latin.ts";
import type { Term } from "./term.ts";

export type Spot = { id: string; start: number; end: number };
export type Matcher = (text: string) => Spot[];

/** Builds a matcher over all names of one language; `everyday`: Vietnamese phrases that hold a name and mean something else. */
export function readTerms(terms: readonly Term[], everyday: readonly string[], language: Language): Matcher {
  return language === "ja" ? matchJapanese(terms) : matchLatin(terms, language === "vi" ? everyday : [], language);
}
