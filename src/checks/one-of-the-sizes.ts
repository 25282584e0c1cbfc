import type { AmountMention } from "#facts/amounts.ts";
import type { Told } from "./ground.ts";

/** "Size 38", サイズ38 of the notes' `size 35-40`: one pair of those, not where other sizes begin or end. */
export function isOneOfTheSizes(amount: AmountMention, { text, ground }: Told): boolean {
  const { min, max, start, end, dimension } = amount;
  if (dimension !== "none" || min !== max || !isSize(text, amount) || ENDS.test(text.slice(end, end + 8))) return false;
  if (BEGINS.test(text.slice(Math.max(0, start - 12), start))) return false;
  return ground.amounts.some((held) => {
    return held.dimension === "none" && held.min < max && max < held.max && SIZE.test(ground.notes.slice(0, held.start));
  });
}

function isSize(text: string, { start, end }: AmountMention): boolean {
  return SIZE.test(text.slice(Math.max(0, start - 12), start)) || text.startsWith("サイズ", end);
}
const SIZE = /(?:(?<!\p{L})(?:sizes?|cỡ|co)|サイズ)\s?[はが:：]?\s?$/iu;
const BEGINS = /(?:-|–|—|~|～|〜|đến|tới|to|から)\s?(?:sizes?|cỡ|サイズ)?\s?$/iu;
const ENDS = /^\s?(?:サイズ)?(?:-|–|—|~|～|〜|(?:đến|tới|to)(?!\p{L})|から)/iu;
