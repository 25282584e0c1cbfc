import type { Language } from "#i18n/language.ts";

const formats: Record<Language, Intl.ListFormat> = { vi: listFormat("vi"), en: listFormat("en"), ja: listFormat("ja") };

/** Things one after the other: `A, B và C`, `A, B, and C`, `A、B、C`. */
export function writeList(items: readonly string[], language: Language): string {
  return formats[language].format(items);
}

function listFormat(language: Language): Intl.ListFormat {
  return new Intl.ListFormat(language, { type: "conjunction" });
}
