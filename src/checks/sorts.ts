import type { AmountMention } from "#facts/amounts.ts";
import { foldText, lightText } from "#facts/fold.ts";
import { said } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Ground, Told } from "./ground.ts";

/** "Two sizes", `hai cỡ`, サイズは2種類: as many as the notes name, or as they have prices for. */
export function isOfSorts(amount: AmountMention, { text, language, ground }: Told): boolean {
  const { start, end, max, dimension, quote } = amount;
  if (dimension !== "none" && dimension !== "kind" && dimension !== "count") return false;
  const around = lightText(`${text.slice(Math.max(0, start - BEFORE), start)}\n${quote}\n${text.slice(end, end + AFTER)}`);
  return (
    (SORTS[language].test(around) && (sortsIn(ground) === max || pricesIn(ground) === max)) ||
    (NAMED[language].test(around) && namedAlike(ground).includes(max))
  );
}
const BEFORE = 8;
const AFTER = 14;
const SORTS: Record<Language, RegExp> = {
  vi: /\n[^\n]*\n? ?(?:cỡ|size|hạng|mức giá|loại to nhỏ)(?!\p{L})/u,
  en: /\n ?(?:pack |box |jar |bottle )?(?:sizes|grades|prices|price points)(?!\p{L})/u,
  ja: /サイズ|大きさ|等級|価格/u,
};

const NAMED: Record<Language, RegExp> = {
  vi: /\n[^\n]*\n? ?(?:vị|màu|mùi|hương|kiểu|mẫu)(?!\p{L})/u,
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

function pricesIn({ facts }: Ground): number {
  return new Set(facts.flatMap(({ kind, amount }) => (kind === "price" && amount !== undefined ? [amount.max] : []))).size;
}
