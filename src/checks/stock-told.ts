import type { AmountMention } from "#facts/amounts.ts";
import type { Span } from "#facts/said.ts";
import type { ReadText } from "./ground.ts";

/** What the notes have left to sell, by their words. */
export function stockIn({ text, amounts }: Pick<ReadText, "text" | "amounts">): AmountMention[] {
  return amounts
    .filter(
      ({ start, end }, at) =>
        LEFT.test(text.slice(Math.max(0, start - 20), start)) || isAll(text, start, end) || isNextLeft(text, amounts[at - 1], start),
    )
    .flatMap((amount) => [amount, ...onlyOne(amount)]);
}

/** `có 200 chậu thôi`: no more than that. */
function isAll(text: string, start: number, end: number): boolean {
  return (
    /(?<!\p{L})(?:có|co)(?: (?:đúng|chừng|khoảng|tầm))?\s*$/iu.test(text.slice(Math.max(0, start - 14), start)) &&
    /^(?: \p{L}+)? (?:thôi|thoi)(?!\p{L})/iu.test(text.slice(end, end + 20))
  );
}
/** `còn 1 thùng 24 chai thôi`: one case, and all that is in it. */
function onlyOne(amount: AmountMention): AmountMention[] {
  const { per, quote } = amount;
  if (per === undefined || !/^(?:1|một|mot) /iu.test(quote)) return [];
  const all = { ...amount, per: undefined };
  return [all, { ...all, min: 1, max: 1, unit: per, dimension: "count" }];
}

/** `còn 40 chậu nhỏ, 9 chậu lớn`: what is left of the next kind. */
function isNextLeft(text: string, before: Span | undefined, start: number): boolean {
  if (before === undefined || !LEFT.test(text.slice(Math.max(0, before.start - 20), before.start))) return false;
  return /^(?: \p{L}+){0,3}(?:, |\s(?:và|va|vs)\s)$/u.test(text.slice(before.end, start));
}

/** `còn 2 tấn`, `sáng nay về 25 ký`. */
const LEFT =
  /(?<!\p{L})(?:(?:còn|con|sẵn|san|tồn|kho)(?:\s\p{L}+){0,2}|(?:sáng|sang|chiều|chieu|trưa|trua|hôm|hom|bữa|bua|tối|toi) nay(?: mới| vừa| moi| vua)? (?:về|ve|lên|len|có|co|được|duoc|hái|hai|câu|cau|bắt|bat|cắt|cat|vớt|vot)(?: được| duoc| đúng| dung| khoảng| khoang| chừng| chung){0,2})\s*$/iu;
