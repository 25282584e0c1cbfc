import { z } from "zod";
import { lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import data from "./rules/reckoning.json" with { type: "json" };

const wordsSchema = z.strictObject({ sum: z.string(), product: z.string(), together: z.string(), apart: z.string(), saved: z.string() });
const words = z.strictObject({ source: z.string(), date: z.string(), vi: wordsSchema, en: wordsSchema, ja: wordsSchema }).parse(data);
type Kind = keyof z.infer<typeof wordsSchema>;

/** The words that say how a number was reckoned, to be looked for in lightened text. */
export const RECKONING: Record<Language, Record<Kind, RegExp>> = { vi: open("vi"), en: open("en"), ja: open("ja") };

function open(language: Language): Record<Kind, RegExp> {
  const whole = (either: string) =>
    new RegExp(language === "ja" ? either : `(?<![\\p{L}\\p{M}])(?:${lightText(either)})(?![\\p{L}\\p{M}])`, "u");
  const { sum, product, together, apart, saved } = words[language];
  return { sum: whole(sum), product: whole(product), together: whole(together), apart: whole(apart), saved: whole(saved) };
}
