import type { AmountMention } from "./amounts.ts";
import type { Unit } from "./fact.ts";

const GRAMS: Partial<Record<Unit, number>> = { g: 1, kg: 1000, t: 1e6 };

/** `1 tấn 200 kg`, `2 tạ 5 yến`, 1メートル20センチ */
export function isCompound(first: AmountMention, second: AmountMention, between: string): boolean {
  if (first.dimension === "length" && second.dimension === "length")
    return METRES.test(first.quote) && CENTIMETRES.test(second.quote) && second.max < METRE && /^\s*$/.test(between);
  const large = GRAMS[first.unit ?? "VND"];
  const small = GRAMS[second.unit ?? "VND"];
  if (large === undefined || small === undefined || !/^\s*(?:,?\s*and\s*)?$/.test(between) || first.per !== undefined) return false;
  // `ba tấn rưỡi một ký …`, `hai tấn một ký …`: nothing is weighed so, the kilo is of the size or the price behind it.
  if (HALVED.test(first.quote) || (second.unit === "kg" && second.max === 1 && HUNDREDS.test(first.quote))) return false;
  const larger = large > small || (LARGE.test(first.quote) && SMALL.test(second.quote) && first.max > second.max);
  return larger && first.min === first.max && second.min === second.max && !(first.unit === "g");
}

const METRES = /(?:\dm|m[eé]t|metres?|meters?|メートル|\d m)$/iu;
const CENTIMETRES = /(?:cm|phân|phan|centimet(?:re|er)s?|センチ(?:メートル)?)$/iu;
const METRE = 100;
const HALVED = /(?:rưỡi|ruoi|rưởi)$/iu;
const HUNDREDS = /(?:tấn|tan|tạ|ta)$/iu;
const LARGE = /(?:tạ|ta|yến|yen)$/iu;
const SMALL = /(?:yến|yen|kg|cân|can|ký|ky|kí)$/iu;

export function compound(first: AmountMention, second: AmountMention, whole: string): AmountMention {
  const value = first.max + (second.max * (GRAMS[second.unit ?? "g"] ?? 1)) / (GRAMS[first.unit ?? "g"] ?? 1);
  return { ...first, end: second.end, quote: whole.slice(first.start, second.end), min: value, max: value };
}
