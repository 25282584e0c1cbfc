import type { AmountMention } from "#facts/amounts.ts";
import type { Told } from "./ground.ts";
import { HOLDERS } from "./holders.ts";

/** "Five litre bottles" of the notes' `5 chai lít`: five of one litre each, where they have so many and that size. */
export function isPacksOfOne({ unit, quote, min, max, end }: AmountMention, { text, language, ground: { amounts } }: Told): boolean {
  if (
    language !== "en" ||
    (unit !== "l" && unit !== "kg") ||
    min !== max ||
    !ONE_EACH.test(quote) ||
    !PACKS.test(text.slice(end, end + 10))
  )
    return false;
  const isSize = amounts.some((held) => held.unit === unit && held.min === 1 && held.max === 1);
  return isSize && amounts.some((held) => held.dimension === "count" && HOLDERS.has(held.unit ?? "") && held.min === min);
}
const ONE_EACH = / (?:litre|liter|kilo)$/iu;
const PACKS = /^ (?:bottles|jars|bags|packs|boxes|cans|tins|tubs)(?!\p{L})/iu;
