import { foldText, hasMarks, lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import type { GlossaryTerm } from "./show.ts";

/** A term that occurs in a spoken sentence, as a translation has to write it. */
export type CaptionTerm = {
  say: string;
  write: string;
  /** Never these, by the law or by the show's own glossary. */
  forbidden: readonly string[];
  /** The streamer's own choice of word, which the lexicon's is not. */
  required: boolean;
};

/** The terms that occur in a sentence: the show's own, then the lexicon's where the show has none of that name. */
export function termsFor(text: string, glossary: readonly GlossaryTerm[], language: Language): CaptionTerm[] {
  // What is said with marks is another word with others: `cần` is not the kilo `cân`.
  const form = hasMarks(text) ? lightText : foldText;
  const wordsOf = (said: string) =>
    form(said)
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
      .trim();
  const said = ` ${wordsOf(text)} `;
  const own = glossary.filter(({ vi }) => said.includes(` ${wordsOf(vi)} `));
  const known = new Set(own.map(({ vi }) => foldText(vi)));
  const general = [...new Set(termsIn(text, "vi").map(({ id }) => id))].flatMap((id): CaptionTerm[] => {
    const term = findTerm(id);
    if (term === undefined || known.has(foldText(term.vi.name))) return [];
    return [{ say: term.vi.name, write: term[language].name, forbidden: term[language].forbidden ?? [], required: false }];
  });
  return [
    ...own.flatMap(({ vi, [language]: write, forbidden }): CaptionTerm[] =>
      write === undefined ? [] : [{ say: vi, write, forbidden: forbidden?.[language] ?? [], required: true }],
    ),
    ...general,
  ];
}
