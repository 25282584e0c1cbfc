import type { Folded } from "#facts/fold.ts";
import { WORD_END, WORD_START } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { BEGINNING, beginningsOf } from "./beginnings.ts";

export type PatternMatch<Rule> = { rule: Rule; start: number; end: number };
/** Rule by rule, its matches from left to right, none overlapping another of the same rule. Offsets are those of the lightened text. */
export type Patterns<Rule> = (light: Folded) => readonly PatternMatch<Rule>[];

/** Tried where one of its beginnings stands, or, where it may begin with anything, over the whole text. */
type Expression<Rule> = { rule: Rule; pattern: RegExp; begins: ReadonlySet<string> | undefined };

/** Where a match may begin: at a word in Vietnamese and English, anywhere in Japanese. */
const START: Record<Language, string> = { vi: WORD_START, en: WORD_START, ja: "" };
const BEGINNINGS_MAX = 20_000;
const startsKnown = new WeakMap<Folded, readonly number[]>();

/**
 * Many expressions at once: each is tried only where characters stand that it can begin with, which is twenty times as
 * fast as one after another. A text is looked through once for all that one shelf holds. Whole words in Vietnamese and
 * English.
 */
export function openShelf<Rule>(language: Language): (rules: readonly { rule: Rule; either: string }[]) => Patterns<Rule> {
  const shelf: Expression<Rule>[] = [];
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
    const found = new Map<Expression<Rule>, PatternMatch<Rule>[]>();
    for (const expression of shelf) {
      if (expression.begins !== undefined) continue;
      const { rule, pattern } = expression;
      const matches = [...light.text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ rule, start: index, end: index + length }));
      if (matches.length > 0) found.set(expression, matches);
    }
    for (const at of startsIn(light, language)) {
      const beginning = light.text.slice(at, at + BEGINNING);
      for (const expression of byBeginning.get(beginning) ?? thatBeginWith(beginning)) {
        const { rule, pattern } = expression;
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
  const end = language === "ja" ? "" : WORD_END;
  return (rules) => {
    const own = rules.map(({ rule, either }): Expression<Rule> => {
      const begins = beginningsOf(either);
      const source = `(?:${either})${end}`;
      return { rule, pattern: begins === undefined ? new RegExp(`${START[language]}${source}`, "gu") : new RegExp(source, "uy"), begins };
    });
    shelf.push(...own);
    byBeginning.clear();
    scanned = new WeakMap();
    const known = new WeakMap<Folded, PatternMatch<Rule>[]>();
    return (light) => {
      const found = known.get(light) ?? own.flatMap((expression) => (scanned.get(light) ?? scan(light)).get(expression) ?? []);
      known.set(light, found);
      return found;
    };
  };
}

function startsIn(light: Folded, language: Language): readonly number[] {
  const known = startsKnown.get(light);
  if (known !== undefined) return known;
  const starts: number[] = [];
  const next = new RegExp(`${START[language]}.`, "gsu");
  while (next.test(light.text)) starts.push(next.lastIndex - ((light.text.codePointAt(next.lastIndex - 2) ?? 0) > 0xffff ? 2 : 1));
  startsKnown.set(light, starts);
  return starts;
}
