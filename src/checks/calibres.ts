import type { AmountMention } from "#facts/amounts.ts";
import type { Span } from "#facts/said.ts";
import type { Label } from "./bind-amounts.ts";

/** "Big prawns, 20–25 to the kilo, are 420,000": the size says no more than the name. */
export function isCalibre({ dimension, per }: Pick<AmountMention, "dimension" | "per">): boolean {
  return per === "kg" && (dimension === "count" || dimension === "none");
}

/** By its number alone, for once it is named, a size goes without its unit. */
export function calibres(text: string, sentence: Span, amounts: readonly AmountMention[]): Label[] {
  const sizes = [...text.slice(sentence.start, sentence.end).matchAll(SIZE)].map((match): Label => {
    const start = sentence.start + match.index;
    const { from, to, least = from, most = to } = match.groups ?? {};
    return { family: "calibre", start, end: start + match[0].length, id: `${least}-${most ?? least}` };
  });
  const counted = amounts.filter((amount) => isCalibre(amount) || isToTheKilo(text, amount));
  return [...sizes, ...counted.map(({ start, end, min, max }): Label => ({ family: "calibre", start, end, id: `${min}-${max}` }))];
}
/** "Eight fruits make a kilo", 1kgに8個. */
function isToTheKilo(text: string, { dimension, start, end }: AmountMention): boolean {
  if (dimension !== "count" && dimension !== "none") return false;
  return TO_THE_KILO.test(text.slice(end, end + REACH)) || IN_A_KILO.test(text.slice(Math.max(0, start - REACH), start));
}
const REACH = 20;
const TO_THE_KILO =
  /^ (?:\p{L}+ )?(?:make|makes|to|in|weigh|là được|được|mới được|là|một|1|\/) ?(?:a|the|one|each|một|1)? ?(?:kilo|kg|ký|kí|cân)(?!\p{L})/iu;
const IN_A_KILO = /(?<![\d.,])[1１一](?:キロ|kg|㎏)(?:に|あたり|当たり|で|が|、|は)?(?:約)?$/iu;
const SIZE =
  /(?:size|cỡ|サイズ|lo[ạa]i(?=\s*\d{1,3}\s?[-–]\s?\d{1,3}\s?(?:con|trái|trai|quả|qua|củ|cu|hạt|hat)(?!\p{L})))\s*(?<from>\d{1,3})(?:\s*[-–～~]\s*(?<to>\d{1,3}))?(?!\d|[.,]\d)|(?<!\d)(?<least>\d{1,3})(?:(?:[-–]|\sto\s)(?<most>\d{1,3}))?(?:-(?:per|to-the|to-a)-(?:kilo|kg)|[-\s](?:size|count)(?!\p{L})|[尾匹個本杯]サイズ)/giu;
