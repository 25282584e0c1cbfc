import { foldText, type Folded } from "./fold.ts";

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
export function readTokens(light: Folded): readonly Token[] {
  const tokens = known.get(light) ?? cut(light);
  known.set(light, tokens);
  return tokens;
}

const known = new WeakMap<Folded, readonly Token[]>();

function cut(light: Folded): Token[] {
  const tokens: Token[] = [];
  let lastEnd = -1;
  for (const match of light.text.matchAll(PIECE)) {
    const start = match.index;
    const end = start + match[0].length;
    const plain = plainOf(match[0]);
    const kind = match.groups?.digits === undefined ? (match.groups?.word === undefined ? "symbol" : "word") : "digits";
    tokens.push({ kind, text: match[0], plain, start, end, glued: start === lastEnd, bare: false });
    lastEnd = end;
  }
  markBare(tokens);
  return tokens;
}

const WORDS_MAX = 20_000;
const plains = new Map<string, string>();
/** A word without its diacritics; the words of a language come again and again. */
function plainOf(word: string): string {
  const before = plains.get(word);
  if (before !== undefined) return before;
  if (plains.size >= WORDS_MAX) plains.clear();
  const plain = foldText(word);
  plains.set(word, plain);
  return plain;
}

function markBare(tokens: Token[]): void {
  const words = tokens.filter((token) => token.kind === "word");
  // How many of the words before each are marked.
  const marked = [0];
  for (const { text, plain } of words) marked.push((marked.at(-1) ?? 0) + (text === plain ? 0 : 1));
  for (const [index, token] of words.entries()) {
    if (token.text !== token.plain) continue;
    const from = Math.max(0, index - NEIGHBOURS);
    const to = Math.min(words.length, index + NEIGHBOURS + 1);
    token.bare = (marked[to] ?? 0) - (marked[from] ?? 0) <= (to - from) * MARKED_SHARE_MAX;
  }
}
