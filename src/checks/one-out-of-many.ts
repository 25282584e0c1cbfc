import type { AmountMention } from "#facts/amounts.ts";
import { overlaps } from "#facts/said.ts";
import type { Told } from "./ground.ts";
import { HOLDERS } from "./holders.ts";

/** So far behind a price stands what it is for. */
const PAIR_REACH = 12;

/** 1粒2万8千ドン of the notes' `hộp 300g 28k`, "70,000 VND per piece" of `hộp 6 cái 70k`: what the whole box costs. */
export function isOneOutOfAPack(told: AmountMention, price: AmountMention, { ground: { amounts, bound, notes }, text }: Told): boolean {
  const { quote, each, per, start: at, end } = told;
  const isOfOne = BY_PIECE.test(quote) || (each === true && PER_ONE.test(quote));
  // "70,000 VND a piece" of `hop 10 cai gia 70k/hop`, "per sheet" of `42k/xấp`; boxes are so much apiece.
  const isAPiece = A_PIECE.test(quote.slice(-PAIR_REACH) + text.slice(end, end + PAIR_REACH));
  if (isAPiece && HOLDERS.has(price.per ?? "")) return amounts.some(({ dimension, min }) => dimension === "count" && min > 1);
  if (price.dimension !== "VND" || price.each === true) return false;
  // `bộ 3 khay 200k`, told as "a tray is 200,000".
  const isOneOfASet = isOfOne || (per !== undefined && !tellsSet(text, told)) || ONE_THING.test(text.slice(Math.max(0, at - REACH), at));
  if (!isOneOfASet) return false;
  const labels = bound.find((one) => one.class === "money" && overlaps(one.amount, price))?.labels ?? [];
  return labels.some(({ family, amount, loose, start }) => {
    if (family !== "pack" || loose === true || amount === undefined) return false;
    if (amount.dimension === "count" && amount.min > 1 && isInSet(notes, amount)) return per === undefined || per === amount.unit;
    if (!isOfOne) return false;
    const isMany = amount.dimension === "count" && amount.min > 1 && (amount.unit === undefined || amount.unit === "fruit");
    return (isMany || (amount.dimension === "mass" && BY_GRAIN.test(quote))) && PACKED.test(notes.slice(Math.max(0, start - 8), start));
  });
}
const A_PIECE = / (?:an?|per|each) (?:piece|sheet|cake|egg|leaf|slice|biscuit|cracker)(?!\p{L})/iu;
/** The `3 khay` of `bộ 3 khay 190k`. */
export function isInSet(notes: string, { start }: AmountMention): boolean {
  return A_SET.test(notes.slice(Math.max(0, start - 8), start));
}
const A_SET = /(?<!\p{L})(?:bộ|set|combo)\s*$/u;
/** "190,000 VND a set", "a pack of three", "each set is 190,000 VND", 1セット19万ドン */
export function tellsSet(text: string, { start, end }: AmountMention): boolean {
  return SETS.test(text.slice(Math.max(0, start - PAIR_REACH), end + OF_MORE));
}
const SETS = /(?<!\p{L})(?:bộ|set|combo)(?!\p{L})|セット|組| of $/iu;
const OF_MORE = 4;
/** "A 30 cm tray is", "each small basket costs"; not of "a set of three". */
const ONE_THING =
  /(?:^|[.;:,(] ?|(?<!\p{L})(?:and|or|while|but) )(?:an?|one|each|every)(?: (?!(?:sets?|of|pairs?|dozen|packs?|bundles?|combos?|trio|duo|quartet)(?!\p{L}))[\p{L}\d.-]+){1,4} (?:is|costs?|at|for) $|[1１一](?:枚|個|点|つ|本)(?:は|で|が)?$/iu;
const REACH = 48;
const BY_PIECE =
  /\/ ?(?:cái|viên|miếng|con)(?!\p{L})|(?:một|mỗi) (?:cái|viên|miếng|con) |(?:per|a|each) (?:piece|sweet|candy|cake|bite)|[1１一](?:個|粒|枚|切れ|つ)/iu;
/** "Per pomelo". */
const PER_ONE = / per \p{L}+$/iu;
const BY_GRAIN = /viên|sweet|candy|bite|粒|切れ/iu;
const PACKED = /(?:thùng|thung|hộp|hop|kiện|kien|gói|goi|túi|tui|bịch|bich|khay|vỉ|hũ|combo)\s*$/u;

/** 1本90万ドン of the notes' `thùng 12 chai 900k`: the price of all twelve. */
export function isOfMany(price: AmountMention, per: AmountMention["per"], { amounts, bound, notes }: Told["ground"]): boolean {
  if (price.per !== undefined || (per !== "bottle" && per !== "jar")) return false;
  // `hũ 30k, thùng 24 hũ giá 26k`: no case costs less than one of it.
  if (amounts.some((one) => one.per === per && one.dimension === price.dimension && one.max >= price.max)) return false;
  const labels = bound.find((one) => one.amount === price)?.labels ?? [];
  return labels.some(({ family, amount, loose, start }) => {
    if (family !== "pack" || loose === true || amount === undefined || amount.min <= 1 || amount.unit !== per) return false;
    // `lấy 20 hũ tính 48k` is a jar's price all the same.
    return CASE.test(notes.slice(Math.max(0, start - 8), start));
  });
}
const CASE = /(?:thùng|thung|hộp|hop|kiện|kien|két|ket|lốc|loc|combo|bộ)\s*$/u;
