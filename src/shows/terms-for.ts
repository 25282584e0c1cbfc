import { foldText } from "#facts/fold.ts";
import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import type { GlossaryTerm } from "./show.ts";

/** The terms that occur in a sentence: the show's own, then the lexicon's where the show has none of that name. */
export function termsFor(text: string, glossary: readonly GlossaryTerm[]): GlossaryTerm[] {
  const said = ` ${foldText(text).replaceAll(/[^\p{L}\p{N}]+/gu, " ")} `;
  const own = glossary.filter((term) =>
    said.includes(
      ` ${foldText(term.vi)
        .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
        .trim()} `,
    ),
  );
  const known = new Set(own.map((term) => foldText(term.vi)));
  const ids = new Set(termsIn(text, "vi").map(({ id }) => id));
  const general = [...ids].flatMap((id) => {
    const term = findTerm(id);
    return term === undefined ? [] : [{ vi: term.vi.name, en: term.en.name, ja: term.ja.name }];
  });
  return [...own, ...general.filter((term) => !known.has(foldText(term.vi)))];
}
