import { unitAt, type Said, type Scan } from "./amount-scan.ts";
import { andAHalf } from "./half-tails.ts";

const LASTING = new Set(
  "keep keeps stay stays fresh good last lasts stored store life takes take within aged ages fermented cured delivery delivered ready arrives freeze freezes freezer fridge để de được duoc dc ngăn ngan tủ giữ giu quản quan".split(
    " ",
  ),
);
const WHOLE: Partial<Record<Scan["language"], ReadonlySet<string>>> = {
  en: new Set(["a", "an"]),
  vi: new Set(["cả", "ca", "nguyên", "nguyen", "trọn"]),
};
const PRICED = new Set(["thì", "thi", "là", "giá", "gia", "chỉ"]);
const KEPT_SO = new Set("in chilled frozen refrigerated unopened sealed".split(" "));
/** `keeps (for) a year`, `a month in the fridge`, `để cả tháng`: the article counts where it says how long. */
export function articleFirst(scan: Scan, at: number): Said | undefined {
  if (WHOLE[scan.language]?.has(scan.tokens[at]?.text ?? "") !== true) return undefined;
  const unit = unitAt(scan, at + 1);
  if (unit === undefined) return thingAndAHalf(scan, at);
  const half = scan.language === "en" ? andAHalf(scan, unit.next) : undefined;
  if (half !== undefined) {
    const number = { value: 1, next: at + 1, spelled: true, scaled: false, words: 2 };
    return { from: at, next: half.next, value: 1 + half.add, row: unit.row, number };
  }
  const after = scan.tokens.slice(unit.next, unit.next + 3).map(({ text }) => text);
  const kept = KEPT_SO.has(after[0] ?? "") && (after[0] !== "in" || /^(?:fridge|freezer)$/.test(after.at(-1) ?? ""));
  // "Freeze it for as long as a week": the verb stands further off.
  const reach = /^(?:to|for)$/.test(scan.tokens[at - 1]?.text ?? "") ? 6 : 3;
  const lasting = kept || scan.tokens.slice(Math.max(0, at - reach), at).some(({ text }) => LASTING.has(text));
  // "A kilo to a kilo and a half", "a kilo to 1.6 kilos".
  const ranged = after[0] === "to" && (articleFirst(scan, unit.next + 1)?.row ?? rowAt(scan, unit.next + 1)) === unit.row;
  // `cả tạ thì 3tr6`, `nguyên lít 160k`
  const weighed = scan.language === "vi" && (unit.row.dimension === "mass" || unit.row.dimension === "volume");
  const priced = weighed && (PRICED.has(after[0] ?? "") || isMoney(scan, unit.next));
  if (!ranged && !priced && !(lasting && ["day", "month"].includes(unit.row.dimension))) return undefined;
  return { from: at, next: unit.next, value: 1, row: unit.row, number: { value: 1, next: at + 1, spelled: true, scaled: false, words: 2 } };
}

function isMoney(scan: Scan, at: number): boolean {
  return scan.read(scan.tokens, at)?.scaled === true || rowAt(scan, at)?.dimension === "VND";
}

/** What a number that stands there is measured in. */
function rowAt(scan: Scan, at: number): Said["row"] {
  const number = scan.read(scan.tokens, at);
  return number && unitAt(scan, number.next)?.row;
}

/** `a basket and a half a day`: one and a half of what no unit counts. */
function thingAndAHalf(scan: Scan, at: number): Said | undefined {
  const half = scan.language === "en" && scan.tokens[at + 1]?.kind === "word" ? andAHalf(scan, at + 2) : undefined;
  if (half === undefined) return undefined;
  const number = { value: 1 + half.add, next: half.next, spelled: true, scaled: false, words: half.next - at };
  return { from: at, next: half.next, value: number.value, number };
}
