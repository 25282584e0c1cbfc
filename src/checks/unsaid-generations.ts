import type { AmountMention } from "#facts/amounts.ts";
import { foldText, type Folded } from "#facts/fold.ts";
import { said } from "#facts/said.ts";
import type { Found, ReadText, Told } from "./ground.ts";

/** `đời thứ tư`: four generations by now. */
export function generationsOf({ light }: ReadText): AmountMention[] {
  return [...light.text.matchAll(GENERATION)].map((match) => {
    const span = light.span(match.index, match.index + match[0].length);
    const said = match.groups?.order ?? "";
    const value = Number(said) || GENERATIONS.indexOf(foldText(said)) + 2;
    return { ...span, min: value, max: value, dimension: "generation", spelled: true };
  });
}
const GENERATIONS = ["hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"];
const GENERATION = said(
  "(?:đời|thế hệ) (?:thứ )?(?<order>\\d{1,2}|(?<=thứ |thu )(?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười))(?! ?(?:năm|nam|đời|doi))",
);

/** "The fourth generation" of the notes' `đời thứ ba`: an order, which is no amount. */
export function strangeGenerations({ light, language, ground, say, ...read }: Told): Found[] {
  const told = language === "vi" ? generationsOf({ light, language, ...read }) : language === "en" ? orderedIn(light) : [];
  if (told.length === 0) return [];
  const held = ground.amounts.flatMap(({ dimension, max }) => (dimension === "generation" ? [max] : []));
  const isFamilys = held.length === 0 && ground.notes.search(OF_FAMILY) !== -1;
  return told
    .filter(({ max }) => !isFamilys && max > 1 && !held.includes(max))
    .map(({ start, end, quote }) => ({ kind: "number", start, end, message: say("number", { quote }) }));
}

/** Of a mother who taught her, of a craft handed on, a seller may count the generations. */
const OF_FAMILY = said(
  "đời|thế hệ|truyền|dạy nghề|nối (?:nghề|nghiệp|dõi)|ông bà|ông (?:nội|ngoại|cố)|bà (?:nội|ngoại|cố)|tổ tiên|cha|~bố|mẹ|~má|~mạ|ba má|con (?:trai|gái)|cháu|từ thời",
);

function orderedIn(light: Folded): { start: number; end: number; quote: string; max: number }[] {
  return [...light.text.matchAll(ORDERED)].map((match) => {
    const order = match.groups?.order ?? "";
    const max = Number.parseInt(order, 10) || ORDERS.indexOf(order) + 2;
    return { ...light.span(match.index, match.index + match[0].length), max };
  });
}
const ORDERS = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const ORDERED = new RegExp(String.raw`(?<![\p{L}\d])(?<order>${ORDERS.join("|")}|\d{1,2}(?:nd|rd|th))[- ]generation(?!\p{L})`, "gu");
