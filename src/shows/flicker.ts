import type { Language } from "#i18n/language.ts";
import type { ShowLines } from "./show-lines.ts";

const SENTENCES_KEPT_MAX = 200;

/** Remembers what an interim shows, and counts what it takes back of the one before. */
export function noteInterim(show: ShowLines, segmentId: string, language: Language, text: string): void {
  const shown = show.interims.get(segmentId) ?? {};
  const units = unitsOf(text, language);
  const before = shown[language];
  shown[language] = { units, erased: (before?.erased ?? 0) + erasedBetween(before?.units ?? [], units) };
  show.interims.set(segmentId, shown);
  const oldest = show.interims.size > SENTENCES_KEPT_MAX ? show.interims.keys().next().value : undefined;
  if (oldest !== undefined) show.interims.delete(oldest);
}

/**
 * Normalised erasure of a sentence's captions by language: units taken back by interims and by the final, over the
 * final's length. Words, and characters in Japanese. 0 where nothing was shown before.
 */
export function settleFlicker(
  show: ShowLines,
  segmentId: string,
  finals: Partial<Record<Language, string>>,
): Partial<Record<Language, number>> {
  const shown = show.interims.get(segmentId);
  show.interims.delete(segmentId);
  const flicker: Partial<Record<Language, number>> = {};
  for (const language of show.languages) {
    const before = shown?.[language];
    const text = finals[language];
    if (before === undefined || text === undefined) continue;
    const units = unitsOf(text, language);
    flicker[language] = (before.erased + erasedBetween(before.units, units)) / Math.max(units.length, 1);
  }
  return flicker;
}

function erasedBetween(before: readonly string[], after: readonly string[]): number {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return before.length - same;
}

function unitsOf(text: string, language: Language): string[] {
  if (language !== "ja") return text.toLowerCase().split(/\s+/);
  return [...new Intl.Segmenter("ja").segment(text)].map(({ segment }) => segment);
}
