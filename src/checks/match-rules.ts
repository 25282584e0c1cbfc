import { z } from "zod";
import { lightText } from "#facts/fold.ts";
import { languageSchema, marketSchema, type Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";

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
export const rulesSchema = z.strictObject({ rules: z.array(ruleSchema) });

/** A rule book ready to match, by language. */
export type RuleBook = Record<Language, readonly { id: string; pattern: RegExp }[]>;

export function openRules(data: unknown): RuleBook {
  const { rules } = rulesSchema.parse(data);
  const of = (language: Language) =>
    rules.filter((rule) => rule.language === language).map(({ id, patterns }) => ({ id, pattern: compile(patterns, language) }));
  return { vi: of("vi"), en: of("en"), ja: of("ja") };
}

/** Every match of a book's rules in a text, as spans of the text; of two that overlap the first rule's stays. */
export function matchRules(told: Told, book: RuleBook): { id: string; start: number; end: number; quote: string }[] {
  const found: { id: string; start: number; end: number; quote: string }[] = [];
  for (const { id, pattern } of book[told.language]) {
    for (const match of told.light.text.matchAll(pattern)) {
      const span = told.light.span(match.index, match.index + match[0].length);
      if (!found.some((other) => span.start < other.end && other.start < span.end)) found.push({ id, ...span });
    }
  }
  return found;
}

function compile(patterns: readonly string[], language: Language): RegExp {
  const either = patterns.map((pattern) => lightPattern(pattern)).join("|");
  return new RegExp(language === "ja" ? either : `(?<![\\p{L}\\p{M}])(?:${either})(?![\\p{L}\\p{M}])`, "gu");
}

/** Words are lightened like the text; escapes such as `\p{L}` keep their capitals. */
function lightPattern(pattern: string): string {
  return pattern.replace(
    /(\\p\{\w+\}|\\.)|([^\\]+)/gu,
    (_whole, escape: string | undefined, plain: string | undefined) => escape ?? lightText(plain ?? ""),
  );
}
