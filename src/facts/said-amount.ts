import { unitTable, type UnitRow } from "#lexicon/units.ts";
import { isRangeWord, unitAt, type Said, type Scan } from "./amount-scan.ts";
import { articleFirst } from "./article-first.ts";
import { andAHalf, counted, halfTail } from "./half-tails.ts";
import { lengthUnit } from "./length-unit.ts";
import { isName } from "./ordinals.ts";
import type { SaidNumber } from "./said-number.ts";
import type { Token } from "./tokens.ts";
import { unitAfter } from "./unit-after.ts";
import { unitTail } from "./unit-tail.ts";
import { digitOf } from "./vietnamese-words.ts";
import { isWeighing } from "./weighing.ts";

/** A number with its unit at a token: unit after (`5 kg`), before (`$8`), or halved (`ký rưỡi`). */
export function saidAt(scan: Scan, at: number): Said | undefined {
  const token = scan.tokens[at];
  if (token === undefined || scan.hidden(token)) return undefined;
  const said = currencyFirst(scan, at) ?? unitFirst(scan, at) ?? numberFirst(scan, at) ?? articleFirst(scan, at);
  return said === undefined || isName(scan, at) ? undefined : said;
}

export function numberFirst(scan: Scan, at: number): Said | undefined {
  const number = scan.read(scan.tokens, at);
  if (number === undefined) return fraction(scan, at);
  const half = fraction(scan, at);
  if (half !== undefined) return half;
  if (isConsecutive(scan, at, number)) return { from: at, next: number.next, value: number.value, number };
  const unit = lengthUnit(scan, at, number.next, unitAfter(scan, number));
  if (unit === undefined || isPrice(scan, number, unit.row) || isFiveOfNext(scan, number, unit.row) || isOfKilo(scan, at, number, unit.row))
    return counted(scan, at, number);
  const tail =
    scan.language === "vi"
      ? unitTail(scan, unit.next, unit.row)
      : scan.language === "ja"
        ? halfTail(scan, unit.next)
        : andAHalf(scan, unit.next);
  return { from: at, next: tail?.next ?? unit.next, value: number.value + (tail?.add ?? 0), row: unit.row, number };
}

/** `45k hộp`, `26 ngàn ký`, `80k mét`: what one costs; so many boxes, tonnes or degrees nobody counts in thousands, and in tens of thousands nobody prices a piece. */
function isPrice(scan: Scan, number: SaidNumber, row: UnitRow): boolean {
  const goods = row.dimension === "count" || row.dimension === "protein" || row.unit === "kg" || row.unit === "l";
  const scale = scan.tokens[number.next - 1]?.plain ?? "";
  const lead = number.next - number.words - 1;
  // The `hai` of `một cân hai` picks nothing.
  const word = scan.tokens[lead]?.plain ?? "";
  const before = (word === "hai" && unitAt(scan, lead - 1) !== undefined) || isMadeReady(scan, lead) ? "" : word;
  const measured = SHORT_SCALES.has(scale) && !HELD_BEFORE.has(before) && ["mass", "length", "area"].includes(row.dimension);
  if (scan.language !== "vi" || !number.scaled || !(goods || measured)) return false;
  if (scale === "van" && row.dimension === "count") return false;
  return SHORT_SCALES.has(scale) || (number.value >= PRICE_MIN && !HELD_BEFORE.has(before));
}
const SHORT_SCALES = new Set(["k", "tr", "cu"]);
const PRICE_MIN = 8000;
const HELD_BEFORE = new Set([
  "con",
  "duoc",
  "dc",
  "co",
  "thu",
  "hai",
  "luong",
  "tong",
  "trong",
  "hon",
  "gan",
  "khoang",
  "chung",
  "san",
  "lam",
  "ra",
  "tha",
  "uom",
  "dan",
  "det",
  "nung",
]);

/** `bóc sẵn 90 nghìn hộp`: what was done beforehand; `có sẵn`, `hàng sẵn` are in stock. */
function isMadeReady({ tokens }: Scan, at: number): boolean {
  return tokens[at]?.plain === "san" && !IN_STOCK.has(tokens[at - 1]?.plain ?? "");
}
const IN_STOCK = new Set(["", "co", "con", "dang", "hang", "kho", "luon", "da", "dua", "tru"]);

/** `một ký trăm rưỡi màu tím`: a price, and one of its colours; so many kinds no kilo has. */
function isOfKilo(scan: Scan, at: number, { value }: SaidNumber, row: UnitRow): boolean {
  return row.dimension === "kind" && value >= KINDS_MIN && unitAt(scan, at - 1)?.row.dimension === "mass";
}
const KINDS_MIN = 20;

/** `bảy chục ngàn năm gói`: a price, and five of what follows; nothing is counted in so many years. */
function isFiveOfNext(scan: Scan, { scaled, value, next }: SaidNumber, row: UnitRow): boolean {
  return scan.language === "vi" && scaled && row.unit === "year" && (value >= YEARS_MAX || unitAt(scan, next + 1) !== undefined);
}
const YEARS_MAX = 10_000;

/** `bốn năm ký`: four to five, not four years. */
function isConsecutive(scan: Scan, at: number, number: SaidNumber): boolean {
  if (scan.language !== "vi" || !number.spelled || number.words !== 1 || at + 1 !== number.next) return false;
  return digitOf(scan.tokens[number.next]) === number.value + 1 && unitAt(scan, number.next + 1) !== undefined;
}

/** `1/2 kg`, `½ kg`, `1½ kg`. */
function fraction(scan: Scan, at: number): Said | undefined {
  const top = scan.tokens[at];
  if (top?.text !== "½" && top?.kind !== "digits") return undefined;
  const [slash, bottom] = [scan.tokens[at + 1], scan.tokens[at + 2]];
  if (top.text === "½") return halfOf(scan, at, at + 1);
  if (top?.kind === "digits" && slash?.text === "½" && slash.glued) return halfOf(scan, at, at + 2, Number(top.text));
  if (top?.text !== "1" || slash?.text !== "/" || bottom?.text !== "2" || !bottom.glued) return undefined;
  return halfOf(scan, at, at + 3);
}

function halfOf(scan: Scan, at: number, next: number, whole = 0): Said | undefined {
  const unit = unitAt(scan, next);
  if (unit === undefined) return undefined;
  const value = whole + 0.5;
  return {
    from: at,
    next: unit.next,
    value,
    row: unit.row,
    number: { value, next, spelled: false, scaled: false, words: next - at },
  };
}

/** `$8`, `US$9`, `¥1,200`, `VND 35,000`. */
export function currencyFirst(scan: Scan, at: number): Said | undefined {
  if (!CURRENCY_FIRST.has(scan.tokens[at]?.text ?? "")) return undefined;
  const unit = unitAt(scan, at);
  if (unit === undefined || !MONEY.has(unit.row.dimension)) return undefined;
  if (scan.tokens[unit.next]?.kind !== "digits" || scan.tokens[at - 1]?.kind === "digits") return undefined;
  const number = scan.read(scan.tokens, unit.next);
  if (number === undefined) return undefined;
  const again = unitAt(scan, number.next);
  const next = again?.row.unit === unit.row.unit && again !== undefined ? again.next : number.next;
  if (
    again !== undefined &&
    again.row.unit !== unit.row.unit &&
    again.row.dimension !== "count" &&
    scan.tokens[number.next]?.glued === true
  )
    return undefined;
  return { from: at, next, value: number.value, row: unit.row, number };
}

const MONEY = new Set(["VND", "USD", "JPY", "EUR", "GBP", "CNY"]);
const CURRENCY_FIRST = new Set(["$", "us", "usd", "¥", "jpy", "vnd", "vnđ", "₫", "€", "eur", "£", "gbp", "cny", "rmb"]);

/** `ký rưỡi`, `ký hai`, `tháng rưỡi`: one and a part. */
export function unitFirst(scan: Scan, at: number): Said | undefined {
  if (scan.language !== "vi" || scan.tokens[at]?.kind !== "word") return undefined;
  const unit = unitAt(scan, at);
  if (unit !== undefined && isOneInHolder(scan, at, unit)) {
    const number = { value: 1, next: unit.next, spelled: true, scaled: false, words: unit.next - at };
    return { from: at, next: unit.next, value: 1, row: unit.row, number };
  }
  const tail = unit === undefined ? undefined : unitTail(scan, unit.next, unit.row);
  if (unit !== undefined && isOneToMore(scan, at, unit.next)) {
    const number = { value: 1, next: unit.next, spelled: true, scaled: false, words: unit.next - at };
    return { from: at, next: unit.next, value: 1, row: unit.row, number };
  }
  if (unit === undefined || tail === undefined) return undefined;
  // `mẫu hai` is the second model.
  if (unit.row.dimension === "regional" && tail.add !== 0.5) return undefined;
  if (scan.tokens[unit.next]?.kind === "digits" && (!isOfOne(scan.tokens[at - 1]) || isWeighing(scan, at, tail.next))) return undefined;
  const { spelled, words } = { spelled: true, words: tail.next - at };
  return {
    from: at,
    next: tail.next,
    value: 1 + tail.add,
    row: unit.row,
    number: { value: 1 + tail.add, next: tail.next, spelled, scaled: false, words },
  };
}

/** The first `ký` of `trái ký tới ký rưỡi`: one, where what is told of it begins. */
function isOneToMore(scan: Scan, at: number, next: number): boolean {
  if (!isRangeWord(scan.tokens[next]) || !isOfOne(scan.tokens[at - 1])) return false;
  const last = unitAt(scan, next + 1);
  return last !== undefined && WEIGHED.has(last.row.unit) && unitTail(scan, last.next, last.row) !== undefined;
}
const WEIGHED = new Set<UnitRow["unit"]>(["kg", "l"]);

/** `con ký 8 tới ký 9`: written, the tenths of one kilo are told only of a piece. */
function isOfOne(before: Token | undefined): boolean {
  return /^(?:con|trái|trai|quả|qua|củ|cu|từ|tu|cỡ)$/.test(before?.text ?? "") || isRangeWord(before);
}

/** `chai lít`, `bịch ký`: one of it, right after what holds it. */
function isOneInHolder(scan: Scan, at: number, unit: { row: UnitRow; next: number }): boolean {
  if (unit.row.factor !== 1 || (unit.row.unit !== "kg" && unit.row.unit !== "l")) return false;
  const [holder, before] = [scan.tokens[at - 1], scan.tokens[at - 2]];
  const table = unitTable(scan.language);
  const row = table.exact.get(holder?.text ?? "") ?? (holder?.bare === true ? table.folded.get(holder.plain) : undefined);
  const graded = /^(?:loai|hang|so|size)$/.test(scan.tokens[at - 3]?.plain ?? "");
  const counted = (before?.kind === "digits" && !graded) || digitOf(before) !== undefined;
  if (row?.container !== true || counted || isCareful(holder, scan.tokens[at])) return false;
  return unitTail(scan, unit.next, unit.row) === undefined && scan.tokens[unit.next]?.text !== "/";
}

/** `bọc kỹ`, `gói kỹ` without their marks. */
function isCareful(holder: Token | undefined, unit: Token | undefined): boolean {
  return unit?.text === "ky" && /^(?:boc|goi|bao|bo)$/.test(holder?.text ?? "");
}
