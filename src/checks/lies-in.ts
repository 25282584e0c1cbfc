import type { ReadText } from "./ground.ts";

/** "Two days in salt and pepper, seven in smoke": what it lies in so long names nothing that is sold. */
export function liesIn({ text, language }: ReadText, start: number): boolean {
  return language === "en" && LIES_IN.test(text.slice(Math.max(0, start - REACH), start));
}
const REACH = 48;
const LIES_IN = /(?<!\p{L})(?:day|night|week|month|hour|minute)s? in (?:(?:the|a|our|coarse|sea|rock|\p{L}+ and) )?(?:\p{L}+ ){0,2}$/iu;
