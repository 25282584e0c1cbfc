import { alignWords, type Alignment } from "./align-words.ts";
import type { IndexedLine, LineIndex } from "./index-lines.ts";
import { pairNumbers, type NumberChange } from "./pair-numbers.ts";
import { readSpoken, type SpokenWord } from "./read-spoken.ts";
import { isAddress, TURNS } from "./spoken-words.ts";

/** A prepared line that was said, and what its numbers were this time. */
export type MatchedLine = { line: IndexedLine["line"]; position: number; changes: readonly NumberChange[] };

type Where = {
  /** The line after the last one found: the show goes on from here. */
  next: number;
  /** An interim may break off in the middle of a number. */
  final: boolean;
  /** A script is followed loosely, as its speaker means it; a phrase of the phrasebook has to be said as it stands. */
  strictness: Strictness;
};

export type Strictness = "script" | "whole";
type Bars = {
  /** Share of the line that has to be said, and within the window, where the show itself speaks for the line. */
  line: number;
  lineAhead: number;
  /** Share of what is said that has to be the lines'. */
  spoken: number;
  /** So many words in a row that no line has are a clause of their own. */
  unknownRunMax: number;
  /** A stretch with less to say than this is not searched for a line. */
  wordsMin: number;
  /** Share of a line's words that have to occur for it to be looked at. */
  shared: number;
  /** Light words count, and the line's have to be said. */
  whole: boolean;
};
const BARS: Record<Strictness, Bars> = {
  script: { line: 0.64, lineAhead: 0.6, spoken: 0.7, unknownRunMax: 3, wordsMin: 3, shared: 0.35, whole: false },
  whole: { line: 0.85, lineAhead: 0.85, spoken: 0.99, unknownRunMax: 0, wordsMin: 1, shared: 0.7, whole: true },
};

type Candidate = MatchedLine & Alignment & { indexed: IndexedLine; rank: number };

const WINDOW = 4;

/**
 * Finds the prepared lines that a spoken sentence says, in the order said: none, one or several. Everything said has
 * to be theirs, and all their numbers and negations have to be said: a wrong line is worse than none.
 */
export function matchScript(index: LineIndex, text: string, where: Where): MatchedLine[] {
  const spoken = readSpoken(text);
  if (!where.final && spoken.at(-1)?.number !== undefined) return [];
  const found = findLines(index, spoken, where, 0, spoken.length);
  return found.length > 0 && saysNothingElse(spoken, found, BARS[where.strictness]) ? found : [];
}

function findLines(index: LineIndex, spoken: readonly SpokenWord[], where: Where, from: number, to: number): Candidate[] {
  const part = spoken.slice(from, to);
  if (part.filter((word) => !word.filler).length < BARS[where.strictness].wordsMin) return [];
  let best: Candidate | undefined;
  for (const line of likelyLines(index, part, BARS[where.strictness].shared)) {
    const candidate = candidateOf(line, part, where);
    if (candidate !== undefined && candidate.rank > (best?.rank ?? 0)) best = candidate;
  }
  if (best === undefined) return [];
  const placed = {
    ...best,
    from: best.from + from,
    to: best.to + from,
    pairs: best.pairs.map((pair) => ({ ...pair, spoken: pair.spoken + from })),
  };
  return [...findLines(index, spoken, where, from, placed.from), placed, ...findLines(index, spoken, where, placed.to, to)];
}

/** Lines that share enough words with what was said to be worth aligning. */
function likelyLines(index: LineIndex, spoken: readonly SpokenWord[], sharedMin: number): IndexedLine[] {
  const shared = new Map<number, number>();
  for (const plain of new Set(spoken.filter((word) => !word.filler).map((word) => word.plain))) {
    for (const position of index.holding.get(plain) ?? []) shared.set(position, (shared.get(position) ?? 0) + 1);
  }
  return [...shared].flatMap(([position, count]) => {
    const line = index.lines[position];
    return line !== undefined && count >= sharedMin * line.contentWords ? [line] : [];
  });
}

function candidateOf(line: IndexedLine, spoken: readonly SpokenWord[], { next, strictness }: Where): Candidate | undefined {
  const alignment = alignWords(line, spoken);
  if (alignment === undefined) return undefined;
  const ahead = line.position >= next - 1 && line.position < next + WINDOW;
  if (alignment.coverage < (ahead ? BARS[strictness].lineAhead : BARS[strictness].line)) return undefined;
  const said = new Set(alignment.pairs.map((pair) => pair.line));
  if (line.words.some((word, index) => (word.negation || word.number !== undefined) && !said.has(index))) return undefined;
  if (BARS[strictness].whole && line.words.some((word, index) => word.light && !said.has(index))) return undefined;
  if (countsAnother(line, said, spoken, alignment)) return undefined;
  const changes = pairNumbers(line, spoken, alignment.pairs);
  if (changes === undefined) return undefined;
  // Between lines that say the same, the one with these very numbers, then the nearest ahead.
  const distance = line.position >= next ? line.position - next : next - line.position + WINDOW;
  const rank = alignment.coverage * line.totalWeight - 0.05 * changes.length - 0.001 * Math.min(distance, 100);
  return { line: line.line, position: line.position, indexed: line, changes, rank, ...alignment };
}

/** `một thùng` where the line says `một cân`: the price of something else. */
function countsAnother(
  line: IndexedLine,
  saidOfLine: ReadonlySet<number>,
  spoken: readonly SpokenWord[],
  { pairs, from, to }: Alignment,
): boolean {
  if (!line.words.some((word, index) => word.counted && !saidOfLine.has(index))) return false;
  const accounted = new Set(pairs.map((pair) => pair.spoken));
  return spoken.slice(from, to + 1).some((word, index) => word.counted && !accounted.has(from + index));
}

/** What no line accounts for must be little, in small pieces, and change nothing. */
function saysNothingElse(spoken: readonly SpokenWord[], found: readonly Candidate[], bars: Bars): boolean {
  const accounted = new Set(found.flatMap(({ pairs }) => pairs.map((pair) => pair.spoken)));
  const known = new Set(found.flatMap(({ indexed }) => indexed.words.map((word) => word.plain)));
  const left = (word: SpokenWord, at: number) => !accounted.has(at) && !isSaidAgain(word, known);
  let unknown = 0;
  let total = 0;
  let run = 0;
  for (const [at, word] of spoken.entries()) {
    const isLeft = left(word, at);
    if (isLeft && (word.negation || isCounted(word, spoken[at + 1]))) return false;
    if (bars.whole ? isLeft && (isAddress(word.text) || (word.filler && !word.light)) : word.filler) continue;
    total += 1;
    run = isLeft ? run + 1 : 0;
    unknown += isLeft ? 1 : 0;
    if (run > bars.unknownRunMax) return false;
  }
  return total - unknown >= bars.spoken * total && !turns(spoken, left);
}

/** A stammer: the line's own word, said twice. */
function isSaidAgain(word: SpokenWord, known: ReadonlySet<string>): boolean {
  return word.number === undefined && !word.negation && known.has(word.plain);
}

/** A quantity that the line does not hold; `một` alone is an article. */
function isCounted({ number }: SpokenWord, after: SpokenWord | undefined): boolean {
  if (number === undefined || (number.soft && number.value === 1)) return false;
  return !number.soft || number.unit !== undefined || after?.number !== undefined;
}

function turns(spoken: readonly SpokenWord[], left: (word: SpokenWord, at: number) => boolean): boolean {
  return TURNS.some((turn) =>
    spoken.some(
      (_, start) =>
        turn.every((plain, offset) => spoken[start + offset]?.plain === plain) &&
        turn.some((_plain, offset) => {
          const word = spoken[start + offset];
          return word !== undefined && left(word, start + offset);
        }),
    ),
  );
}
