import type { AmountMention } from "#facts/amounts.ts";

/** アルコール11％, "11% alcohol": no share of what the drink is made of. */
export function isOfAlcohol(text: string, { dimension, start, end }: AmountMention): boolean {
  if (dimension !== "%") return false;
  return BEFORE.test(text.slice(Math.max(0, start - REACH), start)) || BEHIND.test(text.slice(end, end + REACH));
}
const REACH = 9;
const BEFORE = /アルコール(?:度数)?[はが約]?$/u;
const BEHIND = /^ (?:alcohol|abv|vol|cồn|độ cồn)(?!\p{L})/iu;
