import type { IndexedLine } from "./index-lines.ts";
import type { SpokenWord } from "./read-spoken.ts";

/** Words of a line found in what was said: `line` and `spoken` are indexes of words. */
export type WordPair = { line: number; spoken: number; likeness: number };

/** `coverage`: the share of the line that was said, 0 to 1. `from` and `to` bound what was said of it, `to` excluded. */
export type Alignment = { pairs: readonly WordPair[]; coverage: number; from: number; to: number };

const SKIP_LINE = 0.3;
const SKIP_SPOKEN = 0.3;
const SKIP_FILLER = 0.02;

type Cell = { score: number; move: "stop" | "pair" | "skipLine" | "skipSpoken" | "twoSpoken" | "twoLine" };
const STOP: Cell = { score: 0, move: "stop" };

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
  const scoreAt = (rows: number, steps: number) => cells[(row - rows) * columns + column - steps]?.score ?? 0;
  let best: Cell = STOP;
  const offer = (move: Cell["move"], score: number) => {
    if (score > best.score) best = { score, move };
  };
  const likeness = likenessOf(lineWord, said);
  if (likeness > 0) offer("pair", scoreAt(1, 1) + weight * likeness);
  offer("skipLine", scoreAt(1, 0) - SKIP_LINE * weight);
  offer("skipSpoken", scoreAt(0, 1) - (said.filler ? SKIP_FILLER : SKIP_SPOKEN));
  const saidBefore = spoken[column - 2];
  if (saidBefore !== undefined && joins(lineWord, saidBefore, said)) offer("twoSpoken", scoreAt(1, 2) + weight * JOINED_LIKENESS);
  const lineBefore = line.words[row - 2];
  if (lineBefore !== undefined && joins(said, lineBefore, lineWord)) {
    offer("twoLine", scoreAt(2, 1) + (weight + (line.weights[row - 2] ?? 0)) * JOINED_LIKENESS);
  }
  return best;
}

function trace(line: IndexedLine, spoken: readonly SpokenWord[], cells: readonly Cell[], end: number, columns: number): Alignment {
  const pairs: WordPair[] = [];
  let row = Math.floor(end / columns);
  let column = end % columns;
  const pair = (lineIndex: number, spokenIndex: number, likeness: number) =>
    pairs.unshift({ line: lineIndex, spoken: spokenIndex, likeness });
  for (let move = cells[end]?.move ?? "stop"; move !== "stop"; move = cells[row * columns + column]?.move ?? "stop") {
    const lineWord = line.words[row - 1];
    const said = spoken[column - 1];
    if (move === "pair" && lineWord !== undefined && said !== undefined) pair(row - 1, column - 1, likenessOf(lineWord, said));
    if (move === "twoSpoken") {
      pair(row - 1, column - 1, JOINED_LIKENESS);
      pair(row - 1, column - 2, 0);
    }
    if (move === "twoLine") {
      pair(row - 1, column - 1, JOINED_LIKENESS);
      pair(row - 2, column - 1, JOINED_LIKENESS);
    }
    row -= move === "twoLine" ? 2 : move === "skipSpoken" ? 0 : 1;
    column -= move === "twoSpoken" ? 2 : move === "skipLine" ? 0 : 1;
  }
  const covered = pairs.reduce((sum, { line: index, likeness }) => sum + (line.weights[index] ?? 0) * likeness, 0);
  const places = pairs.map((one) => one.spoken);
  return { pairs, coverage: covered / line.totalWeight, from: Math.min(...places), to: Math.max(...places) + 1 };
}

const OTHER_TONE = 0.92;
const JOINED_LIKENESS = 0.85;
const OTHER_NUMBER = 0.8;

/** 1 the same word, 0 another; in between what recognisers mishear: tones, an ending, a vowel. */
function likenessOf(lineWord: SpokenWord, said: SpokenWord): number {
  if (lineWord.number !== undefined) {
    if (said.number === undefined) return 0;
    return said.number.value === lineWord.number.value ? 1 : lineWord.number.name ? 0 : OTHER_NUMBER;
  }
  if (lineWord.text === said.text) return 1;
  if (said.number !== undefined && !said.number.soft) return 0;
  if (lineWord.negation !== said.negation) return 0;
  if (lineWord.plain === said.plain) return OTHER_TONE;
  const longest = Math.max(lineWord.plain.length, said.plain.length);
  if (longest < 3) return 0;
  const distance = editDistance(lineWord.plain, said.plain);
  if (distance === 1) return longest === 3 ? 0.6 : 0.7;
  return distance === 2 && longest >= 6 ? 0.6 : 0;
}

/** `việt gáp` is VietGAP. */
function joins(whole: SpokenWord, first: SpokenWord, second: SpokenWord): boolean {
  if (whole.number !== undefined || first.number !== undefined || second.number !== undefined) return false;
  const joined = first.plain + second.plain;
  if (whole.plain.length < 4 || Math.abs(joined.length - whole.plain.length) > 2) return false;
  return editDistance(whole.plain, joined) <= (whole.plain.length >= 6 ? 2 : 0);
}

function editDistance(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2) return 3;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let at = 1; at <= left.length; at += 1) {
    const next = [at];
    for (let other = 1; other <= right.length; other += 1) {
      const swap = (row[other - 1] ?? 0) + (left[at - 1] === right[other - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[other] ?? 0) + 1, (next[other - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
