import { columnsOf } from "./columns-of.ts";
import { cutWide } from "./cut-wide.ts";

/** A piece of a line that is never broken, and what it costs to end a line after it. */
export type Piece = { text: string; columns: number; breakCost: number };

/** How firmly a word is held to the next; in a piece longer than a line the looser ones give way first. */
export const HOLD = { free: 0, loose: 1, firm: 2, number: 3, always: 4 } as const;
export type Word = { text: string; hold: number; breakCost: number };

/** It is good to end a line after a full stop or a comma, and bad where something has to be torn. */
export const AFTER_STOP = -0.3;
export const AFTER_COMMA = -0.2;
const TORN = 1;

/** Joins words that are held together, so far as they fit into a line. */
export function joinPieces(words: readonly Word[], columnsMax: number, level: number = HOLD.free): Piece[] {
  const pieces: Piece[] = [];
  let open: Word[] = [];
  for (const [index, word] of words.entries()) {
    open.push(word);
    if (word.hold > level && index < words.length - 1) continue;
    pieces.push(...pieceOf(open, columnsMax, level));
    open = [];
  }
  return pieces;
}

function pieceOf(words: readonly Word[], columnsMax: number, level: number): Piece[] {
  const text = words.map((word) => word.text).join("");
  const last = words.at(-1);
  const cost = last === undefined || last.hold === HOLD.free ? (last?.breakCost ?? 0) : TORN;
  const piece = { text, columns: columnsOf(text.trim()), breakCost: cost };
  if (piece.columns <= columnsMax) return [piece];
  return words.length > 1 && level < HOLD.always - 1 ? joinPieces(words, columnsMax, level + 1) : cutWide(piece, columnsMax);
}
