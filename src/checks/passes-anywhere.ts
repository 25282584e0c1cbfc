import type { TFunction } from "i18next";
import { recent } from "#facts/recent.ts";
import type { GrowerWords } from "#facts/fact.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { MARKETS, type Language } from "#i18n/language.ts";
import { checkTexts } from "./check-texts.ts";
import { groundOf, toldOf } from "./ground.ts";

/** As many sentences as the rules have for a dozen products. */
const KEPT = { kept: 10_000, lengthMin: 0, lengthMax: 400 };
const NOTHING: GrowerWords = { notes: "", answers: [] };

/**
 * True for a sentence that says nothing of the goods or the grower: it would pass if the grower had said nothing at all, and so
 * it passes whatever they said. Most of what a seller says is of this kind, in one story as in the next, and is looked at once.
 */
export function passesAnywhere(text: string, language: Language, say: TFunction): boolean {
  return answers[language](text, say);
}

const answers = { vi: openAnswers("vi"), en: openAnswers("en"), ja: openAnswers("ja") };

function openAnswers(language: Language) {
  return recent((text, say: TFunction) => {
    const { amounts, phones, terms } = toldOf(language, text, groundOf(NOTHING, [], MARKETS), say);
    // What only the grower's words can bear out needs no second look here.
    if (amounts.length > 0 || phones.length > 0 || terms.some(({ id }) => findTerm(id)?.kind !== "product")) return false;
    return checkTexts({ words: NOTHING, facts: [], texts: { [language]: text }, markets: MARKETS, say }).length === 0;
  }, KEPT);
}
