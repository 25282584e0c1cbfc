import type { AmountMention } from "#facts/amounts.ts";
import { isInTens } from "#facts/explained-dozens.ts";
import type { Told } from "./ground.ts";

/** 10個組を5組, 3パック（30個） of the notes' `5 chục`, `3 chục`: so many sets, where the text says how many are in one. */
export function isSetsOfTen({ quote, min, max }: AmountMention, { text, language, amounts, ground }: Told): boolean {
  if (language !== "ja" || min !== max || !SET.test(quote) || !ground.amounts.some(isInTens)) return false;
  return amounts.some(
    (one) =>
      one.min === one.max &&
      one.dimension === "count" &&
      (one.per === "pack" || AS_SET.test(one.quote) || SETS_OF.test(text.slice(one.end, one.end + SETS_REACH))) &&
      ground.amounts.some((held) => isInTens(held) && held.min === min * one.min && held.max === held.min),
  );
}
const SET = /(?:組|パック|セット|ケース|トレー|トレイ)$/u;
const AS_SET = /(?:組|[1１一](?:組|パック|セット))$/u;
const SETS_OF = /^(?:組|セット|パック|(?:ずつ)?入り?|で[1１一](?:組|パック|セット))/u;
const SETS_REACH = 6;
