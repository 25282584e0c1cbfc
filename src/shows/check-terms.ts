import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { CaptionTerm } from "./terms-for.ts";

/** What a translation did with the terms of its sentence: required forms it lacks, forbidden ones it has. */
export function checkTerms(text: string, language: Language, terms: readonly CaptionTerm[]): { missing: string[]; forbidden: string[] } {
  const told = formOf(text, language);
  const has = (write: string) => {
    const form = formOf(write, language);
    // A heart or a star is nothing but itself.
    return form.trim() === "" ? text.includes(write) : formsOf(form, language).some((one) => told.includes(one));
  };
  return {
    missing: terms.flatMap(({ write, required }) => (required && !has(write) ? [write] : [])),
    forbidden: terms.flatMap((term) => term.forbidden.filter(has)),
  };
}

/** Spelled alike: without capitals, hyphens and, in Japanese, spaces and middle dots. */
function formOf(text: string, language: Language): string {
  const plain = foldText(text);
  return language === "ja" ? plain.replaceAll(/[\s・]/gu, "") : ` ${plain.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
}

/** English inflects: `lychee` stands in `lychees`, `berry` in `berries`. */
function formsOf(form: string, language: Language): string[] {
  if (language !== "en") return [form];
  const word = form.trimEnd();
  return word.endsWith("y") ? [word, `${word.slice(0, -1)}ies`] : [word];
}
