import type { UnitRow } from "#lexicon/units.ts";
import { isRangeWord, unitAt, type Said, type Scan } from "./amount-scan.ts";
import type { SaidNumber } from "./said-number.ts";
import { digitOf, isHalf } from "./vietnamese-words.ts";

/** A number with its unit at a token: unit after (`5 kg`), before (`$8`), or halved (`ký rưỡi`). */
export function saidAt(scan: Scan, at: number): Said | undefined {
  const token = scan.tokens[at];
  if (token === undefined || scan.hidden(token) || isName(scan, at)) return undefined;
  return currencyFirst(scan, at) ?? unitFirst(scan, at) ?? numberFirst(scan, at) ?? articleFirst(scan, at);
}

export function numberFirst(scan: Scan, at: number): Said | undefined {
  const number = scan.read(scan.tokens, at);
  if (number === undefined) return fraction(scan, at);
  const half = fraction(scan, at);
  if (half !== undefined) return half;
  if (isConsecutive(scan, at, number)) return { from: at, next: number.next, value: number.value, number };
  const unit = unitAfter(scan, number);
  if (unit === undefined) return { from: at, next: number.next, value: number.value, number };
  const tail = scan.language === "vi" ? unitTail(scan, unit.next, unit.row) : undefined;
  return { from: at, next: tail?.next ?? unit.next, value: number.value + (tail?.add ?? 0), row: unit.row, number };
}

/** The unit after a number, across the hyphen of `15-year-old`. */
function unitAfter(scan: Scan, number: SaidNumber): { row: UnitRow; next: number } | undefined {
  const hyphen = scan.tokens[number.next];
  const joined = scan.language === "en" && hyphen?.text === "-" && hyphen.glued && scan.tokens[number.next + 1]?.kind === "word";
  return unitAt(scan, joined ? number.next + 1 : number.next);
}

/** `bốn năm ký`: four to five, not four years. */
function isConsecutive(scan: Scan, at: number, number: SaidNumber): boolean {
  if (scan.language !== "vi" || !number.spelled || number.words !== 1 || at + 1 !== number.next) return false;
  return digitOf(scan.tokens[number.next]) === number.value + 1 && unitAt(scan, number.next + 1) !== undefined;
}

/** `1/2 kg`, `½`. */
function fraction(scan: Scan, at: number): Said | undefined {
  const [top, slash, bottom] = scan.tokens.slice(at, at + 3);
  if (top?.text === "½") return halfOf(scan, at, at + 1);
  if (top?.text !== "1" || slash?.text !== "/" || bottom?.text !== "2" || !bottom.glued) return undefined;
  return halfOf(scan, at, at + 3);
}

function halfOf(scan: Scan, at: number, next: number): Said | undefined {
  const unit = unitAt(scan, next);
  if (unit === undefined) return undefined;
  return {
    from: at,
    next: unit.next,
    value: 0.5,
    row: unit.row,
    number: { value: 0.5, next, spelled: false, scaled: false, words: next - at },
  };
}

/** `$8`, `US$9`, `¥1,200`, `VND 35,000`. */
export function currencyFirst(scan: Scan, at: number): Said | undefined {
  const unit = unitAt(scan, at);
  if (unit === undefined || !["VND", "USD", "JPY"].includes(unit.row.unit ?? "") || !CURRENCY_FIRST.has(scan.tokens[at]?.text ?? ""))
    return undefined;
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

const CURRENCY_FIRST = new Set(["$", "us", "usd", "¥", "jpy", "vnd", "vnđ", "₫"]);

/** `ký rưỡi`, `ký hai`, `tháng rưỡi`: one and a part. */
export function unitFirst(scan: Scan, at: number): Said | undefined {
  if (scan.language !== "vi" || scan.tokens[at]?.kind !== "word") return undefined;
  const unit = unitAt(scan, at);
  const tail = unit === undefined ? undefined : unitTail(scan, unit.next, unit.row);
  if (unit === undefined || tail === undefined || scan.tokens[unit.next]?.kind === "digits") return undefined;
  const { spelled, words } = { spelled: true, words: tail.next - at };
  return {
    from: at,
    next: tail.next,
    value: 1 + tail.add,
    row: unit.row,
    number: { value: 1 + tail.add, next: tail.next, spelled, scaled: false, words },
  };
}

/** What follows a unit and adds to it: `rưỡi`, the `hai` of `ký hai`, the `2` of `1 ký 2`. */
function unitTail(scan: Scan, at: number, row: UnitRow): { add: number; next: number } | undefined {
  const token = scan.tokens[at];
  if (isHalf(token)) return { add: 0.5, next: at + 1 };
  if ((row.dimension !== "mass" && row.dimension !== "volume") || row.factor < 1 || row.unit === "g" || token === undefined)
    return undefined;
  if (scan.hidden(token)) return undefined;
  const number = scan.read(scan.tokens, at);
  if (number === undefined || number.words !== 1 || number.value < 1 || number.value > 9 || !Number.isInteger(number.value))
    return undefined;
  if (token.kind === "word" && digitOf(token) === undefined) return undefined;
  return endsAmount(scan, number.next) ? { add: number.value / 10, next: number.next } : undefined;
}

/** Nothing follows that would make the lone digit the start of another amount. */
function endsAmount(scan: Scan, at: number): boolean {
  const after = scan.tokens[at];
  if (after === undefined) return true;
  if (isRangeWord(after)) return unitFirst(scan, at + 1) !== undefined;
  if (after.kind === "symbol") return !["/", "%"].includes(after.text);
  return after.kind === "word" && !after.glued && unitAt(scan, at) === undefined;
}

const ORDINAL_BEFORE =
  /(?:^|[^\p{L}])(?:loại|loai|hạng|hang|thứ|thu|số|so|lần|lan|size|grade|no|no\.|number|type|top|level|category|đợt|dot|mẫu)\s*$/u;

/** `ST25`, `W240`: digits glued to letters are a name; `loại 1` only counts. */
function isName(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  const before = scan.tokens[at - 1];
  if (token === undefined || token.kind !== "digits") return false;
  if (token.glued && before?.kind === "word" && scan.language !== "ja" && unitAt(scan, at - 1)?.row.unit !== "USD" && before.text !== "x")
    return true;
  if (token.glued && before?.kind === "word" && scan.language === "ja" && /^[a-z]/.test(before.text)) return true;
  if (token.text.length > 2) return false;
  const glued = ORDINAL_BEFORE.test(scan.light.text.slice(Math.max(0, token.start - 10), token.start));
  return glued && unitAt(scan, at + 1) === undefined;
}

const LASTING = new Set(["keep", "keeps", "last", "lasts", "stored", "store", "life"]);
/** `keeps (for) a year`: the article counts where it says how long. */
function articleFirst(scan: Scan, at: number): Said | undefined {
  const article = scan.tokens[at]?.text;
  if (scan.language !== "en" || (article !== "a" && article !== "an")) return undefined;
  const unit = unitAt(scan, at + 1);
  const lasting = scan.tokens.slice(Math.max(0, at - 3), at).some(({ text }) => LASTING.has(text));
  if (unit === undefined || !lasting || !["day", "month"].includes(unit.row.dimension)) return undefined;
  return { from: at, next: unit.next, value: 1, row: unit.row, number: { value: 1, next: at + 1, spelled: true, scaled: false, words: 2 } };
}
