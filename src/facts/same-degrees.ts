import type { AmountMention } from "./amounts.ts";

const DEGREES = new Set(["protein", "celsius", "brix"]);
const OPEN_DEGREE = /(?:độ|do|度|degrees?|°)$/iu;
const ALCOHOL_MIN = 10;
const ALCOHOL_MAX = 70;
/** "40 độ" may be of protein, of sweetness or of heat where one side left it open. */
export function sameDegrees(told: AmountMention, held: AmountMention): boolean {
  // Alcohol in degrees is per cent by volume.
  if (told.dimension === "%" && held.dimension !== "brix" && held.min >= ALCOHOL_MIN && held.max <= ALCOHOL_MAX)
    return OPEN_DEGREE.test(held.quote);
  return DEGREES.has(told.dimension) && DEGREES.has(held.dimension) && (OPEN_DEGREE.test(told.quote) || OPEN_DEGREE.test(held.quote));
}
