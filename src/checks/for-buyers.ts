import { z } from "zod";
import { overlaps, type Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { sentencesOf, type Told } from "./ground.ts";
import { lightText } from "#facts/fold.ts";
import { compileRule } from "./match-rules.ts";
import data from "./rules/for-buyers.json" with { type: "json" };

const wordsSchema = z.strictObject({ sentence: z.string(), made: z.string() });
const words = z.strictObject({ source: z.string(), date: z.string(), vi: wordsSchema, en: wordsSchema, ja: wordsSchema }).parse(data);

/** True in a sentence that tells buyers how to eat or keep the goods: `nướng than, chấm muối ớt`, "grill over charcoal or braise". */
export function isForBuyers({ text, language }: Pick<Told, "text" | "language">, found: Span): boolean {
  const sentence = sentencesOf(text).find((span) => overlaps(span, found));
  if (sentence === undefined) return false;
  const [before, after] = [lightText(text.slice(sentence.start, found.start)), lightText(text.slice(found.end, sentence.end))];
  const tells = (pattern: RegExp) => before.search(pattern) !== -1 || after.search(pattern) !== -1;
  const { sentence: serving, made } = PATTERNS[language];
  return tells(serving) && !tells(made);
}

const PATTERNS: Record<Language, { sentence: RegExp; made: RegExp }> = { vi: open("vi"), en: open("en"), ja: open("ja") };
function open(language: Language): { sentence: RegExp; made: RegExp } {
  return { sentence: compileRule([words[language].sentence], language), made: compileRule([words[language].made], language) };
}
