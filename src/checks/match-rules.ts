import { z } from "zod";
import { lightText, type Folded } from "#facts/fold.ts";
import { oncePerText } from "#facts/once-per-text.ts";
import { overlaps, WORD_END, WORD_START, type Span } from "#facts/said.ts";
import { languageSchema, marketSchema, type Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";
import { openShelf, type Patterns } from "./scan-patterns.ts";

const ruleSchema = z.strictObject({
  /** What the rule is about; conditions name it. */
  id: z.string(),
  language: languageSchema,
  /** Regular expressions over lower-case text that keeps its diacritics: law words are never looked for on folded text. */
  patterns: z.array(z.string()).min(1),
  source: z.string(),
  market: marketSchema.optional(),
  /** In force since, or read on. */
  date: z.string(),
});
export const rulesSchema = z.strictObject({
  /** Sayings in which nothing is found, such as a disclaimer that the law asks for. */
  free: z.partialRecord(languageSchema, z.string()).optional(),
  /** Words that several patterns name as `{{list}}`, by language. */
  lists: z.record(languageSchema, z.record(z.string(), z.string())).optional(),
  rules: z.array(ruleSchema),
});

/** A rule book ready to match, by language. */
export type RuleBook = Record<Language, { free: (light: Folded) => readonly Span[]; rules: Patterns<string> }>;
export type RuleMatch = Span & { id: string; quote: string };

/** All rule books of a language look through a text together. */
const SHELVES = { vi: openShelf<string>("vi"), en: openShelf<string>("en"), ja: openShelf<string>("ja") };

export function openRules(data: unknown): RuleBook {
  const { rules, lists, free } = rulesSchema.parse(data);
  const of = (language: Language) => ({
    free: oncePerText(freeIn(free?.[language], language)),
    rules: SHELVES[language](() =>
      rules
        .filter((rule) => rule.language === language)
        .map(({ id, patterns }) => ({ rule: id, either: eitherOf(patterns.map((pattern) => fillLists(pattern, lists?.[language]))) })),
    ),
  });
  return { vi: of("vi"), en: of("en"), ja: of("ja") };
}

function freeIn(sayings: string | undefined, language: Language): (light: Folded) => readonly Span[] {
  if (sayings === undefined) return () => [];
  const pattern = compileRule([sayings], language);
  return (light) => [...light.text.matchAll(pattern)].map(({ index, 0: { length } }) => light.span(index, index + length));
}

/** So much stops any text; the rest is found when these are mended. */
export const FOUND_MAX = 200;

/** Every match of the rules that apply, as spans of the text; of two that overlap the first rule's stays. */
export function matchRules(
  { light, language }: Pick<Told, "light" | "language">,
  book: RuleBook,
  applies: (id: string) => boolean = () => true,
): RuleMatch[] {
  const { free, rules } = book[language];
  // Most texts have nothing that a free saying could hold.
  let taken: Span[] | undefined;
  const found: RuleMatch[] = [];
  for (const { rule: id, start, end } of rules(light)) {
    if (!applies(id)) continue;
    const span = light.span(start, end);
    taken ??= [...free(light)];
    if (taken.some((other) => overlaps(span, other))) continue;
    taken.push(span);
    found.push({ id, ...span });
    if (found.length >= FOUND_MAX) return found;
  }
  return found;
}

/** A pattern with its `{{lists}}` put in. */
export function fillLists(pattern: string, lists: Readonly<Record<string, string>> = {}): string {
  return pattern.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
    const words = lists[name];
    if (words === undefined) throw new Error(`no list "${name}" in the rules`);
    return words;
  });
}

/** One pattern of many: whole words in Vietnamese and English, anywhere in Japanese. */
export function compileRule(patterns: readonly string[], language: Language): RegExp {
  const either = eitherOf(patterns);
  return new RegExp(language === "ja" ? either : `${WORD_START}(?:${either})${WORD_END}`, "gu");
}

export function eitherOf(patterns: readonly string[]): string {
  return patterns.map((pattern) => lightPattern(pattern)).join("|");
}

/** Words are lightened like the text; escapes such as `\p{L}` keep their capitals. */
function lightPattern(pattern: string): string {
  return pattern.replace(
    /(\\p\{\w+\}|\\.)|([^\\]+)/gu,
    (_whole, escape: string | undefined, plain: string | undefined) => escape ?? lightText(plain ?? ""),
  );
}
