import type { Language } from "#i18n/language.ts";

const formats = formatsOf("conjunction");
const choices = formatsOf("disjunction");

/** Things one after the other: `A, B và C`, `A, B, and C`, `A、B、C`. */
export function writeList(items: readonly string[], language: Language): string {
  return formats[language].format(items);
}

/** What is said of several things, one after the other; in Vietnamese `A, B, còn C`, with a breath before the last. */
export function listClauses(clauses: readonly string[], language: Language): string {
  const last = clauses.at(-1);
  if (language !== "vi" || clauses.length < 2 || last === undefined) return writeList(clauses, language);
  return [...clauses.slice(0, -1), `còn ${last}`].join(", ");
}

/** One or the other: `A hoặc B`, `A or B`, `AまたはB`. */
export function writeChoice(items: readonly string[], language: Language): string {
  return choices[language].format(items);
}

function formatsOf(type: "conjunction" | "disjunction"): Record<Language, Intl.ListFormat> {
  const listFormat = (language: Language) => new Intl.ListFormat(language, { type });
  return { vi: listFormat("vi"), en: listFormat("en"), ja: listFormat("ja") };
}
