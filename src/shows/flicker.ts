import type { Language } from "#i18n/language.ts";

/** What an interim shows, and how many units the sentence's interims have taken back so far. */
export type ShownInterim = { text: string; erased: number };

/** What is shown now, with what it took back of the one before. */
export function noteShown(before: ShownInterim | undefined, text: string, language: Language): ShownInterim {
  return { text, erased: before === undefined ? 0 : before.erased + erasedBetween(before.text, text, language) };
}

/** Units taken back where nothing takes their place: all that was shown. */
export function erasedWholly({ text, erased }: ShownInterim, language: Language): number {
  return erased + unitsOf(text, language).length;
}

/**
 * Normalised erasure of a sentence's captions: units taken back by interims and by the final, over the final's length.
 * Words, and characters in Japanese. 0 where nothing was shown before.
 */
export function flickerOf(shown: ShownInterim | undefined, text: string, language: Language): number {
  return shown === undefined ? 0 : noteShown(shown, text, language).erased / lengthOf(text, language);
}

export function lengthOf(text: string, language: Language): number {
  return Math.max(unitsOf(text, language).length, 1);
}

function erasedBetween(before: string, after: string, language: Language): number {
  const [old, now] = [unitsOf(before, language), unitsOf(after, language)];
  let same = 0;
  while (same < old.length && old[same] === now[same]) same += 1;
  return old.length - same;
}

function unitsOf(text: string, language: Language): string[] {
  if (text === "") return [];
  if (language !== "ja") return text.normalize("NFC").toLowerCase().split(/\s+/);
  return [...new Intl.Segmenter("ja").segment(text)].map(({ segment }) => segment);
}
