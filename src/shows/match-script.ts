import { alignWords, type Alignment } from "./align-words.ts";
import { wordsOf, type IndexedLine, type LineIndex } from "./index-lines.ts";
import { pairNumbers, type NumberChange } from "./pair-numbers.ts";
import { readSpoken, type SpokenWord } from "./read-spoken.ts";
import { saysNothingElse } from "./says-nothing-else.ts";
import { settlePhrases } from "./spoken-words.ts";

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
  /** A stretch with less to say than this is not searched for a line. */
  wordsMin: number;
  /** Share of a line's words that have to occur for it to be looked at. */
  shared: number;
};
const BARS: Record<Strictness, Bars> = {
  script: { line: 0.64, lineAhead: 0.6, wordsMin: 3, shared: 0.35 },
  whole: { line: 0.85, lineAhead: 0.85, wordsMin: 1, shared: 0.7 },
};

export type Candidate = MatchedLine & Alignment & { indexed: IndexedLine; rank: number };

const WINDOW = 4;

/**
 * Finds the prepared lines that a spoken sentence says, in the order said: none, one or several. Everything said has
 * to be theirs, and all their numbers and negations have to be said: a wrong line is worse than none.
 */
export function matchScript(index: LineIndex, text: string, where: Where): MatchedLine[] {
  if (index.lines.length === 0) return [];
  const exact = index.whole.get(wordsOf(text));
  const said = index.lines[exact?.find((position) => position >= where.next) ?? exact?.[0] ?? -1];
  // A line tapped, or said word for word, may be as short as it likes: `Em là Lan đây ạ.`
  if (said !== undefined && where.strictness === "script") return [{ line: said.line, position: said.position, changes: [] }];
  const settled = settlePhrases(text.replaceAll(STAMMER, "$1"));
  const spoken = readSpoken(settled);
  if (!where.final && mayGoOn(spoken)) return [];
  const found = findLines(index, spoken, where, 0, spoken.length);
  return found.length > 0 && saysNothingElse(settled, spoken, found, where.strictness) ? found : [];
}

/** `để được hai năm để được hai năm`: three words and more, said twice in a row. */
const STAMMER = /(?<![^\s])(\S+(?: \S+){2,5})(?:,? \1)+(?![^\s,.!?…])/giu;

/** In the middle of a number: `hai mươi` before `lăm`, `một ký` before `hai`. The unit of a price ends it. */
function mayGoOn(spoken: readonly SpokenWord[]): boolean {
  const [price, before, last] = [spoken.at(-3), spoken.at(-2), spoken.at(-1)];
  if (last?.number !== undefined) return true;
  if ((before?.number !== undefined || before?.counted === true) && GOES_ON.has(last?.text ?? "")) return true;
  const isPrice = price?.number !== undefined || price?.text === "đồng";
  return last?.counted === true && before?.number !== undefined && !(isPrice && before.number.value === 1);
}

const GOES_ON = new Set(["lẻ", "linh", "phẩy", "chấm", "kém", "thiếu"]);

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
  if (strictness === "whole" && line.words.some((word, index) => word.light && !said.has(index))) return undefined;
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
