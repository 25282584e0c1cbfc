import type { Token } from "./tokens.ts";
import { isNoNumber, startsUnit } from "./vietnamese-readings.ts";
import { digitOf, isOnlyAfterTens, isTens, scaleOf } from "./vietnamese-words.ts";

/** `băm ba củ tỏi`: mincing; thirty-three is what is sold and paid. */
export function isMinced(tokens: readonly Token[], at: number): boolean {
  const [before, verb, ones, after] = [-1, 0, 1, 2].map((offset) => tokens[at + offset]);
  if (verb?.text !== "băm" || isOnlyAfterTens(ones) || ones?.text === "mốt") return false;
  if ((scaleOf(after) !== undefined && after?.text !== "củ") || isRange(after) || COUNTING.has(before?.text ?? "")) return false;
  return KITCHEN.has(after?.text ?? "");
}
const COUNTING = new Set("còn được có khoảng chừng cỡ tầm hơn gần giá bán tới đến".split(" "));
const isRange = (token: Token | undefined): boolean => token?.text === "tới" || token?.text === "đến";
const KITCHEN = new Set(["củ", "tép", "nhánh", "trái", "quả", "cây", "miếng", "lạng", "phút", "lần"]);

/** `hai bốn trái`, `bốn bốn gốc`, `hai ba độ brix`: tens without their word, where two digits can be no range. */
export function isTensAndOnes(tokens: readonly Token[], at: number, tens: number, ones: number): boolean {
  const [lead, last, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!TENS.has(lead?.text ?? "") || !ONES.has(last?.text ?? "") || isNoNumber(tokens, at)) return false;
  if (isSweetness(tokens, at + 1)) return tens <= SWEET_TENS_MAX;
  if (ones === tens + 1 || after?.glued === true) return false;
  if (!startsUnit(tokens, at + 1) && !isPriceOfOne(tokens, at + 1) && !(isRange(after) && isTwoDigits(tokens, at + 2))) return false;
  const before = tokens[at - 2];
  // `con ba ba hai ký` is a turtle, `chị Sáu hai ký` a buyer, `ký hai bốn trái` a weight and a count.
  if (tens === 3 && ones === 3 && /^(?:con|thịt|nuôi)$/.test(before?.text ?? "")) return false;
  // `má bảy ba tuổi`: nobody of that name is three.
  const isNamed = NAMED.has(before?.text ?? "") && after?.text !== "tuổi";
  return !isNamed && digitOf(before) === undefined && scaleOf(before) === undefined && !startsUnit(tokens, at - 2);
}

/** `bốn chín một hộp` */
function isPriceOfOne(tokens: readonly Token[], at: number): boolean {
  return /^(?:một|mỗi)$/.test(tokens[at]?.text ?? "") && startsUnit(tokens, at + 1);
}

/** The far end of `hai sáu tới hai chín trái`. */
function isTwoDigits(tokens: readonly Token[], at: number): boolean {
  return digitOf(tokens[at]) !== undefined && (isTens(tokens[at + 1]) || digitOf(tokens[at + 1]) !== undefined);
}

/** `ba`, `năm` and `chín` as ones are father, years and ripe; `năm hai vụ` is twice a year. */
const TENS = new Set(["hai", "ba", "bốn", "sáu", "bảy", "bẩy", "tám"]);
const ONES = new Set(["hai", "ba", "bốn", "sáu", "bảy", "bẩy", "tám", "chín"]);
/** Whom or what a digit names: `cô Bảy hai hộp`, `thứ hai ba thùng`, `Ri sáu hai trái`. */
const NAMED = new Set(
  "anh chị cô chú bác dì cậu mợ thím ông bà út em má thứ tháng mùng mồng ngày số mã loại hạng size lứa đợt vụ lần giỏ đời ri st".split(" "),
);

const SWEET_TENS_MAX = 3;
function isSweetness(tokens: readonly Token[], at: number): boolean {
  const [degree, brix] = [tokens[at]?.text, tokens[at + 1]?.text];
  return degree === "brix" || (degree === "độ" && (brix === "brix" || brix === "đường"));
}
