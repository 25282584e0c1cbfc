import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Told } from "./ground.ts";
import { gapBetween } from "./reckoned.ts";

/** So near the other end is told, too: "small ones are around 200 g and the big ones up to 400 g". */
const NEAR = 60;

/** One end of a range of the notes, `củ 200-400g`, where the text tells the other right before or behind it. */
export function isEndOfRange(amount: AmountMention, { amounts, ground }: Told): boolean {
  if (amount.min !== amount.max || !MEASURED.has(amount.dimension)) return false;
  return ground.amounts.some((held) => {
    if (held.min === held.max) return false;
    const [least, most] = [
      { ...held, max: held.min },
      { ...held, min: held.max },
    ];
    const other = agrees(amount, least) ? most : agrees(amount, most) ? least : undefined;
    return (
      other !== undefined &&
      amounts.some(
        (told) => told.dimension === amount.dimension && told !== amount && gapBetween(told, amount) <= NEAR && agrees(told, other),
      )
    );
  });
}
/** What single goods measure; days and prices that differ are told of different things. */
const MEASURED = new Set(["mass", "length", "volume", "count"]);
