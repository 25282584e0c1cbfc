import type { AmountMention } from "#facts/amounts.ts";
import { foldText } from "#facts/fold.ts";
import { said } from "#facts/said.ts";
import type { ReadText } from "./ground.ts";

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
