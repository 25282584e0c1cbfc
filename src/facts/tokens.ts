import { foldText, type Folded } from "./fold.ts";
import { oncePerText } from "./once-per-text.ts";

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

/** Digits, the `m` of `2mx3m`, a word of one script (`5kg箱`), a symbol, or what parts them: together they leave nothing out. */
const PIECE =
  /\d+(?:[.,]\d+)*|(?<=\d)c?m(?=[x×]\d)|\p{Script=Latin}[\p{Script=Latin}\p{M}]*|\p{L}(?:(?!\p{Script=Latin})[\p{L}\p{M}])*|\S|\s+/gu;
const NEIGHBOURS = 5;
const MARKED_SHARE_MAX = 0.3;

/** Cuts a lightened Latin text. `10kg` is two tokens, the second glued. */
export const readTokens: (light: Folded) => readonly Token[] = oncePerText(cut);

function cut(light: Folded): Token[] {
  const tokens: Token[] = [];
  let lastEnd = -1;
  let end = 0;
  for (const piece of light.text.match(PIECE) ?? []) {
    const start = end;
    end += piece.length;
    if (piece === " ") continue;
    const { kind, text, plain } = pieceOf(piece);
    if (kind === "space") continue;
    tokens.push({ kind, text, plain, start, end, glued: start === lastEnd, bare: false });
    lastEnd = end;
  }
  markBare(tokens);
  return tokens;
}

type Piece = { kind: Token["kind"] | "space"; text: string; plain: string };

const WORDS_MAX = 20_000;
const pieces = new Map<string, Piece>();
/** The words of a language come again and again. */
function pieceOf(text: string): Piece {
  const before = pieces.get(text);
  if (before !== undefined) return before;
  if (pieces.size >= WORDS_MAX) pieces.clear();
  const piece = { kind: kindOf(text), text, plain: foldText(text) };
  pieces.set(text, piece);
  return piece;
}

function kindOf(text: string): Piece["kind"] {
  if (/^\d/.test(text)) return "digits";
  if (/^\p{L}/u.test(text)) return "word";
  return /^\s/.test(text) ? "space" : "symbol";
}

function markBare(tokens: Token[]): void {
  const words = tokens.filter((token) => token.kind === "word");
  // How many of the words before each are marked.
  const marked = [0];
  for (const { text, plain } of words) marked.push((marked.at(-1) ?? 0) + (text === plain ? 0 : 1));
  words.forEach((token, index) => {
    if (token.text !== token.plain) return;
    const from = Math.max(0, index - NEIGHBOURS);
    const to = Math.min(words.length, index + NEIGHBOURS + 1);
    token.bare = (marked[to] ?? 0) - (marked[from] ?? 0) <= (to - from) * MARKED_SHARE_MAX;
  });
}
