import { z } from "zod";
import { lightText } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { ReadText } from "./ground.ts";
import { compileRule } from "./match-rules.ts";
import data from "./rules/idle.json" with { type: "json" };

const idleSchema = z.strictObject({ after: z.string(), before: z.string(), sayings: z.string() });
const idle = z.strictObject({ source: z.string(), date: z.string(), vi: idleSchema, en: idleSchema, ja: idleSchema }).parse(data);

/** What stands beside numbers that say nothing of the goods, and sayings that hold one whole. */
export const IDLE: Record<Language, ReturnType<typeof openIdle>> = {
  vi: openIdle("vi"),
  en: openIdle("en"),
  ja: openIdle("ja"),
};

/** 一年中, `mùng một ăn chay`: where a text holds such sayings. */
export function sayingsIn({ language, light }: Pick<ReadText, "language" | "light">): Span[] {
  return [...light.text.matchAll(IDLE[language].sayings)].map(({ index, 0: said }) => light.span(index, index + said.length));
}

function openIdle(language: Language): { after: RegExp; before: RegExp; sayings: RegExp } {
  const { after, before, sayings } = idle[language];
  const word = language === "ja" ? "" : "(?![\\p{L}\\p{M}])";
  const wordBefore = language === "ja" ? "" : "(?<![\\p{L}\\p{M}])";
  return {
    after: new RegExp(`^[\\s-]*(?:${lightText(after)})${word}`, "u"),
    before: new RegExp(`${wordBefore}(?:${lightText(before)})[\\s-]*$`, "u"),
    sayings: compileRule([sayings], language),
  };
}
