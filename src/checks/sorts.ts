import type { AmountMention } from "#facts/amounts.ts";
import { foldText, lightText } from "#facts/fold.ts";
import { said } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Ground, Told } from "./ground.ts";
import { BAND } from "./tiers.ts";

/** "Two sizes", `hai cỡ`, サイズは2種類: as many as the notes name, or as they have prices for. */
export function isOfSorts(amount: AmountMention, { text, language, ground }: Told): boolean {
  const { start, end, max, dimension, quote } = amount;
  if (dimension !== "none" && dimension !== "kind" && dimension !== "count") return false;
  const around = lightText(`${text.slice(Math.max(0, start - BEFORE), start)}\n${quote}\n${text.slice(end, end + AFTER)}`);
  return (
    (SORTS[language].test(around) && (sortsIn(ground) === max || pricesIn(ground) === max)) ||
    (NAMED[language].test(around) && (namedAlike(ground).includes(max) || sortsByTheKilo(ground) === max))
  );
}
const BEFORE = 8;
const AFTER = 14;
const SORTS: Record<Language, RegExp> = {
  vi: /\n[^\n]*\n? ?(?:cỡ|size|hạng|mức giá|loại to nhỏ)(?!\p{L})/u,
  en: /\n ?(?:pack |box |jar |bottle )?(?:sizes|grades|prices|price points|options|choices|versions|toppings|fillings)(?!\p{L})/u,
  ja: /サイズ|大きさ|等級|価格/u,
};

const NAMED: Record<Language, RegExp> = {
  vi: /\n[^\n]*\n? ?(?:loại|vị|màu|mùi|hương|kiểu|mẫu)(?!\p{L})/u,
  en: /\n ?(?:flavou?rs|colou?rs|scents|designs|styles|patterns|kinds|types)(?!\p{L})/u,
  ja: /味|色|香り|柄|種類/u,
};

/** `loại to … loại nhỏ`, `size 1 … size 2`. */
function sortsIn({ notes }: Ground): number {
  return new Set([...notes.matchAll(SORT)].map(([name]) => name.replace(/^\p{L}+ /u, ""))).size;
}
const SORT = said("(?:loại|hạng|size|cỡ) (?:to|lớn|đại|nhỏ|bé|vừa|trung|nhất|nhì|[1-4](?! ?kg)|xl|s|m|l|a|b)");

/** `vị gừng, vị mè, vị sữa`: how many of each that the notes name by the same word. */
function namedAlike({ notes }: Ground): number[] {
  const named = Map.groupBy(
    [...notes.matchAll(ALIKE)].map(([name]) => name),
    (name) => foldText(name.split(" ")[0] ?? ""),
  );
  return [...named.values()].map((names) => new Set(names).size).filter((many) => many > 1);
}
const ALIKE = said("(?:vị|màu|mùi|hương|kiểu|mẫu) \\p{L}+(?: (?!giá|gói|hộp|còn|và|với|hay|hoặc)\\p{L}+)?");

/** `cát 50k/kg, úc 35k/kg, đài loan 30k/kg`: three, unless the notes count kinds, or have a price from so many on. */
function sortsByTheKilo({ bound, amounts }: Ground): number {
  const prices = bound.filter(({ amount: { per, min, max, dimension } }) => per === "kg" && min === max && dimension === "VND");
  const isCounted = amounts.some(({ dimension }) => dimension === "kind");
  return isCounted || prices.some(({ labels }) => labels.some(({ family }) => family === BAND.id)) ? 0 : prices.length;
}

function pricesIn({ facts }: Ground): number {
  return new Set(facts.flatMap(({ kind, amount }) => (kind === "price" && amount !== undefined ? [amount.max] : []))).size;
}

/** "Nine kinds" of `gồm 7 loại`: kinds are counted where the notes count them. */
export function isOfCountedKinds({ end }: AmountMention, { text, ground }: Told): boolean {
  return /^ (?:kinds|sorts)(?!\p{L})/iu.test(text.slice(end, end + 8)) && /\d ?(?:loại|loai)(?! ?\d)/u.test(ground.notes);
}
