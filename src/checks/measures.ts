import { baseOf } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Span } from "#facts/said.ts";
import type { Label } from "./bind-amounts.ts";
import type { ReadText } from "./ground.ts";

/** How long, how strong: `1m6 x 2m` is one size, whatever it is called in. */
export function measures({ text, amounts }: ReadText, sentence: Span): Label[] {
  const sizes: (Label & { id: string; isMeasured: boolean })[] = [];
  let last: (typeof sizes)[number] | undefined;
  for (const [index, amount] of amounts.entries()) {
    if (amount.start < sentence.start || amount.end > sentence.end) continue;
    const isMeasured = amount.dimension === "length" || amount.dimension === "protein" || isStrength(text, amount, amounts[index + 1]);
    if (!isMeasured && amount.dimension !== "none") {
      last = undefined;
      continue;
    }
    const id = [...new Set([inCentimetres(amount, amount.min), inCentimetres(amount, amount.max)])].join("-");
    if (last !== undefined && TIMES.test(text.slice(last.end, amount.start))) {
      last.id += `x${id}`;
      last.end = amount.end;
      last.isMeasured = true;
    } else {
      last = { family: "measure", start: amount.start, end: amount.end, id, isMeasured };
      sizes.push(last);
    }
  }
  return sizes.filter((size) => size.isMeasured).map(({ family, start, end, id }) => ({ family, start, end, id }));
}
/** `45 độ 85k`, 43度14万ドン: how strong what costs so much is. */
function isStrength(text: string, { dimension, min, max, end }: AmountMention, price: AmountMention | undefined): boolean {
  return dimension === "celsius" && min === max && price?.dimension === "VND" && BEFORE_PRICE.test(text.slice(end, price.start));
}
const BEFORE_PRICE = /^[ :]{0,2}(?:は|が|で|giá |gia |là |la |chai |lít |is |are |at |costs? )?$/u;

/** "The 1.2 m mat" of `1m2 x 2m`: a size may be told by its first side. */
export function isSameSize(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}x`) || other.startsWith(`${one}x`);
}

const TIMES = /^\s?(?:[x×*]|by)\s?$/u;
const METRES_MAX = 10;
/** A size without its unit is in metres or centimetres. */
function inCentimetres(amount: AmountMention, value: number): number {
  if (amount.dimension === "none") return value < METRES_MAX ? Math.round(value * 100) : value;
  return baseOf(amount, value);
}
