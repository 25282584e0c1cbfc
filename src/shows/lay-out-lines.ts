import { hasMarks } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { cutJapanese } from "./cut-japanese.ts";
import { cutSpaced } from "./cut-spaced.ts";
import { fillLines } from "./fill-lines.ts";
import { guessLanguage } from "./guess-language.ts";
import { nameSpans } from "./name-spans.ts";
import { readNumberPlaces } from "./number-places.ts";

/** horizontal: a television's picture; vertical: a phone's, where captions stand narrower and one line higher. */
export const LAYOUT_NAMES = ["horizontal", "vertical"] as const;
export type Layout = (typeof LAYOUT_NAMES)[number];
/** Columns of a line (a full-width character takes two), and lines on the screen at once: a longer sentence is shown piece by piece. */
export const LAYOUTS: { readonly [Name in Layout]: { columns: Record<Language, number>; lines: number } } = {
  horizontal: { columns: { vi: 42, en: 42, ja: 26 }, lines: 2 },
  vertical: { columns: { vi: 30, en: 30, ja: 20 }, lines: 3 },
};

type Options = {
  layout?: Layout | undefined;
  /** The show's own names beside those of the lexicon, as its glossary writes them in this language. */
  names?: readonly string[] | undefined;
};

/**
 * Breaks a caption into lines, as few as it needs and evenly filled. Never inside a number, between it and its unit,
 * inside a name, or against kinsoku; only what is longer than a line by itself is cut. Text is NFC.
 */
export function layOutLines(text: string, language: Language, { layout = "horizontal", names = [] }: Options = {}): string[] {
  const flat = text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  if (flat === "") return [];
  const { columns, lines } = LAYOUTS[layout];
  const columnsMax = columns[language];
  const written = writtenIn(flat, language);
  const spans = nameSpans(flat, written, names);
  const pieces =
    written === "ja"
      ? cutJapanese(flat, spans, columnsMax)
      : cutSpaced(flat, written, { numbers: readNumberPlaces(flat, written), names: spans }, columnsMax);
  return fillLines(pieces, columnsMax, lines);
}

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;

/** An original shown to viewers of another language breaks as its own language does. */
function writtenIn(text: string, language: Language): Language {
  if (JAPANESE.test(text)) return "ja";
  return language === "ja" || (hasMarks(text) && guessLanguage(text) === "vi") ? "vi" : language;
}
