import { foldText, lightText } from "./fold.ts";

/**
 * A pattern over lightened text, written with its diacritics: each marked word also matches bare, so `hạn dùng` finds
 * `han dung` and never `hàn`. Whole words only; flags `gu`. A word written `~word` keeps its marks.
 */
export function said(source: string): RegExp {
  const either = source.replace(/~?\p{L}[\p{L}\p{M}]*/gu, (word) => {
    if (word.startsWith("~")) return word.slice(1);
    const light = lightText(word);
    const plain = foldText(word);
    return light === plain ? word : `(?:${light}|${plain})`;
  });
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${either})(?![\\p{L}\\p{M}])`, "gu");
}

export type Span = { start: number; end: number };

export function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}
