import type { Folded } from "#facts/fold.ts";
import { WORD_END, WORD_START } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { BEGINNING, beginningsOf } from "./beginnings.ts";

export type PatternMatch<Rule> = { rule: Rule; start: number; end: number };
/** Rule by rule, its matches from left to right, none overlapping another of the same rule. Offsets are those of the lightened text. */
export type Patterns<Rule> = (light: Folded) => readonly PatternMatch<Rule>[];

type Start = { at: number; beginning: string };

/** Where a match may begin: at a word in Vietnamese and English, anywhere in Japanese. */
const STARTS: Record<Language, RegExp> = {
  vi: new RegExp(`${WORD_START}.`, "gsu"),
  en: new RegExp(`${WORD_START}.`, "gsu"),
  ja: /./gsu,
};
const BEGINNINGS_MAX = 20_000;
const startsKnown = new WeakMap<Folded, readonly Start[]>();

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
    const those = shelf.filter(({ begins }) => begins === undefined || cuts.some((cut) => begins.has(cut)));
    if (byBeginning.size >= BEGINNINGS_MAX) byBeginning.clear();
    byBeginning.set(beginning, those);
    return those;
  };
  let scanned = new WeakMap<Folded, ReadonlyMap<Expression<Rule>, PatternMatch<Rule>[]>>();
  const scan = (light: Folded) => {
    const found = new Map<Expression<Rule>, PatternMatch<Rule>[]>();
    for (const { at, beginning } of startsIn(light, language))
      for (const expression of byBeginning.get(beginning) ?? thatBeginWith(beginning)) {
        const { rule, here } = expression;
        here.lastIndex = at;
        if (!here.test(light.text)) continue;
        const before = found.get(expression);
        if (before === undefined) found.set(expression, [{ rule, start: at, end: here.lastIndex }]);
        else if (at >= (before.at(-1)?.end ?? 0)) before.push({ rule, start: at, end: here.lastIndex });
      }
    scanned.set(light, found);
    return found;
  };
  const end = language === "ja" ? "" : WORD_END;
  return (rules) => {
    const own = rules.map(({ rule, either }) => ({ rule, here: new RegExp(`(?:${either})${end}`, "uy"), begins: beginningsOf(either) }));
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

type Expression<Rule> = { rule: Rule; here: RegExp; begins: ReadonlySet<string> | undefined };

function startsIn(light: Folded, language: Language): readonly Start[] {
  const starts =
    startsKnown.get(light) ??
    [...light.text.matchAll(STARTS[language])].map(({ index }) => ({ at: index, beginning: light.text.slice(index, index + BEGINNING) }));
  startsKnown.set(light, starts);
  return starts;
}
