import { fold, type Folded } from "./fold.ts";

/** A piece of a lightened text: a run of digits with its separators, a word, or one other character. */
export type Token = {
  kind: "digits" | "word" | "symbol";
  /** Lower case with its diacritics. */
  text: string;
  /** Without diacritics. */
  plain: string;
  /** Offsets into the lightened text. */
  start: number;
  end: number;
  /** Nothing stands between this one and the one before. */
  glued: boolean;
  /** A bare word among bare words: it may stand for any word that folds to it. */
  bare: boolean;
};

const PIECE = /(?<digits>\d+(?:[.,]\d+)*)|(?<word>\p{L}[\p{L}\p{M}]*)|(?<symbol>\S)/gu;
const NEIGHBOURS = 5;
const MARKED_SHARE_MAX = 0.3;

/** Cuts a lightened Latin text. `10kg` is two tokens, the second glued. */
export function readTokens(light: Folded): Token[] {
  const folded = fold(light.text).text;
  // Folding a lightened text keeps its length only while every letter folds to one; fall back to word-wise folding otherwise.
  const sameLength = folded.length === light.text.length;
  const tokens: Token[] = [];
  let lastEnd = -1;
  for (const match of light.text.matchAll(PIECE)) {
    const start = match.index;
    const end = start + match[0].length;
    const plain = sameLength ? folded.slice(start, end) : fold(match[0]).text;
    const kind = match.groups?.digits === undefined ? (match.groups?.word === undefined ? "symbol" : "word") : "digits";
    tokens.push({ kind, text: match[0], plain, start, end, glued: start === lastEnd, bare: false });
    lastEnd = end;
  }
  markBare(tokens);
  return tokens;
}

function markBare(tokens: Token[]): void {
  const words = tokens.filter((token) => token.kind === "word");
  for (const [index, token] of words.entries()) {
    if (token.text !== token.plain) continue;
    const around = words.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1);
    const marked = around.filter((other) => other.text !== other.plain).length;
    token.bare = marked <= around.length * MARKED_SHARE_MAX;
  }
}
