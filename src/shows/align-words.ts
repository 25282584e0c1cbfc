import type { IndexedLine } from "./index-lines.ts";
import type { SpokenNumber, SpokenWord } from "./read-spoken.ts";
import { isExact } from "./spoken-words.ts";
import { editDistance, soundOf, soundsAlike } from "./sound-alike.ts";

/** Words of a line found in what was said: `line` and `spoken` are indexes of words. */
export type WordPair = { line: number; spoken: number; likeness: number };

/** `coverage`: the share of the line that was said, 0 to 1. `from` and `to` bound what was said of it, `to` excluded. */
export type Alignment = { pairs: readonly WordPair[]; coverage: number; from: number; to: number };

const SKIP_LINE = 0.3;
const SKIP_SPOKEN = 0.3;
const SKIP_FILLER = 0.02;

/** `rows` and `steps`: how many words of the line and of what was said it takes. */
type Cell = { score: number; rows: number; steps: number; paired: boolean };
const STOP: Cell = { score: 0, rows: 0, steps: 0, paired: false };
/** A foreign word comes in so many pieces at most: `rô bút ta`. */
const PIECES_MAX = 3;

/** The best local alignment of one line with a stretch of words (Smith–Waterman over words). */
export function alignWords(line: IndexedLine, spoken: readonly SpokenWord[]): Alignment | undefined {
  const columns = spoken.length + 1;
  const cells: Cell[] = Array.from({ length: (line.words.length + 1) * columns }, () => STOP);
  let best = 0;
  for (let row = 1; row <= line.words.length; row += 1) {
    for (let column = 1; column < columns; column += 1) {
      const at = row * columns + column;
      const cell = bestMove(line, spoken, cells, row, column, columns);
      cells[at] = cell;
      if (cell.score > (cells[best]?.score ?? 0)) best = at;
    }
  }
  return best === 0 ? undefined : trace(line, spoken, cells, best, columns);
}

function bestMove(
  line: IndexedLine,
  spoken: readonly SpokenWord[],
  cells: readonly Cell[],
  row: number,
  column: number,
  columns: number,
): Cell {
  const lineWord = line.words[row - 1];
  const said = spoken[column - 1];
  if (lineWord === undefined || said === undefined) return STOP;
  const weight = line.weights[row - 1] ?? 0;
  let best: Cell = STOP;
  const offer = (rows: number, steps: number, gain: number, paired: boolean) => {
    const score = (cells[(row - rows) * columns + column - steps]?.score ?? 0) + gain;
    if (score > best.score) best = { score, rows, steps, paired };
  };
  const likeness = likenessOf(lineWord, said);
  if (likeness > 0) offer(1, 1, weight * likeness, true);
  offer(1, 0, -SKIP_LINE * weight, false);
  offer(0, 1, -(said.filler ? SKIP_FILLER : SKIP_SPOKEN), false);
  if (lineWord.syllable && said.syllable) return best;
  for (let pieces = 2; pieces <= PIECES_MAX; pieces += 1) {
    if (column >= pieces && joins(lineWord, spoken.slice(column - pieces, column))) offer(1, pieces, weight * JOINED_LIKENESS, true);
    if (row < pieces || !joins(said, line.words.slice(row - pieces, row))) continue;
    const weights = line.weights.slice(row - pieces, row).reduce((sum, one) => sum + one, 0);
    offer(pieces, 1, weights * JOINED_LIKENESS, true);
  }
  return best;
}

function trace(line: IndexedLine, spoken: readonly SpokenWord[], cells: readonly Cell[], end: number, columns: number): Alignment {
  const pairs: WordPair[] = [];
  let row = Math.floor(end / columns);
  let column = end % columns;
  for (let cell = cells[end] ?? STOP; cell !== STOP; cell = cells[row * columns + column] ?? STOP) {
    const { rows, steps, paired } = cell;
    const lineWord = line.words[row - 1];
    const said = spoken[column - 1];
    if (paired && lineWord !== undefined && said !== undefined) {
      const likeness = rows === 1 && steps === 1 ? likenessOf(lineWord, said) : JOINED_LIKENESS;
      // Each of the line's words counts once, however many pieces it came in.
      for (let piece = steps; piece > 1; piece -= 1) pairs.unshift({ line: row - 1, spoken: column - piece, likeness: 0 });
      for (let part = 1; part <= rows; part += 1) pairs.unshift({ line: row - part, spoken: column - 1, likeness });
    }
    row -= rows;
    column -= steps;
  }
  const covered = pairs.reduce((sum, { line: index, likeness }) => sum + (line.weights[index] ?? 0) * likeness, 0);
  const places = pairs.map((one) => one.spoken);
  return { pairs, coverage: covered / line.totalWeight, from: Math.min(...places), to: Math.max(...places) + 1 };
}

const OTHER_TONE = 0.92;
const ALIKE = 0.85;
const JOINED_LIKENESS = 0.85;
const OTHER_NUMBER = 0.8;

/** From here down it is a letter or two from the line's word. */
export const GUESS = 0.7;

/** `mỏng` is not `mọng`: of a word with a contrary the marks count, but for the two tones that are one to many ears. */
export function isOtherByMarks(lineWord: SpokenWord, said: SpokenWord): boolean {
  if (lineWord.plain !== said.plain) return false;
  if (!isExact(lineWord.text) && !isExact(said.text)) return false;
  return said.text !== said.plain && lightOf(said.text) !== lightOf(lineWord.text);
}
/** With one tone for `hỏi` and `ngã`. */
const lightOf = (text: string): string => text.normalize("NFD").replaceAll("\u0309", "\u0303");

/** `máy` is no mishearing of `tay`, nor `giảm` of `giá`: of a syllable the beginning is heard, and a word with a contrary whole. */
function isOtherSyllable(lineWord: SpokenWord, said: SpokenWord): boolean {
  if (!lineWord.syllable || !said.syllable) return false;
  return (
    initialOf(lineWord.sound) !== initialOf(said.sound) || ((isExact(lineWord.text) || isExact(said.text)) && said.text !== said.plain)
  );
}
const initialOf = (sound: string): string => /^(?:ph|[^aeiouy]*)/.exec(sound)?.[0].replace(/^p$/, "b") ?? "";

/** One syllable that may be a recogniser's for the other. */
export function isNear(lineWord: SpokenWord, said: SpokenWord): boolean {
  return (
    likenessOf(lineWord, said) > 0 ||
    (!isOtherByMarks(lineWord, said) && !isOtherSyllable(lineWord, said) && soundsAlike([lineWord.plain], [said.plain]))
  );
}

/** 1 the same word, 0 another; in between what recognisers mishear: tones, an ending, a vowel. */
function likenessOf(lineWord: SpokenWord, said: SpokenWord): number {
  if (lineWord.number !== undefined) {
    if (said.number === undefined) return 0;
    return said.number.value === lineWord.number.value ? 1 : lineWord.number.name ? 0 : OTHER_NUMBER;
  }
  if (said.number !== undefined && !said.number.soft) return isDigitOf(lineWord, said.number) ? OTHER_TONE : 0;
  if (lineWord.text === said.text) return 1;
  // The `hai` of `hai cái` counts, however like another word it sounds.
  if (said.number?.unit !== undefined) return 0;
  if (lineWord.negation !== said.negation) return 0;
  if (lineWord.plain === said.plain) return isOtherByMarks(lineWord, said) ? 0 : OTHER_TONE;
  if (isExact(lineWord.text) && isExact(said.text)) return 0;
  if (lineWord.sound === said.sound) return said.filler && !lineWord.filler ? 0 : ALIKE;
  const longest = Math.max(lineWord.plain.length, said.plain.length);
  if (longest < 3 || Math.abs(lineWord.plain.length - said.plain.length) > 2) return 0;
  if (isOtherSyllable(lineWord, said)) return 0;
  const distance = editDistance(lineWord.plain, said.plain);
  if (distance === 1) return longest === 3 ? 0.6 : GUESS;
  return distance === 2 && longest >= 6 ? 0.6 : 0;
}

/** `bưởi 5 doi` for Năm Roi: a recogniser writes the digit for its word. */
function isDigitOf(lineWord: SpokenWord, { value, unit }: SpokenNumber): boolean {
  return unit === undefined && DIGIT_WORDS[value] === lineWord.text;
}
const DIGIT_WORDS = ["", "", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/** `việt gáp` is VietGAP, `rô bút ta` Robusta. */
function joins(whole: SpokenWord, pieces: readonly SpokenWord[]): boolean {
  if (whole.syllable || whole.plain.length < 4) return false;
  if (pieces.some((piece) => piece.plain === whole.plain)) return false;
  if (whole.number !== undefined || pieces.some((piece) => piece.number !== undefined)) return false;
  const joined = soundOf(pieces.map((piece) => piece.plain).join(""));
  const { sound } = whole;
  if (Math.abs(joined.length - sound.length) > 2) return false;
  return editDistance(sound, joined) <= (sound.length >= 6 ? 2 : 1);
}
