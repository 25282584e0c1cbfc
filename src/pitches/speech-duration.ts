import type { Language } from "#i18n/language.ts";

/** Spoken in a minute: Vietnamese syllables and English words, which spaces part, and Japanese characters (the NHK announcers' rule). */
const PER_MINUTE: Record<Language, number> = { vi: 200, en: 150, ja: 300 };

/** Seconds it takes to say a text, to a tenth. */
export function speechDuration(text: string, language: Language): number {
  const units = language === "ja" ? Array.from(text.replace(/\s/gu, "")).length : (text.match(/\S*[\p{L}\p{N}]\S*/gu) ?? []).length;
  return Math.round((units / PER_MINUTE[language]) * 600) / 10;
}
