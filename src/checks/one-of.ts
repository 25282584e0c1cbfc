import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Ground } from "./ground.ts";
import { HOLDERS } from "./holders.ts";

/** "130,000 a kilo" of `1kg 130k`, or of `túi 1kg, 3kg. 32k và 93k`; `850k một lạng` of `1 lạng giá 850k`. */
export function isOneOf({ per, rate, ...amount }: AmountMention, { bound, amounts }: Ground): boolean {
  const one = rate ?? (per === undefined ? undefined : { unit: per, of: 1 });
  if (one === undefined) return false;
  const isOne = (pack: AmountMention | undefined) => pack?.max === one.of && pack.min === one.of && pack.unit === one.unit;
  return bound.some((price) => {
    // `18k/kg` tells its own weight.
    if (!agrees(amount, price.amount) || (price.amount.per !== undefined && !HOLDERS.has(price.amount.per))) return false;
    // `1m 680k`: what is measured off is no pack.
    const before = amounts.find(({ end }) => end <= price.amount.start && price.amount.start - end <= 1);
    if (before?.dimension === "length" && isOne(before)) return true;
    const packs = price.labels.filter(({ family }) => family === "pack");
    return packs.length === 0 && price.amount.per === undefined
      ? bound.some((other) => isOne(other.amount))
      : packs.some((label) => isOne(label.amount));
  });
}
