import type { AmountMention } from "#facts/amounts.ts";
import type { ReadText } from "./ground.ts";
import { sizesByTheKilo } from "./sizes-by-the-kilo.ts";

/** `loại 1 60k, loại 2 40k/cân`, `size 20-25 con/kg 420k, size 40-45 con 300k`: what one grade is sold by, all are. */
export function gradesOf(read: ReadText): AmountMention[] {
  const { text, amounts } = read;
  if (!amounts.some(({ per }) => per === "kg")) return [];
  const sizes = sizesByTheKilo(read);
  // `loại hai sáu trái giá 40 ngàn`: what is counted by the kilo is paid by it.
  const isOfSize = ({ start }: AmountMention) => sizes.some((size) => size.end <= start && PRICED.test(text.slice(size.end, start)));
  return amounts.flatMap((price) => {
    if (price.dimension !== "VND" || price.per !== undefined) return [];
    const graded = GRADED.test(text.slice(Math.max(0, price.start - 40), price.start)) || isOfSize(price);
    return graded ? [{ ...price, per: "kg" as const }] : [];
  });
}
const PRICED = /^[)\s:,–-]*(?:giá|gia|là|la|thì|thi|bán|ban)?[\s:]*$/iu;
const GRADED =
  /(?<!\p{L})(?:(?:loại|loai|hạng|hang) (?:[1-3ab]|một|hai|ba|nhất|nhì|mot|nhat|nhi)\s*(?:\([^)]{1,20}\)\s*)?|(?:size|cỡ|co|loại|loai)(?: [1-3])? \d{1,3} ?[-–] ?\d{1,3} ?(?:con|trái|trai|quả|qua|củ|cu) )(?:giá |gia |là |: ?)?$/iu;
