import { hasMarks } from "#facts/fold.ts";
import type { NumberChange } from "./pair-numbers.ts";
import { bareReading, readPhrase, mayGoUnsaid, type PhraseReading } from "./read-phrase.ts";
import type { PreparedLine } from "./show.ts";

/** A phrase that was said word for word, and what its numbers were this time. */
export type FoundPhrase = { line: Required<PreparedLine>; changes: readonly NumberChange[]; numbers: readonly number[] };

export type PhraseIndex = { marked: Shelf; bare: Shelf };
type Entry = { line: Required<PreparedLine>; numbers: readonly number[] };
type Shelf = { whole: Map<string, Entry>; core: Map<string, Entry>; rest: Map<string, Entry>; words: Set<string> };

const PRICE_PER = /^(\s*\d[\d.,]*\s?[kđ]?)\s*\/\s*(?=\p{L})/u;
/** Without its marks a shorter sentence may be anything. */
const BARE_WORDS_MIN = 3;

/** Phrases by the words they are said in; the first of two that are said alike is found. */
export function indexPhrases(lines: readonly Required<PreparedLine>[]): PhraseIndex {
  const index = { marked: emptyShelf(), bare: emptyShelf() };
  const unclear = { whole: new Map<string, string>(), core: new Map<string, string>(), rest: new Map<string, string>() };
  for (const line of lines) {
    for (const reading of readPhrase(line.vi, { written: true })) {
      const entry = { line, numbers: reading.numbers };
      const bare = bareReading(reading);
      for (const part of ["whole", "core", "rest"] as const) {
        const key = reading[part];
        const bareKey = bare[part];
        if (key === undefined || bareKey === undefined) continue;
        for (const word of key.split(" ")) index.marked.words.add(word);
        for (const word of bareKey.split(" ")) index.bare.words.add(word);
        if (!index.marked[part].has(key)) index.marked[part].set(key, entry);
        const other = unclear[part].get(bareKey);
        if (other === undefined) index.bare[part].set(bareKey, entry);
        else if (other !== key) index.bare[part].delete(bareKey);
        unclear[part].set(bareKey, other ?? key);
      }
    }
  }
  return index;
}

/** The phrase that a sentence is, particles and address apart: every word and tone of it, and no other. */
export function findPhrase({ marked, bare }: PhraseIndex, written: string): FoundPhrase | undefined {
  // `35k/kg` has no words that could want a mark.
  const text = written.replace(PRICE_PER, "$1 một ");
  const isBare = !hasMarks(text);
  if (isBare && text.trim().split(/\s+/).length < BARE_WORDS_MIN) return undefined;
  for (const reading of readPhrase(text, { written: false })) {
    const entry = lookUp(isBare ? bare : marked, reading);
    if (entry === undefined || (text.trimEnd().endsWith("?") && !entry.line.vi.endsWith("?"))) continue;
    return { line: entry.line, numbers: entry.numbers, changes: changesOf(entry.numbers, reading.numbers) };
  }
  return undefined;
}

/** Whether a sentence has a word that none of the phrases has: then no part with this word in it is one of them, however it is cut. */
export function hasStrangeWord(indexes: readonly PhraseIndex[], text: string): boolean {
  const shelf = hasMarks(text) ? "marked" : "bare";
  const words = readPhrase(text, { written: false }).at(-1)?.whole.split(" ") ?? [];
  return words.some((word) => !/\d/.test(word) && !mayGoUnsaid(word) && !indexes.some((index) => index[shelf].words.has(word)));
}

/** Who does it may go without saying, but not be another one: `em ship`, `ship`, never `chị ship`. */
function lookUp(shelf: Shelf, { whole, core }: PhraseReading): Entry | undefined {
  return shelf.whole.get(whole) ?? shelf.core.get(core) ?? shelf.rest.get(core);
}

function changesOf(prepared: readonly number[], said: readonly number[]): NumberChange[] {
  return prepared.flatMap((from, at) => {
    const to = said[at] ?? from;
    return to === from ? [] : [{ from, to, occurrence: prepared.slice(0, at).filter((value) => value === from).length }];
  });
}

function emptyShelf(): Shelf {
  return { whole: new Map(), core: new Map(), rest: new Map(), words: new Set() };
}
