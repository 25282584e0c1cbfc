import type { AmountMention } from "#facts/amounts.ts";
import { foldText } from "#facts/fold.ts";
import { said } from "#facts/said.ts";
import type { Found, ReadText, Told } from "./ground.ts";

const IN_VI = ["nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"];
const IN_EN = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const YEAR_VI = said("năm thứ (?<order>\\d{1,2}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)");
const YEAR_EN = new RegExp(String.raw`(?<![\p{L}\d])(?<order>${IN_EN.join("|")}|\d{1,2}(?:st|nd|rd|th)) year(?!\p{L}|-)`, "gu");

/** `năm thứ tư`: 4年目 in Japanese, which counts them. */
export function orderedYearsOf({ light, language }: Pick<ReadText, "light" | "language">): AmountMention[] {
  if (!light.text.includes(language === "en" ? " year" : "th")) return [];
  const [pattern, names] = language === "en" ? [YEAR_EN, IN_EN] : [YEAR_VI, IN_VI];
  return [...light.text.matchAll(pattern)].map((match) => {
    const order = foldText(match.groups?.["order"] ?? "");
    const value = Number.parseInt(order, 10) || names.indexOf(order) + 1;
    const span = light.span(match.index, match.index + match[0].length);
    return { ...span, min: value, max: value, unit: "year", dimension: "month", spelled: true };
  });
}

/** "The fifth year" of the notes' `năm thứ 4`: an order, which is no amount in English or Vietnamese. */
export function strangeYears(told: Told): Found[] {
  if (told.language === "ja") return [];
  const orders = orderedYearsOf(told);
  const held = orders.length === 0 ? [] : told.ground.amounts.filter(({ quote }) => IS_ORDER.test(quote)).map(({ max }) => max);
  return orders
    .filter(({ max }) => held.length > 0 && max > 1 && !held.includes(max))
    .map(({ start, end, quote }) => ({ kind: "number", start, end, message: told.say("number", { quote }) }));
}
const IS_ORDER = /^(?:năm thứ|nam thu) /iu;
