import { foldText, lightText } from "./fold.ts";

/** What stands around a whole word. */
export const WORD_START = String.raw`(?<![\p{L}\p{M}])`;
export const WORD_END = String.raw`(?![\p{L}\p{M}])`;

/**
 * A pattern over lightened text, written with its diacritics: each marked word also matches bare, so `hạn dùng` finds
 * `han dung` and never `hàn`. Whole words only; flags `gu`. A word written `~word` keeps its marks.
 */
export function said(source: string): RegExp {
  return new RegExp(`${WORD_START}(?:${eitherBare(source)})${WORD_END}`, "gu");
}

/** The source of such a pattern, whole words or not. */
export function eitherBare(source: string): string {
  return source.replace(/~?\p{L}[\p{L}\p{M}]*/gu, (word) => {
    if (word.startsWith("~")) return word.slice(1);
    const light = lightText(word);
    const plain = foldText(word);
    return light === plain ? word : `(?:${light}|${plain})`;
  });
}

export type Span = { start: number; end: number };

export function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}
