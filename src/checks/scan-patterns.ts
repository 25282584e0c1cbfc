import type { Folded } from "#facts/fold.ts";
import { WORD_END, WORD_START } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";

export type PatternMatch<Rule> = { rule: Rule; start: number; end: number };
/** Rule by rule, its matches from left to right, none overlapping another of the same rule. Offsets are those of the lightened text. */
export type Patterns<Rule> = (light: Folded) => readonly PatternMatch<Rule>[];

/**
 * Many expressions as one: it finds where any of them may begin, and each is tried only there, which is ten times as fast as
 * one after another. A text is looked through once for all who ask. Whole words in Vietnamese and English, anywhere in Japanese.
 */
export function openPatterns<Rule>(rules: readonly { rule: Rule; either: string }[], language: Language): Patterns<Rule> {
  const [start, end] = language === "ja" ? ["", ""] : [WORD_START, WORD_END];
  const all = rules.map(({ either }) => either).join("|");
  const anywhere = new RegExp(`${start}(?=(?:${all})${end})`, "gu");
  const sticky = rules.map(({ rule, either }) => ({ rule, here: new RegExp(`(?:${either})${end}`, "uy") }));
  const known = new WeakMap<Folded, PatternMatch<Rule>[]>();
  return (light) => {
    const found = known.get(light) ?? matchesOf(light.text, anywhere, sticky);
    known.set(light, found);
    return found;
  };
}

function matchesOf<Rule>(text: string, anywhere: RegExp, rules: readonly { rule: Rule; here: RegExp }[]): PatternMatch<Rule>[] {
  const starts = [...text.matchAll(anywhere)].map(({ index }) => index);
  if (starts.length === 0) return [];
  return rules.flatMap(({ rule, here }) => {
    let from = 0;
    return starts.flatMap((start) => {
      if (start < from) return [];
      here.lastIndex = start;
      if (!here.test(text)) return [];
      from = here.lastIndex;
      return [{ rule, start, end: from }];
    });
  });
}
