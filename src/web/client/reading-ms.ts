/** Characters a second that can be read while a picture goes on. */
const CHARACTERS_A_SECOND: Readonly<Record<string, number>> = { vi: 17, en: 20, ja: 7 };
const READ_MS = { least: 1_200, most: 7_000 } as const;

/** How long a text needs on a screen. */
export function readingMs(text: string, language: string): number {
  const needed = ([...text].length / (CHARACTERS_A_SECOND[language] ?? 17)) * 1_000;
  return Math.min(Math.max(needed, READ_MS.least), READ_MS.most);
}
