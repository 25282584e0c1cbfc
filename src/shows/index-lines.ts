import { lightText } from "#facts/fold.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { readNumberPlaces } from "./number-places.ts";
import { readSpoken, type SpokenWord } from "./read-spoken.ts";
import type { PreparedLine } from "./show.ts";
import { settlePhrases } from "./spoken-words.ts";

export type IndexedLine = {
  line: PreparedLine;
  /** Its place in the show. */
  position: number;
  words: readonly SpokenWord[];
  /** What each word says about which line this is, 0 to 1. */
  weights: readonly number[];
  totalWeight: number;
  /** How many different words, fillers and numbers apart, it has. */
  contentWords: number;
};

/** A show's prepared lines, ready to be found in what is said. */
export type LineIndex = {
  lines: readonly IndexedLine[];
  /** Positions of the lines that hold a folded word. */
  holding: ReadonlyMap<string, readonly number[]>;
  /** Positions of the lines that are these words and no others, as `wordsOf` has them. */
  whole: ReadonlyMap<string, readonly number[]>;
};

const FILLER_WEIGHT = 0.12;
const NUMBER_WEIGHT = 0.7;
const COMMON_WORD_WEIGHT = 0.45;

/** Lines are read once, however many indexes they stand in. */
const readLines = new WeakMap<PreparedLine, readonly SpokenWord[]>();

export function indexLines(prepared: readonly PreparedLine[]): LineIndex {
  const read = prepared.map((line) => ({ line, words: readLine(line) }));
  const holding = new Map<string, number[]>();
  for (const [position, { words }] of read.entries()) {
    for (const plain of new Set(words.map((word) => word.plain))) {
      const positions = holding.get(plain);
      if (positions === undefined) holding.set(plain, [position]);
      else positions.push(position);
    }
  }
  const rarity = (plain: string) => 1 - Math.log(holding.get(plain)?.length ?? 1) / Math.log(Math.max(prepared.length, 3));
  const lines = read.map(({ line, words }, position) => {
    const weights = words.map((word, at) => {
      // After a price its currency goes without saying.
      if (word.text === "đồng" && words[at - 1]?.number !== undefined) return FILLER_WEIGHT;
      if (word.number !== undefined) return NUMBER_WEIGHT;
      return word.filler ? FILLER_WEIGHT : COMMON_WORD_WEIGHT + (1 - COMMON_WORD_WEIGHT) * rarity(word.plain);
    });
    const contentWords = new Set(words.filter((word) => !word.filler && word.number === undefined).map((word) => word.plain)).size;
    return { line, position, words, weights, contentWords, totalWeight: weights.reduce((sum, weight) => sum + weight, 0) };
  });
  const whole = Map.groupBy(read.keys(), (position) => wordsOf(prepared[position]?.vi ?? ""));
  return { lines, holding, whole };
}

/** The words of a text with their marks, without what stands between them. */
export function wordsOf(text: string): string {
  return (lightText(text).match(/[\p{L}\p{M}\d]+/gu) ?? []).join(" ");
}

function readLine(line: PreparedLine): readonly SpokenWord[] {
  const words = readLines.get(line) ?? numbersThatCount(line, readSpoken(settlePhrases(line.vi)));
  readLines.set(line, words);
  return words;
}

/** `chín` of a ripe fruit and `một` of "a box" are words: a lone digit word counts as a number where a translation has it. */
function numbersThatCount(line: PreparedLine, words: readonly SpokenWord[]): readonly SpokenWord[] {
  const told = LANGUAGES.flatMap((language: Language) => {
    const text = language === "vi" ? undefined : line[language];
    return text === undefined ? [] : [readNumberPlaces(text, language).map(({ value }) => value)];
  });
  return words.map((word) => {
    if (word.number?.soft !== true) return word;
    const { value, unit } = word.number;
    const counts = told.length === 0 ? unit !== undefined && value !== 1 : told.some((values) => values.includes(value));
    if (counts) return word;
    const { number: _number, ...plain } = word;
    return plain;
  });
}
