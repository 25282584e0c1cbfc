import type { Language } from "#i18n/language.ts";
import type { FactKind } from "#facts/fact.ts";
import type { Pitch } from "#pitches/pitch.ts";

/** What the stories behind a show can say: their answers in each language, and which kind of fact each rests on. */
export type AnswerCards = { pitches: Partial<Record<Language, Pitch>>; kindOf: ReadonlyMap<string, FactKind> }[];

/** The answer of the first story that has one about this, in the buyer's language; never the polite "I will ask". */
export function answerByCards(stories: AnswerCards, about: FactKind | undefined, language: Language): string | undefined {
  if (about === undefined) return undefined;
  for (const { pitches, kindOf } of stories) {
    const card = pitches[language]?.answers.find(({ known, factIds }) => known && factIds.some((id) => kindOf.get(id) === about));
    if (card !== undefined) return card.answer;
  }
  return undefined;
}
