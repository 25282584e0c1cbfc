import type { Folded } from "#facts/fold.ts";
import { once } from "#facts/once.ts";
import { oncePerText } from "#facts/once-per-text.ts";
import { WORD_END, WORD_START } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { BEGINNING, beginningsOf } from "./beginnings.ts";

export type PatternMatch<Rule> = { rule: Rule; start: number; end: number };
/** Rule by rule, its matches from left to right, none overlapping another of the same rule. Offsets are those of the lightened text. */
export type Patterns<Rule> = (light: Folded) => readonly PatternMatch<Rule>[];

/** Tried where one of its beginnings stands, or, where it may begin with anything, over the whole text. */
type Expression<Rule> = { rule: Rule; begins: ReadonlySet<string> | undefined; needs: RegExp | undefined; pattern: () => RegExp };
type Book<Rule> = () => readonly Expression<Rule>[];
type Written<Rule> = { rule: Rule; either: string; needs?: string };

/** Where a match may begin: at a word in Vietnamese and English, anywhere in Japanese. */
const START: Record<Language, string> = { vi: WORD_START, en: WORD_START, ja: "" };
const BEGINNINGS_MAX = 20_000;

/**
 * Many expressions at once: each is tried only where characters stand that it can begin with, which is twenty times as
 * fast as one after another. A text is looked through once for all that one shelf holds. Whole words in Vietnamese and
 * English. No rule is read before its language is asked for, none compiled before something begins like it.
 */
export function openShelf<Rule>(language: Language): (rules: () => readonly Written<Rule>[]) => Patterns<Rule> {
  const books: Book<Rule>[] = [];
  let shelf: readonly Expression<Rule>[] = [];
  const byBeginning = new Map<string, readonly Expression<Rule>[]>();
  const thatBeginWith = (beginning: string) => {
    const cuts = Array.from({ length: BEGINNING }, (_, index) => beginning.slice(0, index + 1));
    const those = shelf.filter(({ begins }) => begins !== undefined && cuts.some((cut) => begins.has(cut)));
    if (byBeginning.size >= BEGINNINGS_MAX) byBeginning.clear();
    byBeginning.set(beginning, those);
    return those;
  };
  let scanned = new WeakMap<Folded, ReadonlyMap<Expression<Rule>, PatternMatch<Rule>[]>>();
  const scan = (light: Folded) => {
    if (shelf.length === 0) shelf = books.flatMap((read) => read());
    const found = new Map<Expression<Rule>, PatternMatch<Rule>[]>();
    for (const expression of shelf) {
      if (expression.begins !== undefined) continue;
      const { rule } = expression;
      const matches = [...light.text.matchAll(expression.pattern())].map(({ index, 0: { length } }) => ({
        rule,
        start: index,
        end: index + length,
      }));
      if (matches.length > 0) found.set(expression, matches);
    }
    const vain = new Set(shelf.filter(({ needs }) => needs?.test(light.text) === false));
    for (const at of startsIn[language](light)) {
      const beginning = light.text.slice(at, at + BEGINNING);
      for (const expression of byBeginning.get(beginning) ?? thatBeginWith(beginning)) {
        if (vain.has(expression)) continue;
        const { rule } = expression;
        const pattern = expression.pattern();
        pattern.lastIndex = at;
        if (!pattern.test(light.text)) continue;
        const before = found.get(expression);
        if (before === undefined) found.set(expression, [{ rule, start: at, end: pattern.lastIndex }]);
        else if (at >= (before.at(-1)?.end ?? 0)) before.push({ rule, start: at, end: pattern.lastIndex });
      }
    }
    scanned.set(light, found);
    return found;
  };
  return (rules) => {
    const read = once(() => rules().map((written) => expressionOf(written, language)));
    books.push(read);
    shelf = [];
    byBeginning.clear();
    scanned = new WeakMap();
    const known = new WeakMap<Folded, PatternMatch<Rule>[]>();
    return (light) => {
      const before = known.get(light);
      if (before !== undefined) return before;
      const all = scanned.get(light) ?? scan(light);
      const found = read().flatMap((expression) => all.get(expression) ?? []);
      known.set(light, found);
      return found;
    };
  };
}

function expressionOf<Rule>({ rule, either, needs }: Written<Rule>, language: Language): Expression<Rule> {
  const begins = beginningsOf(either);
  const source = `(?:${either})${language === "ja" ? "" : WORD_END}`;
  return {
    rule,
    begins,
    needs: needs === undefined ? undefined : new RegExp(needs, "u"),
    pattern: once(() => (begins === undefined ? new RegExp(`${START[language]}${source}`, "gu") : new RegExp(source, "uy"))),
  };
}

const wordsIn = oncePerText((light) => startsOf(light, WORD_START));
const startsIn: Record<Language, (light: Folded) => readonly number[]> = {
  vi: wordsIn,
  en: wordsIn,
  ja: oncePerText((light) => startsOf(light, "")),
};

function startsOf(light: Folded, start: string): number[] {
  const starts: number[] = [];
  const next = new RegExp(`${start}.`, "gsu");
  while (next.test(light.text)) starts.push(next.lastIndex - ((light.text.codePointAt(next.lastIndex - 2) ?? 0) > 0xffff ? 2 : 1));
  return starts;
}
