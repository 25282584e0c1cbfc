import { z } from "zod";
import { indications } from "#lexicon/geographical-indications.ts";
import { foldText, lightText } from "./fold.ts";
import data from "./marked-words.json" with { type: "json" };

type Word = {
  texts: readonly string[];
  plains: readonly string[];
  /** What two of its syllables side by side count: in a longer word more, beside a sign less. */
  weight: number;
  /** A name: read only where it is typed with capitals. */
  capital: boolean;
};

const PAIR = 2.5;
const BESIDE_SIGN = 0.8;
const LONGER = 1.5;

const list = z.array(z.string());
const byName = z.record(z.string(), z.string());
const { syllables, names, hurried, words, pairs } = z
  .object({ syllables: list, names: list, hurried: byName, words: z.record(z.string(), list), pairs: byName })
  .parse(data);
const plainOf = new Map<string, string>();
const likely = byPlain(syllables);
const named = byPlain(names);
const whole: ReadonlyMap<string, string> = new Map(Object.entries(hurried));
const known = new Set(likely.keys());
const beginnings = new Map<string, Map<string, Word[]>>();
for (const word of Object.values(words).flat()) learn(word.toLowerCase().split(" "), /^\p{Lu}/u.test(word));
for (const { goods, name } of indications) learn(lightText(`${goods} ${name}`.replace(/[()]/g, " | ")).split(/\s+/), false);
for (const [first, seconds] of Object.entries(pairs)) for (const second of seconds.split(" ")) learn([first, second], false);

/** The one reading that a bare syllable mostly has in a grower's notes. */
export function likelySyllable(plain: string): string | undefined {
  return likely.get(plain);
}

/** The same where it is written with a capital: `Nhat` is Nhật, `nhat` nhất. */
export function namedSyllable(plain: string): string | undefined {
  return named.get(plain);
}

/** What a word in a hurry stands for: `ko`, `dc`. */
export function unhurried(plain: string): string | undefined {
  return whole.get(plain);
}

/** True for a bare form that some word of the list has. */
export function isKnown(plain: string): boolean {
  return known.has(plain);
}

/** The words of the list whose first two syllables these are, bare. */
export function wordsBeginning(first: string, second: string): readonly Word[] {
  return beginnings.get(first)?.get(second) ?? [];
}

function learn(texts: readonly string[], capital: boolean): void {
  const plains = texts.map(fold);
  const syllablesIn = texts.filter((text) => /\p{L}/u.test(text)).length;
  const weight = syllablesIn === 1 ? BESIDE_SIGN : PAIR + (syllablesIn - 2) * LONGER;
  const [first = "", second = ""] = plains;
  const seconds = beginnings.get(first) ?? new Map<string, Word[]>();
  const words = seconds.get(second) ?? [];
  words.push({ texts, plains, weight, capital });
  beginnings.set(first, seconds.set(second, words));
  for (const plain of plains) known.add(plain);
}

function byPlain(marked: readonly string[]): ReadonlyMap<string, string> {
  return new Map(marked.map((syllable) => [fold(syllable), syllable.toLowerCase()]));
}

/** The same few thousand syllables come again and again. */
function fold(text: string): string {
  const plain = plainOf.get(text) ?? foldText(text);
  plainOf.set(text, plain);
  return plain;
}
