import type { AmountMention } from "./amounts.ts";

/** `nửa tháng`, 半月 are two weeks as well as fifteen days. */
export function isHalfMonth({ unit, min, max }: AmountMention, days: AmountMention): boolean {
  return unit === "month" && min === 0.5 && max === 0.5 && days.dimension === "day" && days.min === FORTNIGHT && days.max === FORTNIGHT;
}
const FORTNIGHT = 14;
