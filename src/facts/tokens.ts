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

/** The `m` of `2mx3m`. */
const METRE = /c?m(?=[x×]\d)/y;
const NEIGHBOURS = 5;
const MARKED_SHARE_MAX = 0.3;

/** Cuts a lightened Latin text. `10kg` is two tokens, the second glued. */
export const readTokens: (light: Folded) => readonly Token[] = oncePerText(cut);

function cut(light: Folded): Token[] {
  const tokens: Token[] = [];
  let lastEnd = -1;
  for (let start = 0, end = 0; start < light.text.length; start = end) {
    end = endOfPiece(light.text, start);
    if (sortAt(light.text, start) === SPACE) continue;
    const { kind, text, plain } = pieceOf(light.text.slice(start, end));
    tokens.push({ kind, text, plain, start, end, glued: start === lastEnd, bare: false });
    lastEnd = end;
  }
  markBare(tokens);
  return tokens;
}

/** Digits with their separators, a word of one script (`5kg箱`), a space or one other sign. */
function endOfPiece(text: string, start: number): number {
  const sort = sortAt(text, start);
  if (sort === DIGIT) return endOfDigits(text, start);
  const first = widthAt(text, start);
  if (sort !== LATIN && sort !== LETTER) return start + first;
  METRE.lastIndex = start;
  if (start > 0 && sortAt(text, start - 1) === DIGIT && METRE.test(text)) return METRE.lastIndex;
  let end = start + first;
  for (; end < text.length; end += widthAt(text, end)) {
    const next = sortAt(text, end);
    if (next !== sort && next !== MARK) break;
  }
  return end;
}

/** `1.234,5` */
function endOfDigits(text: string, start: number): number {
  const isNext = text.charCodeAt(start - 1) === COMMA && sortAt(text, start - 2) === DIGIT;
  let end = start + 1;
  for (; end < text.length; end += 1) {
    const unit = text.charCodeAt(end);
    const parts = (unit === POINT || (unit === COMMA && !isNext)) && sortAt(text, end + 1) === DIGIT;
    if (!parts && sortAt(text, end) !== DIGIT) break;
  }
  return end - start >= LISTED_MIN && LISTED.test(text.slice(start, end)) ? text.indexOf(",", start) : end;
}
/** `bộ 3 nồi (15,20,25)`: three numbers, as no number has such parts; nobody lists more than a dozen so. */
const LISTED = /^\d{1,2}(?:,\d{1,2}){2,11}$/;
const LISTED_MIN = 5;
const POINT = 0x2e;
const COMMA = 0x2c;

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** What each unit is, where that has been asked: a language has few letters. */
const sorts = new Uint8Array(0x10000);
const [DIGIT, LATIN, LETTER, MARK, SPACE, OTHER] = [1, 2, 3, 4, 5, 6];
function sortAt(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  return code > 0xffff ? sortOf(code) : (sorts[code] ||= sortOf(code));
}

function sortOf(code: number): number {
  const character = String.fromCodePoint(code);
  if (/\d/.test(character)) return DIGIT;
  if (/\p{Script=Latin}/u.test(character)) return LATIN;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{M}/u.test(character)) return MARK;
  return /\s/.test(character) ? SPACE : OTHER;
}

type Piece = { kind: Token["kind"]; text: string; plain: string };

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
  return /^\p{L}/u.test(text) ? "word" : "symbol";
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
