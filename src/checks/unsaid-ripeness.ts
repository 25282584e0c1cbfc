import type { AmountMention } from "#facts/amounts.ts";
import { foldText } from "#facts/fold.ts";
import { said } from "#facts/said.ts";
import type { ReadText } from "./ground.ts";

/** `chín 8 phần`, `chín bảy phần mười`: eighty per cent. */
export function ripenessOf({ light }: ReadText): AmountMention[] {
  return [...light.text.matchAll(RIPE)].map((match) => {
    const span = light.span(match.index, match.index + match[0].length);
    const said = match.groups?.tenths ?? "";
    const tenths = Number(said) || TENTHS.indexOf(foldText(said)) + 6;
    return {
      ...span,
      min: Number(match.groups?.["least"] ?? tenths) * 10,
      max: tenths * 10,
      unit: "%" as const,
      dimension: "%",
      spelled: true,
    };
  });
}
const TENTHS = ["sau", "bay", "tam", "chin"];
const RIPE = said("(?:chín|cắt|hái|già)(?: \\p{L}+){0,2} (?:(?<least>[6-8]) ?[-–] ?)?(?<tenths>[6-9]|sáu|bảy|tám|chín) phần(?: mười)?");
