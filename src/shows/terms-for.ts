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

type Form = typeof lightText | typeof foldText;
/** By a show's glossary, once for each form: five hundred terms are more to read than the sentence. */
const spoken = new WeakMap<readonly GlossaryTerm[], Map<Form, readonly string[]>>();

/** The terms that occur in a sentence: the show's own, then the lexicon's where the show has none of that name. */
export function termsFor(text: string, glossary: readonly GlossaryTerm[], language: Language): CaptionTerm[] {
  // What is said with marks is another word with others: `cần` is not the kilo `cân`.
  const form = hasMarks(text) ? lightText : foldText;
  const said = wordsOf(text, form);
  const own = spokenOf(glossary, form).flatMap((words, at) => (said.includes(words) ? (glossary[at] ?? []) : []));
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

function spokenOf(glossary: readonly GlossaryTerm[], form: Form): readonly string[] {
  const forms = spoken.get(glossary) ?? new Map<Form, readonly string[]>();
  spoken.set(glossary, forms);
  const known = forms.get(form) ?? glossary.map(({ vi }) => wordsOf(vi, form));
  forms.set(form, known);
  return known;
}

function wordsOf(text: string, form: Form): string {
  return ` ${form(text)
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()} `;
}
