import type { Folded } from "#facts/fold.ts";
import { once } from "#facts/once.ts";
import { oncePerText } from "#facts/once-per-text.ts";
import { WORD_END, WORD_START } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { variantsOf, type Variant } from "./beginnings.ts";
import { openBeginnings, type CandidatesAt } from "./candidates.ts";

export type PatternMatch<Rule> = { rule: Rule; start: number; end: number };
/** Rule by rule, its matches from left to right, none overlapping another of the same rule. Offsets are those of the lightened text. */
export type Patterns<Rule> = (light: Folded) => readonly PatternMatch<Rule>[];

/** Tried where one of its variants may begin, or, where it has none, over the whole text. */
type Expression<Rule> = {
  rule: Rule;
  variants: readonly Variant[] | undefined;
  needs: RegExp | undefined;
  anywhere: () => RegExp;
  whole: () => RegExp;
  /** Those of its variants, as one. */
  of: (variants: readonly Variant[]) => RegExp;
};
type Book<Rule> = () => readonly Expression<Rule>[];
type Written<Rule> = { rule: Rule; either: string; needs?: string };

/** Where a match may begin: at a word in Vietnamese and English, anywhere in Japanese. */
const START: Record<Language, string> = { vi: WORD_START, en: WORD_START, ja: "" };

/**
 * Many expressions at once: each is tried only where characters stand that it can begin with, and of it only what can begin
 * with them, which is far faster than one after another. A text is looked through once for all that one shelf
 * holds. Whole words in Vietnamese and English. No rule is read before its language is asked for, none compiled before
 * something begins like it.
 */
export function openShelf<Rule>(language: Language): (rules: () => readonly Written<Rule>[]) => Patterns<Rule> {
  const books: Book<Rule>[] = [];
  let shelf: readonly Expression<Rule>[] = [];
  let candidatesAt: CandidatesAt<Expression<Rule>> = () => [];
  let scanned = new WeakMap<Folded, ReadonlyMap<Expression<Rule>, PatternMatch<Rule>[]>>();
  const scan = (light: Folded) => {
    if (shelf.length === 0) {
      shelf = books.flatMap((read) => read());
      candidatesAt = openBeginnings(shelf);
    }
    const found = new Map<Expression<Rule>, PatternMatch<Rule>[]>();
    const vain = new Map<Expression<Rule>, boolean>();
    const isVain = (expression: Expression<Rule>, needs: RegExp) => {
      const known = vain.get(expression) ?? !needs.test(light.text);
      vain.set(expression, known);
      return known;
    };
    for (const expression of shelf) {
      if (expression.variants !== undefined || expression.needs?.test(light.text) === false) continue;
      const { rule } = expression;
      const matches = [...light.text.matchAll(expression.anywhere())].map(({ index, 0: { length } }) => ({
        rule,
        start: index,
        end: index + length,
      }));
      if (matches.length > 0) found.set(expression, matches);
    }
    for (const at of startsIn[language](light)) {
      for (const { expression, pattern } of candidatesAt(light.text, at)) {
        const { rule, needs } = expression;
        pattern.lastIndex = at;
        if ((needs !== undefined && isVain(expression, needs)) || !pattern.test(light.text)) continue;
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
  const ended = (source: string) => `(?:${source})${language === "ja" ? "" : WORD_END}`;
  return {
    rule,
    variants: variantsOf(either),
    needs: needs === undefined ? undefined : new RegExp(needs, "u"),
    anywhere: once(() => new RegExp(`${START[language]}${ended(either)}`, "gu")),
    whole: once(() => new RegExp(ended(either), "uy")),
    of: (variants) => new RegExp(ended(variants.map(({ source }) => source).join("|")), "uy"),
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
