import type { AmountMention } from "#facts/amounts.ts";
import type { ReadText } from "./ground.ts";

/** `38k/cân loại 40-50 con`, `550k/ký (3-4 con)`, `1 ký 60k khoảng 14 con`: so many to the kilo that the price beside them is for. */
export function sizesByTheKilo({ text, amounts }: ReadText): AmountMention[] {
  const isOfKilo = (price: AmountMention | undefined) => price?.dimension === "VND" && price.per === "kg";
  const pieces = amounts.flatMap((amount, index) => {
    const isCount =
      ["count", "none"].includes(amount.dimension) && (amount.unit === undefined || amount.unit === "fruit") && amount.per === undefined;
    return isCount ? [{ amount, before: amounts[index - 1], after: amounts[index + 1] }] : [];
  });
  const sizes = pieces.filter(({ amount }) => CALIBRE.test(text.slice(Math.max(0, amount.start - 16), amount.start)));
  const sorted =
    amounts.some(isCalibre) ||
    sizes.some(({ amount, before, after }) => (isRange(amount) || COUNTED.test(amount.quote)) && [before, after].some(isOfKilo));
  // `loại 20-22 con/ký 420k, loại 30-35 con 330k`: what one size is counted by, all are.
  // `loại một bốn trái một ký …, loại hai sáu trái giá …`: of each grade so many.
  const alike = sorted
    ? pieces.filter((one) => sizes.includes(one) || ((isRange(one.amount) || isGraded(text, one.amount)) && one.after?.dimension === "VND"))
    : [];
  const weighed = pieces.filter(({ amount, before }) => before !== undefined && isOfKilo(before) && isAbout(text, before, amount));
  // Where one size is counted by the kilo, the price behind the next is a kilo's as well.
  const priced = alike.flatMap(({ amount, after }) =>
    after !== undefined && after.per === undefined && text.slice(amount.end, after.start).trim() === "" ? [after] : [],
  );
  return [...new Set([...alike, ...weighed].map(({ amount }) => amount)), ...priced].map((amount) => ({ ...amount, per: "kg" as const }));
}
/** `size 20 con 380k/ký` */
const COUNTED = /(?:con|trái|trai|quả|qua|củ|cu)$/iu;
const isRange = ({ min, max }: AmountMention): boolean => min !== max;
const isCalibre = ({ dimension, unit, per }: AmountMention): boolean =>
  ["count", "none"].includes(dimension) && (unit === undefined || unit === "fruit") && per === "kg";
/** `1 ky 60k khoang 14 con`: about so many. */
function isAbout(text: string, price: AmountMention, { start }: AmountMention): boolean {
  return ONE_KILO.test(price.quote) && ABOUT.test(text.slice(price.end, start));
}
const ONE_KILO = /^(?:1|một|mot|mỗi|moi) ?(?:kg|ký|ky|kí|ki|cân|can)(?!\p{L})/iu;
function isGraded(text: string, { start }: AmountMention): boolean {
  return GRADE.test(text.slice(Math.max(0, start - 16), start));
}
const GRADE =
  /(?:^|[,;.:+] )(?:to|lớn|lon|vừa|vua|nhỏ|nho|mini|nhí|nhi|xô|xo|đẹp|dep) $|(?<!\p{L})(?:loại|loai|hạng|hang|size|cỡ) (?:[1-4]|một|hai|ba|bốn|nhất|nhì|mot|bon|nhat|nhi|to|lớn|lon|vừa|vua|nhỏ|nho|đẹp|dep)[ :,(]*(?:cỡ |co |khoảng |khoang |chừng |chung |tầm |tam )?$/iu;
const ABOUT = /^,? (?:được |duoc |có |co )?(?:khoảng|khoang|chừng|chung|tầm|tam|cỡ|độ|được|duoc) $/iu;
const CALIBRE =
  /(?:loại|loai|size|cỡ|co|\((?: ?(?:~|(?:cỡ|co|chừng|chung|khoảng|khoang|tầm|tam|độ|được|duoc|dc|đc|loại|loai|size)))*) ?$/iu;

/** `5-7 con/kg sống 220k, làm sẵn 280k`: what so many weigh a kilo of costs so much by the kilo, whatever is done to it. */
export function pricesBySize({ text, amounts }: ReadText): AmountMention[] {
  let from: AmountMention | undefined;
  return amounts.flatMap((amount) => {
    const before = from;
    const isPrice = amount.dimension === "VND" && amount.per === undefined;
    const isNext = isPrice && before !== undefined && STATE.test(text.slice(before.end, amount.start));
    from = isCalibre(amount) || isNext ? amount : undefined;
    return isNext ? [{ ...amount, per: "kg" as const }] : [];
  });
}
/** Alive, cleaned, of either sex; no pack and no piece. */
const STATE =
  /^ ?:? ?$|^[,;]? ?(?:(?:còn |con )?(?:sống|song|tươi|tuoi|sạch|sach|đực|duc|cái|cai|gạch|gach|thịt|thit)|(?:làm|lam|mổ|mo|hấp|hap|luộc|luoc|nướng|nuong|lột|lot|bóc|boc)(?: (?:sẵn|san|sạch|sach|chín|chin|vỏ|vo))?|(?:giá|gia))(?: (?:giá|gia|là|la|thì|thi))? ?:? ?$/iu;
