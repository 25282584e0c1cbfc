import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Ground } from "./ground.ts";
import { HOLDERS } from "./holders.ts";

/** "130,000 a kilo" of `1kg 130k`, or of `túi 1kg, 3kg. 32k và 93k`; `850k một lạng` of `1 lạng giá 850k`. */
export function isOneOf({ per, rate, ...amount }: AmountMention, { bound, amounts }: Ground): boolean {
  const one = rate ?? (per === undefined ? undefined : { unit: per, of: 1 });
  if (one === undefined) return false;
  const { quote } = amount;
  const isWeighed = WEIGHED.has(one.unit);
  const isOne = (pack: AmountMention | undefined) => pack?.max === one.of && pack.min === one.of && pack.unit === one.unit;
  return bound.some((price) => {
    // `18k/kg` tells its own weight.
    if (!agrees(amount, price.amount) || (price.amount.per !== undefined && !HOLDERS.has(price.amount.per))) return false;
    // `hộp 1kg 210k, con 88k/con`: a price of one is none of a kilo.
    if (isWeighed && price.amount.each === true) return false;
    // `1m 680k`: what is measured off is no pack.
    const before = amounts.find(({ end }) => end <= price.amount.start && price.amount.start - end <= 1);
    if (before?.dimension === "length" && isOne(before)) return true;
    // `1 tạ giá 900k`, however much a tạ is there.
    const own = amounts.findLast(({ end }) => end <= price.amount.start && price.amount.start - end <= PRICE_REACH);
    if (own?.dimension === "regional" && own.min === 1 && own.max === 1 && QUINTAL.test(own.quote) && QUINTAL.test(quote)) return true;
    const packs = price.labels.filter(({ family }) => family === "pack");
    return packs.length === 0 && price.amount.per === undefined
      ? bound.some((other) => other.class !== "length" && isOne(other.amount))
      : packs.some((label) => isOne(label.amount));
  });
}
const WEIGHED = new Set<string>(["kg", "g", "l", "ml"]);
/** As far as from a weight over `giá`, `là` to its price. */
const PRICE_REACH = 6;
const QUINTAL = /(?<!\p{L})(?:tạ|ta)$/iu;

/** `mỗi cân trà`, `cứ một lít`: what is said of every one may be told of one. */
export function isOfEach({ unit }: AmountMention, notes: string): boolean {
  return unit !== undefined && EACH[unit]?.test(notes) === true;
}
const EACH: Readonly<Record<string, RegExp>> = {
  kg: /(?<!\p{L})(?:mỗi|moi|từng|tung|cứ|cu|cả|ca) (?:kg|ký|ky|kí|cân|can)(?!\p{L})|(?:thìa|thia|muỗng|muong|nước|nuoc|lá|la)\/(?:kg|ký|ky|cân)(?!\p{L})/u,
  l: /(?<!\p{L})(?:mỗi|moi|từng|tung|cứ|cu|cả|ca) (?:lít|lit)(?!\p{L})/u,
};
