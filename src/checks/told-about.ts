import { agrees, liesWithin } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Told } from "./ground.ts";

/** "Around two kilos", 2キロ前後 of the notes' `1,8-2,2kg`. */
export function isAbout(amount: AmountMention, { text, ground }: Told): boolean {
  const { approximate, start, end } = amount;
  const about =
    approximate === "about" ||
    /^(?:前後|ほど|くらい|ぐらい|程度)/u.test(text.slice(end, end + 4)) ||
    /trên dưới $/iu.test(text.slice(Math.max(0, start - 12), start));
  if (about) return ground.amounts.some((held) => liesWithin(amount, held));
  // "Just over half a kilo" of `500-600g`.
  return approximate === "over" && ground.amounts.some((held) => liesWithin(amount, held) && agrees(amount, { ...held, max: held.min }));
}
