import { foldText, type Folded } from "./fold.ts";
import { unhurried } from "./marked-words.ts";
import { readTokens, type Token } from "./tokens.ts";

/** A word, number or sign of a text, as the words of `marked-words.json` know it. */
export type Piece = {
  /** Lower case, with the marks it was typed with; a word in a hurry in full; for what is no word the same as `plain`. */
  text: string;
  /** Without marks; `#` for a number, `0` for the head of a phone number, `/`, and `|` where a clause ends or begins. */
  plain: string;
  /** A word typed without marks among such words. */
  bare: boolean;
  /** Typed with a capital. */
  capital: boolean;
  /** Offsets into the text as typed. */
  start: number;
  end: number;
};

export function readPieces(light: Folded): Piece[] {
  const pieces: Piece[] = [edge(0)];
  let lastEnd = 0;
  for (const token of readTokens(light)) {
    const { start, end } = light.span(token.start, token.end);
    if (light.text.slice(lastEnd, token.start).includes("\n")) pieces.push(edge(start));
    pieces.push({ ...readWord(token), capital: /^\p{Lu}/u.test(light.raw.slice(start, end)), start, end });
    lastEnd = token.end;
  }
  return [...pieces, edge(light.raw.length)];
}

function edge(at: number): Piece {
  return { text: "|", plain: "|", bare: false, capital: false, start: at, end: at };
}

function readWord({ kind, text, plain, bare, glued }: Token): Pick<Piece, "text" | "plain" | "bare"> {
  if (kind !== "word") {
    const sign = kind === "digits" ? (/^0\d\d/.test(plain) ? "0" : "#") : plain === "/" ? "/" : "|";
    return { text: sign, plain: sign, bare: false };
  }
  const full = glued ? undefined : unhurried(plain);
  return full === undefined ? { text, plain, bare: bare && text === plain } : { text: full, plain: foldText(full), bare: false };
}

/** True for a word, not for what `plain` has for numbers and signs. */
export function isWord(plain: string): boolean {
  return /^\p{L}/u.test(plain);
}
