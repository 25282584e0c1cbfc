import { foldText, lightText } from "./fold.ts";
import type { Token } from "./tokens.ts";
import { digitOf } from "./vietnamese-words.ts";

/**
 * Phrases as data. A pattern is words with spaces between: `a|b` either word, `{set}` any phrase of a set, `(…)` what may be
 * left out, `_` any word, `#` a number, `~word` a word that keeps its marks. A marked word also matches bare, where its
 * neighbours are bare.
 */
type Sets = Record<string, readonly string[]>;

/** Where a phrase of a cue stands; `from` and `next` are tokens, `start` and `end` offsets as the tokens have them. */
export type Hit<Cue extends string> = { cue: Cue; from: number; next: number; start: number; end: number };

export type PhraseBook<Cue extends string> = ReadonlyMap<string, readonly { cue: Cue; steps: readonly Step[] }[]>;

/** What may stand at one place: phrases by their first word. */
type Step = {
  phrases: ReadonlyMap<string, readonly (readonly Word[])[]>;
  /** Those that begin with any word or number. */
  open: readonly (readonly Word[])[] | undefined;
  optional: boolean;
};
type Word = { text: string; plain: string; strict: boolean };
/** How far a phrase got, over how many words that lack their marks among marked ones. */
type Reach = { next: number; loose: number };
/** A token in its full form; a short one (`ko`) says nothing about marks. */
type Full = Token & { short?: true };

const ANY = "_";
const NUMBER = "#";

/** Lays patterns out by their first word. */
export function openPhraseBook<Cues extends Record<string, readonly string[]>>(
  sets: Sets,
  cues: Cues,
): PhraseBook<Extract<keyof Cues, string>> {
  const book = new Map<string, { cue: Extract<keyof Cues, string>; steps: readonly Step[] }[]>();
  for (const cue in cues) {
    for (const pattern of cues[cue] ?? []) {
      const steps = pattern.split(" ").map((item) => readStep(item, sets));
      if (steps.every(({ optional }) => optional)) throw new Error(`a phrase that may be nothing: ${pattern}`);
      for (const plain of firstWords(steps)) book.set(plain, [...(book.get(plain) ?? []), { cue, steps }]);
    }
  }
  return book;
}

/** All phrases in reading order; of one cue the longest at its place, none overlapping. `same` gives a short form's full word. */
export function phrasesIn<Cue extends string>(
  book: PhraseBook<Cue>,
  tokens: readonly Token[],
  same: ReadonlyMap<string, string>,
): Hit<Cue>[] {
  const words = tokens.map((token, at): Full => fullForm(token, tokens[at - 1], tokens[at + 1], same));
  const run = bareRuns(tokens);
  const free = new Map<Cue, number>();
  const hits: Hit<Cue>[] = [];
  words.forEach((word, at) => {
    const begun = book.get(word.plain);
    if (begun === undefined) return;
    const longest = new Map<Cue, number>();
    for (const { cue, steps } of begun) {
      reach(steps, 0, words, { next: at, loose: 0 }, ({ next, loose }) => {
        const clear = loose === 0 || (run[at] ?? 0) >= LONG;
        if (clear && next > (longest.get(cue) ?? at)) longest.set(cue, next);
      });
    }
    for (const [cue, next] of longest) {
      const [first, last] = [tokens[at], tokens[next - 1]];
      if (first === undefined || last === undefined || at < (free.get(cue) ?? 0)) continue;
      hits.push({ cue, from: at, next, start: first.start, end: last.end });
      free.set(cue, next);
    }
  });
  return hits;
}

/** So many bare words together are a phrase, even among marked ones. */
const LONG = 3;

function readStep(item: string, sets: Sets): Step {
  const optional = item.startsWith("(") && item.endsWith(")");
  const inner = optional ? item.slice(1, -1) : item;
  const phrases = new Map<string, (readonly Word[])[]>();
  for (const phrase of inner.split("|").flatMap((name) => phrasesOf(name, sets))) {
    const read = phrase.split(" ").map(readWord);
    const first = read[0]?.plain ?? "";
    phrases.set(first, [...(phrases.get(first) ?? []), read]);
  }
  const open = [...(phrases.get(ANY) ?? []), ...(phrases.get(NUMBER) ?? [])];
  return { phrases, open: open.length === 0 ? undefined : open, optional };
}

/** A set may name other sets: `{no}` of `{deny}`. */
function phrasesOf(name: string, sets: Sets): readonly string[] {
  if (!name.startsWith("{")) return [name];
  const set = sets[name.slice(1, -1)];
  if (set === undefined) throw new Error(`no set of phrases called ${name}`);
  return set.flatMap((phrase) => (phrase.startsWith("{") ? phrasesOf(phrase, sets) : [phrase]));
}

function readWord(written: string): Word {
  const strict = written.startsWith("~");
  const text = lightText(strict ? written.slice(1) : written);
  return { text, plain: foldText(text), strict };
}

function firstWords(steps: readonly Step[]): Set<string> {
  const found = new Set<string>();
  for (const { phrases, optional } of steps) {
    for (const first of phrases.keys()) found.add(first);
    if (!optional) break;
  }
  return found;
}

/** Every way through the steps from a word; what may be left out is tried both ways. */
function reach(steps: readonly Step[], index: number, words: readonly Full[], from: Reach, arrive: (end: Reach) => void): void {
  const step = steps[index];
  if (step === undefined) {
    arrive(from);
    return;
  }
  const named = step.phrases.get(words[from.next]?.plain ?? "");
  for (const phrases of [named, step.open]) {
    for (const phrase of phrases ?? []) {
      const end = walk(phrase, words, from);
      if (end !== undefined) reach(steps, index + 1, words, end, arrive);
    }
  }
  if (step.optional) reach(steps, index + 1, words, from, arrive);
}

function walk(phrase: readonly Word[], words: readonly Full[], from: Reach): Reach | undefined {
  let { next, loose } = from;
  for (const word of phrase) {
    const token = words[next];
    if (token === undefined) return undefined;
    if (word.text === ANY || word.text === NUMBER) {
      if (word.text === ANY ? token.kind !== "word" : token.kind !== "digits" && digitOf(token) === undefined) return undefined;
    } else if (token.plain !== word.plain) return undefined;
    else if (token.text !== word.text && token.short !== true) {
      if (word.strict || token.text !== token.plain) return undefined;
      if (!token.bare) loose += 1;
    }
    next += 1;
  }
  return { next, loose };
}

/** `ko` is `không`; the `k` of `35k` and the `Sài` of Sài Gòn stay. */
function fullForm(token: Token, before: Token | undefined, after: Token | undefined, same: ReadonlyMap<string, string>): Full {
  const name = after?.plain === "gon";
  const dries = token.text === "hong" && DRIED.has(after?.text ?? "");
  const full = token.kind === "word" && before?.kind !== "digits" && !name && !dries ? same.get(token.text) : undefined;
  return full === undefined ? token : { ...token, text: full, plain: foldText(full), short: true };
}

/** `hong khô` dries, where `hong` by itself is a southern `không`. */
const DRIED = new Set(["khô", "gió", "nắng"]);

/** For each token, how many words without marks and numbers stand together around it; the `k` of `35k` is none. */
function bareRuns(tokens: readonly Token[]): number[] {
  const runs: number[] = Array.from({ length: tokens.length }, () => 0);
  for (let at = 0; at < tokens.length;) {
    let end = at;
    let words = 0;
    for (let token = tokens[at]; token !== undefined && token.text === token.plain && token.kind !== "symbol"; token = tokens[end]) {
      if (!token.glued) words += 1;
      end += 1;
    }
    runs.fill(words, at, end);
    at = Math.max(end, at + 1);
  }
  return runs;
}
