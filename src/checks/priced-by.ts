import type { AmountMention } from "#facts/amounts.ts";
import { dozenOf } from "#facts/explained-dozens.ts";
import { lightText } from "#facts/fold.ts";
import { said } from "#facts/said.ts";
import { partsPrices } from "#facts/strokes.ts";
import type { ReadText } from "./ground.ts";

/** What a price is for without a number: `lạng 1tr2` may be told as 100 g, `450k/m` as one metre, `chục 45k` as ten. */
export function pricedByOf({ text, light, amounts }: ReadText): AmountMention[] {
  const prices = amounts.filter(({ dimension }) => dimension === "VND");
  return prices.flatMap(({ start, end, quote, max }) => {
    const rest = text.slice(end, end + 24);
    const stroke = /^\s*\/\s*\p{L}+/u.exec(rest)?.[0] ?? "";
    // `110k/cặp 210k`, `60k/cái 110k/cặp`: the next price's pair.
    const behind = partsPrices(max, stroke, rest.slice(stroke.length)) ? "" : (/^(?:\D(?!(?<=\p{L})\d)){1,12}/u.exec(rest)?.[0] ?? "");
    const whole = text.slice(Math.max(0, start - 16), start) + "\n" + quote.slice(-12) + behind;
    return PRICED_BY.flatMap(({ pattern, ...amount }) => {
      if (lightText(whole).search(pattern) === -1) return [];
      // A southern `chục` of twelve costs so much for twelve.
      const count = amount.max === TEN && amount.dimension === "count" ? { min: dozenOf(text) ?? TEN, max: dozenOf(text) ?? TEN } : {};
      return [{ start, end, quote: light.span(start, end).quote, ...amount, ...count, spelled: true }];
    });
  });
}
const TEN = 10;
/** Right before the price, or behind it after a stroke or a "one". */
function pricedBy(unit: string): RegExp {
  return said(`(?:${unit})(?=[ :]*(?:giá )?\\n)|(?<=(?:/ ?|một |mot |mỗi |moi ))(?:${unit})`);
}
/** `gà ta 120k`, `Phú Yên 30k` are no quintal and no yến. */
const PRICED_BY: readonly (Pick<AmountMention, "min" | "max" | "unit" | "dimension"> & { pattern: RegExp })[] = [
  { pattern: pricedBy("(?<!khoai )lạng"), min: 100, max: 100, unit: "g", dimension: "mass" },
  { pattern: pricedBy("lít"), min: 1, max: 1, unit: "l", dimension: "volume" },
  {
    pattern: pricedBy(
      "cả tạ|(?<!(?:gà|táo|heo|lợn|vịt|ngan|ngỗng|chuối|cam|đào|lê|rau|hành|tỏi|ngò|bí|dưa|nếp|dâu|mận|ổi|chanh|gừng|chè) )tạ",
    ),
    min: 100,
    max: 100,
    unit: "kg",
    dimension: "mass",
  },
  { pattern: pricedBy("(?<!(?:phú|hàm|hưng|tân|bảo|vĩnh) )yến"), min: 10, max: 10, unit: "kg", dimension: "mass" },
  { pattern: pricedBy("tấn"), min: 1, max: 1, unit: "t", dimension: "mass" },
  { pattern: pricedBy("mét|m"), min: 100, max: 100, unit: "cm", dimension: "length" },
  { pattern: pricedBy("chục(?: \\p{L}+)?"), min: 10, max: 10, dimension: "count" },
  { pattern: pricedBy("tá(?: \\p{L}+)?"), min: 12, max: 12, dimension: "count" },
  { pattern: pricedBy("cặp|đôi"), min: 2, max: 2, dimension: "count" },
];
