import type { Language } from "#i18n/language.ts";

/** Characters a second that can be read live. */
export const CHARACTERS_A_SECOND: Record<Language, number> = { vi: 17, en: 20, ja: 7 };
/** A caption shorter than this flashes by: twenty frames of twenty-four. */
export const SHORTEST_MS = 834;
export const LONGEST_MS = 7_000;

/** How long a text needs on the screen, in milliseconds. */
export function readingMs(text: string, language: Language): number {
  const characters = [...text.normalize("NFC")].length;
  return Math.ceil(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, (characters / CHARACTERS_A_SECOND[language]) * 1_000)));
}
