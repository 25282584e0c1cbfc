import type { UnitRow } from "#lexicon/units.ts";
import { isRangeWord, unitAt, type Scan } from "./amount-scan.ts";
import type { Token } from "./tokens.ts";
import { unitAfter } from "./unit-after.ts";
import { digitOf, isHalf } from "./vietnamese-words.ts";

/** What follows a unit and adds to it: `rưỡi`, the `hai` of `ký hai`, the `2` of `1 ký 2`. */
export function unitTail(scan: Scan, at: number, row: UnitRow): { add: number; next: number } | undefined {
  const token = scan.tokens[at];
  if (isHalf(token)) return { add: 0.5, next: at + 1 };
  if (row.unit === "cm" && row.factor === METRE) return metreTail(scan, at);
  if (!takesTenths(row) || token === undefined) return undefined;
  if (scan.hidden(token)) return undefined;
  // The `tư` of `một ký tư` and the `mốt` of `ký mốt` begin no number elsewhere.
  const alone = ONLY_TAILS[token.text] ?? bareTail(scan.tokens, at);
  const number = alone === undefined ? scan.read(scan.tokens, at) : { value: alone, next: at + 1, words: 1 };
  if (number === undefined || number.words !== 1 || number.value < 1 || number.value > 9 || !Number.isInteger(number.value))
    return undefined;
  if (token.kind === "word" && digitOf(token) === undefined) return undefined;
  const ends = token.kind === "word" || endsWritten(scan.tokens[number.next]);
  // `hai tấn ba trái to`: by the tonne nobody counts fruit.
  const tonnes = row.unit === "t" && token.kind === "word" && unitAt(scan, number.next)?.row.unit === "fruit";
  // `ký bốn hai thôi`: forty-two thousand a kilo.
  if (token.kind === "word" && isPriceSaid(scan.tokens, at)) return undefined;
  // `hái 20kg một mùa`: so much in one of them.
  const isOne = token.text === "một" || token.text === "mot";
  if (isOne && isNoun(scan.tokens[number.next])) return undefined;
  // `đóng từng ký một`: one by one.
  if (isOne && scan.tokens[at - 2]?.plain === "tung") return undefined;
  // `hai ký ba người ăn`
  if (token.kind === "word" && isCountedNoun(scan.tokens[number.next])) return undefined;
  // `ký hai đến ký lăm 95k`: the price.
  const priced = alone !== undefined && scan.tokens[number.next]?.kind === "digits";
  return (token.glued && token.kind === "digits") || tonnes || priced || (ends && endsAmount(scan, number.next))
    ? { add: number.value / 10, next: number.next }
    : undefined;
}

/** Two digits and nothing that they count. */
function isPriceSaid(tokens: readonly Token[], at: number): boolean {
  const [tens, ones, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const digits = (digitOf(tens) ?? 0) > 1 && (digitOf(ones) ?? 0) > 1 && !isHalf(after);
  return digits && (after === undefined || PRICE_ENDS.test(after.text));
}
const PRICE_ENDS = /^(?:[.,;!?]|thôi|nha|nhé|nghen|nhen|hà|ạ|đó|mà|còn)$/u;

/** No word that goes on behind `ký một`. */
function isNoun(token: Token | undefined): boolean {
  return token?.kind === "word" && !AFTER_TENTH.has(token.plain) && !isRangeWord(token) && digitOf(token) === undefined;
}

/** `hai ký ba người ăn`: who and what is counted by the digit. */
export function isCountedNoun(token: Token | undefined): boolean {
  return token?.kind === "word" && COUNTED.has(token.text);
}
const COUNTED = new Set([
  "người",
  "đứa",
  "khách",
  "cháu",
  "loại",
  "giống",
  "món",
  "lần",
  "bên",
  "nhà",
  "nơi",
  "chỗ",
  "nguoi",
  "dua",
  "khach",
  "loai",
]);

/** Of what the fields of a region are called only `mẫu` has tenths: `sào hai`, `công ba` may count on. */
function takesTenths({ dimension, factor, unit, vi }: UnitRow): boolean {
  if (dimension === "regional") return vi.includes("mẫu");
  return unit === "ha" || ((dimension === "mass" || dimension === "volume") && factor >= 1 && unit !== "g");
}

const ONLY_TAILS: Readonly<Record<string, number>> = { mốt: 1, tư: 4, lăm: 5, nhăm: 5 };

/** The `tu` of `ky mot toi ky tu`, typed without marks: elsewhere it is "from". */
function bareTail(tokens: readonly Token[], at: number): number | undefined {
  const [unit, tail] = [tokens[at - 1], tokens[at]];
  const value = tail?.bare === true ? digitOf(tail) : undefined;
  if (value === undefined || !BARE_TAILS.has(tail?.text ?? "")) return undefined;
  const isTail = (token: Token | undefined) => digitOf(token) !== undefined || isHalf(token) || token?.kind === "digits";
  const ends = isRangeWord(tokens[at - 2]) && isTail(tokens[at - 3]) && tokens[at - 4]?.text === unit?.text;
  const begins = isRangeWord(tokens[at + 1]) && tokens[at + 2]?.text === unit?.text && isTail(tokens[at + 3]);
  return ends || begins ? value : undefined;
}
const BARE_TAILS = new Set(["tu", "lam", "nham"]);

const METRE = 100;
/** The `6` of `1m6` and of `1 mét 6 ngang …`, the `65` of `1m65`. */
function metreTail({ tokens }: Scan, at: number): { add: number; next: number } | undefined {
  const token = tokens[at];
  // `một mét chín`: ninety more; `một mét bảy lăm`: seventy-five.
  const spoken = token?.kind === "word" && token.text !== "năm" ? digitOf(token) : undefined;
  if (spoken !== undefined && spoken > 0) {
    const hundredths = spoken > 1 ? ONLY_TAILS[tokens[at + 1]?.text ?? ""] : undefined;
    return hundredths === undefined ? { add: spoken / 10, next: at + 1 } : { add: spoken / 10 + hundredths / 100, next: at + 2 };
  }
  if (token?.kind !== "digits" || !/^\d{1,2}$/.test(token.text)) return undefined;
  const apart = !token.glued && !(token.text.length === 1 && tokens[at - 1]?.plain === "met" && endsLength(tokens[at + 1]));
  return apart ? undefined : { add: Number(`0.${token.text}`), next: at + 1 };
}

/** `dài 1 mét 8 rộng …`, `khổ 1 mét 6 giá …`; `2 mét 3 màu` are three colours. */
function endsLength(after: Token | undefined): boolean {
  return endsWritten(after) || SECOND.has(after?.plain ?? "");
}
const SECOND = new Set(["rong", "ngang", "cao", "dai", "sau", "day", "x", "kho", "thi"]);

/** Nothing follows that would make the lone digit the start of another amount. */
function endsAmount(scan: Scan, at: number): boolean {
  const after = scan.tokens[at];
  if (after === undefined) return true;
  if (isRangeWord(after)) {
    // `hai cân tám đến ba cân rưỡi`; `một ký ba tới bốn trái` counts fruit.
    const number = scan.read(scan.tokens, at + 1);
    const end = number === undefined ? undefined : unitAfter(scan, number)?.row.dimension;
    return isOneAndMore(scan, at + 1) || end === "mass" || end === "volume";
  }
  if (after.kind === "symbol") return !["/", "%"].includes(after.text);
  return after.kind === "word" && !after.glued && (unitAt(scan, at) === undefined || isNextTenth(scan.tokens, at));
}

/** The second unit of `ký sáu ký bảy`: one and six or seven tenths. */
export function isNextTenth(tokens: readonly Token[], at: number): boolean {
  const [unit, tenth, again, next] = [tokens[at - 2], tokens[at - 1], tokens[at], tokens[at + 1]];
  return again?.text === unit?.text && digitOf(next) !== undefined && digitOf(next) === (digitOf(tenth) ?? 0) + 1;
}

/** The `ký ba` of `ký hai tới ký ba`; where that ends is not asked, or a text of nothing else would be read over and over. */
function isOneAndMore(scan: Scan, at: number): boolean {
  const tail = scan.tokens[unitAt(scan, at)?.next ?? scan.tokens.length];
  return (
    tail !== undefined && (isHalf(tail) || ONLY_TAILS[tail.text] !== undefined || digitOf(tail) !== undefined || tail.kind === "digits")
  );
}

/** `1 ký 2 một con`; `1kg 4 vị` are four flavours. */
function endsWritten(after: Token | undefined): boolean {
  if (after === undefined || isRangeWord(after)) return true;
  return after.kind === "symbol" ? after.text !== "/" && after.text !== "%" : AFTER_TENTH.has(after.plain);
}
const AFTER_TENTH = new Set([
  "mot",
  "moi",
  "nha",
  "nhe",
  "nhen",
  "nghen",
  "la",
  "gia",
  "thoi",
  "a",
  "thi",
  "do",
  "tro",
  "con",
  "nua",
  "luon",
  "va",
  "hoac",
]);
