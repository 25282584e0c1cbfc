import type { Folded } from "#facts/fold.ts";
import { heldBy, isMet, neededBy, type Needs } from "#facts/needs.ts";
import { once } from "#facts/once.ts";
import { WORD_END, WORD_START } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { mayBeginAnyhow, variantsOf } from "./beginnings.ts";
import { openBeginnings, type Way } from "./candidates.ts";

export type PatternMatch<Rule> = { rule: Rule; start: number; end: number };
/** Rule by rule, those that may begin with anything first; of each sort from left to right, none overlapping another of it. Offsets are those of the lightened text. */
export type Patterns<Rule> = (light: Folded) => readonly PatternMatch<Rule>[];

/** Tried where one of its ways may begin, or, where these may begin with anything, over the whole text. */
type Expression<Rule> = { rule: Rule; ways: readonly Way[]; anywhere: { pattern: RegExp; needs: Needs } | undefined };
type Anywhere<Rule> = { expression: Expression<Rule>; pattern: RegExp; needs: Needs };
type Book<Rule> = () => readonly Expression<Rule>[];
/** What was found of each book, in its own order. */
type Found<Rule> = ReadonlyMap<Book<Rule>, readonly PatternMatch<Rule>[]>;
type Written<Rule> = { rule: Rule; either: string };

/** Where a match may begin: at a word in Vietnamese and English, anywhere in Japanese. */
const START: Record<Language, string> = { vi: WORD_START, en: WORD_START, ja: "" };

/**
 * Many expressions at once: each is tried only where characters stand that it can begin with, of it only what can begin with
 * them, and only in a text that holds what it needs, which is far faster than one after another. A text is looked through
 * once for all that one shelf holds. Whole words in Vietnamese and English. No rule is read before its language is asked
 * for, none compiled before something begins like it.
 */
export function openShelf<Rule>(language: Language): (rules: () => readonly Written<Rule>[]) => Patterns<Rule> {
  const books: Book<Rule>[] = [];
  let shelf = new Map<Expression<Rule>, { book: Book<Rule>; rank: number }>();
  let anywhere: readonly Anywhere<Rule>[] = [];
  let candidatesIn = openBeginnings<Expression<Rule>>([]);
  let scanned = new WeakMap<Folded, Found<Rule>>();
  const fillShelf = () => {
    const all = books.flatMap((book) => book().map((expression) => ({ expression, book })));
    shelf = new Map(all.map(({ expression, book }, rank) => [expression, { book, rank }]));
    anywhere = all.flatMap(({ expression }) => (expression.anywhere === undefined ? [] : [{ expression, ...expression.anywhere }]));
    candidatesIn = openBeginnings([...shelf.keys()].filter((expression) => expression.anywhere === undefined));
  };
  const scan = (light: Folded): Found<Rule> => {
    if (shelf.size === 0) fillShelf();
    const found = new Map<Expression<Rule>, PatternMatch<Rule>[]>();
    const held = heldBy(light);
    for (const { expression, pattern, needs } of anywhere) {
      if (!isMet(needs, held)) continue;
      const { rule } = expression;
      const matches = [...light.text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ rule, start: index, end: index + length }));
      if (matches.length > 0) found.set(expression, matches);
    }
    const candidatesAt = candidatesIn(light);
    const goesOn = GOES_ON[language];
    for (let at = 0, next = 0, within = false; at < light.text.length; at = next) {
      const code = light.text.codePointAt(at) ?? 0;
      next = at + (code > 0xffff ? 2 : 1);
      // Nothing begins behind a character that goes on in this one.
      const candidates = within ? NONE : candidatesAt(at);
      within = goesOn(code);
      for (const { expression, pattern } of candidates) {
        pattern.lastIndex = at;
        if (!pattern.test(light.text)) continue;
        const match = { rule: expression.rule, start: at, end: pattern.lastIndex };
        const before = found.get(expression);
        if (before === undefined) found.set(expression, [match]);
        else if (at >= (before.at(-1)?.end ?? 0)) before.push(match);
      }
    }
    const byBook = inOrder(found, shelf);
    scanned.set(light, byBook);
    return byBook;
  };
  return (rules) => {
    const read = once(() => rules().flatMap((written) => expressionsOf(written, language)));
    books.push(read);
    shelf = new Map();
    scanned = new WeakMap();
    return (light) => (scanned.get(light) ?? scan(light)).get(read) ?? [];
  };
}

/** Of many expressions few are found: those are put in order, not all looked up. */
function inOrder<Rule>(
  found: ReadonlyMap<Expression<Rule>, readonly PatternMatch<Rule>[]>,
  shelf: ReadonlyMap<Expression<Rule>, { book: Book<Rule>; rank: number }>,
): Found<Rule> {
  const ranked = [...found]
    .flatMap(([expression, matches]) => {
      const place = shelf.get(expression);
      return place === undefined ? [] : [{ ...place, matches }];
    })
    .toSorted((one, other) => one.rank - other.rank);
  const byBook = new Map<Book<Rule>, PatternMatch<Rule>[]>();
  for (const { book, matches } of ranked) {
    const before = byBook.get(book);
    if (before === undefined) byBook.set(book, [...matches]);
    else before.push(...matches);
  }
  return byBook;
}

/** One, or two where some of its ways may begin with anything. */
function expressionsOf<Rule>({ rule, either }: Written<Rule>, language: Language): Expression<Rule>[] {
  const ended = (source: string) => `(?:${source})${language === "ja" ? "" : WORD_END}`;
  const variants = variantsOf(either);
  const anyhow = variants.filter(mayBeginAnyhow).map(({ source }) => source);
  const ways = variants
    .filter((variant) => !mayBeginAnyhow(variant))
    .map((variant) => ({ ...variant, pattern: once(() => new RegExp(ended(variant.source), "uy")) }));
  return [
    ...(anyhow.length > 0
      ? [{ rule, ways: [], anywhere: anywhereOf(new RegExp(`${START[language]}${ended(anyhow.join("|"))}`, "gu")) }]
      : []),
    ...(ways.length > 0 ? [{ rule, ways, anywhere: undefined }] : []),
  ];
}

function anywhereOf(pattern: RegExp): { pattern: RegExp; needs: Needs } {
  return { pattern, needs: neededBy(pattern) };
}

const NONE: readonly never[] = [];

/** Whether a character goes on in the one behind it. */
const GOES_ON: Record<Language, (code: number) => boolean> = { vi: isOfWord, en: isOfWord, ja: () => false };

/** Of each unit whether it goes on in a word, as in `WORD_START`, where that has been asked: a language has few letters. */
const known = new Uint8Array(0x10000);
const NO = 1;
const YES = 2;
function isOfWord(code: number): boolean {
  if (code > 0xffff) return LETTER.test(String.fromCodePoint(code));
  if (known[code] === 0) known[code] = LETTER.test(String.fromCodePoint(code)) ? YES : NO;
  return known[code] === YES;
}
const LETTER = /[\p{L}\p{M}]/u;
