import type { TFunction } from "i18next";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import { LANGUAGES, type Language, type Market } from "#i18n/language.ts";
import { checkAwardRanks } from "./check-award-ranks.ts";
import { checkBounds } from "./check-bounds.ts";
import { checkClaims } from "./check-claims.ts";
import { checkContacts } from "./check-contacts.ts";
import { checkFees } from "./check-fees.ts";
import { checkHealth } from "./check-health.ts";
import { checkLanguage } from "./check-language.ts";
import { checkMarkup } from "./check-markup.ts";
import { checkMissing } from "./check-missing.ts";
import { checkNames } from "./check-names.ts";
import { checkNumbers } from "./check-numbers.ts";
import { checkOrganic } from "./check-organic.ts";
import { checkReductions } from "./check-reductions.ts";
import { checkSwaps } from "./check-swaps.ts";
import { checkSuperlatives } from "./check-superlatives.ts";
import { checkUrgency } from "./check-urgency.ts";
import type { Finding } from "./finding.ts";
import { groundOf, toldOf, type Found, type Told } from "./ground.ts";

const CHECKS: readonly ((told: Told) => Found[])[] = [
  checkMarkup,
  checkLanguage,
  checkContacts,
  checkNumbers,
  checkSwaps,
  checkFees,
  checkReductions,
  checkBounds,
  checkClaims,
  checkAwardRanks,
  checkNames,
  checkOrganic,
  checkHealth,
  checkSuperlatives,
  checkUrgency,
];

/**
 * Is each text true to the grower's words, and lawful for its markets? Spans are UTF-16 units into their text; messages
 * are in the language of `say` (namespace `findings`). `missing` is looked for only with two texts or more.
 */
export function checkTexts(asked: {
  words: GrowerWords;
  facts: readonly Fact[];
  texts: Partial<Record<Language, string>>;
  markets: readonly Market[];
  say: TFunction;
}): Finding[] {
  const ground = groundOf(asked.words, asked.facts, asked.markets);
  const told = LANGUAGES.flatMap((language) => {
    const text = asked.texts[language];
    return text === undefined ? [] : [toldOf(language, text, ground, asked.say)];
  });
  return told.flatMap((one) => {
    const found = CHECKS.flatMap((check) => check(one)).toSorted((left, right) => left.start - right.start || left.end - right.end);
    return [...found, ...checkMissing(one, told)].map(({ kind, start, end, message, severity = "block" }): Finding => ({
      language: one.language,
      kind,
      severity,
      quote: one.text.slice(start, end),
      start,
      end,
      message,
    }));
  });
}
