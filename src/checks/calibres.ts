import type { AmountMention } from "#facts/amounts.ts";
import type { Span } from "#facts/said.ts";
import type { Label } from "./bind-amounts.ts";

/** "Big prawns, 20–25 to the kilo, are 420,000": the size says no more than the name. */
export function isCalibre({ dimension, per }: AmountMention): boolean {
  return per === "kg" && (dimension === "count" || dimension === "none");
}

/** By its number alone, for once it is named, a size goes without its unit. */
export function calibres(text: string, sentence: Span, amounts: readonly AmountMention[]): Label[] {
  const sizes = [...text.slice(sentence.start, sentence.end).matchAll(SIZE)].map((match): Label => {
    const start = sentence.start + match.index;
    const { from, to, least = from, most = to } = match.groups ?? {};
    return { family: "calibre", start, end: start + match[0].length, id: `${least}-${most ?? least}` };
  });
  const counted = amounts.filter(isCalibre);
  return [...sizes, ...counted.map(({ start, end, min, max }): Label => ({ family: "calibre", start, end, id: `${min}-${max}` }))];
}
const SIZE =
  /(?:size|cỡ|サイズ|lo[ạa]i(?=\s*\d{1,3}\s?[-–]\s?\d{1,3}\s?(?:con|trái|trai|quả|qua|củ|cu|hạt|hat)(?!\p{L})))\s*(?<from>\d{1,3})(?:\s*[-–～~]\s*(?<to>\d{1,3}))?(?!\d|[.,]\d)|(?<!\d)(?<least>\d{1,3})(?:(?:[-–]|\sto\s)(?<most>\d{1,3}))?(?:-(?:per|to-the|to-a)-(?:kilo|kg)|[-\s]size)/giu;
