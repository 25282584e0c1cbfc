/** Characters a second that can be read while a picture goes on. */
const CHARACTERS_A_SECOND: Readonly<Record<string, number>> = { vi: 17, en: 20, ja: 7 };
export const READ_MS = { least: 1_200, most: 7_000 } as const;
/** The last words stay this much longer than they need to be read, and never shorter or longer than this. */
const LINGER_MS = 2_000;
const HOLD_MS = { least: 4_000, most: 9_000 } as const;

/** How long a text needs on a screen. */
export function readingMs(text: string, language: string): number {
  const needed = ([...text].length / (CHARACTERS_A_SECOND[language] ?? 17)) * 1_000;
  return Math.min(Math.max(needed, READ_MS.least), READ_MS.most);
}

/** How long it stays where nothing comes after it. */
export function holdingMs(text: string, language: string): number {
  return Math.min(Math.max(readingMs(text, language) + LINGER_MS, HOLD_MS.least), HOLD_MS.most);
}
