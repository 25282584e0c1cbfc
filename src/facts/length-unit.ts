import { unitTable, type UnitRow } from "#lexicon/units.ts";
import type { Scan } from "./amount-scan.ts";
import { eitherBare } from "./said.ts";

/** `cao 1m2`, `trẻ em dưới 1m2`, `chậu 1m2`, `quạt treo 1m2`, `cán gỗ 1m2`, `giường 1m2`, `cành 1m2-1m5`, `1m2 x 1m9` and the `1m2 90k` beside `1m6 120k` are lengths of 1.2 m, elsewhere `1m2` is an area. */
export function lengthUnit(
  scan: Scan,
  at: number,
  next: number,
  unit: { row: UnitRow; next: number } | undefined,
): { row: UnitRow; next: number } | undefined {
  const start = scan.tokens[at]?.start ?? 0;
  if (unit === undefined && scan.language === "vi") return bareLength(scan, next);
  if (scan.language !== "vi" || unit?.row.unit !== "m2" || scan.tokens[unit.next - 1]?.text !== "2") return unit;
  const end = scan.tokens[unit.next - 1]?.end ?? 0;
  const before = scan.light.text.slice(Math.max(0, start - 16), start);
  const isLong = BESIDE_BEFORE.test(before) || BESIDE_AFTER.test(scan.light.text.slice(end, end + 8)) || LONG_BEFORE.test(before);
  if (!isLong && !(PRICED.test(scan.light.text.slice(end, end + 8)) && OF_SIZES.test(scan.light.text))) return unit;
  const metre = unitTable("vi").exact.get("m");
  return metre === undefined ? unit : { row: metre, next: unit.next - 1 };
}
/** `1m2 95k, 1m5 120k`: sizes, each with its price. */
const PRICED = /^\s*(?:giá |gia )?\d/u;
const OF_SIZES = /(?<![\p{L}\d])1m[1-9](?!\d)(?<!1m2)\s*(?:giá |gia )?\d{2,3}(?:k|\.000)/u;
/** A length times a length, or from one to another. */
const BESIDE_BEFORE = /[x×]\s*$|\d(?:m\d?| ?cm)\s*(?:[-–~]|đến|tới|den|toi)\s*$/u;
const BESIDE_AFTER = /^\s*(?:[x×]\s*\d|(?:[-–~]|đến|tới|den|toi)\s*\dm)/u;
const LONG_BEFORE =
  /(?<!\p{L})(?:cao|(?:trẻ em|tre em|trẻ con|con nít|con nit|em bé|bé|các cháu|khách nhí)(?:\s+(?:cao\s+)?(?:dưới|duoi|trên|tren|từ|tu))|cành|canh|thân|dài|dai|rộng|rong|khổ|kho|ngang|hoành|hoanh|sâu|sau|dày|tán|tan|tròn|tron|đường kính|duong kinh|đk|dk|phi|vành|vanh|chậu|chau|gốc|bonsai|(?:cán|can|chổi|choi|gậy|gay|sào|sao|cột|cot|cần|thang|bình|binh|tượng|tuong|lồng đèn|long den|đèn lồng|den long|mẹt|met|nong|nia)(?:\s+(?:gỗ|go|tre|trúc|truc|đất|dat|gốm|gom|to|lớn|lon|nhỏ|nho|dài|dai))?|(?:quạt|quat)(?:\s+(?:giấy|giay|nan|treo|treo tường|treo tuong))?|(?:chiếu|chieu|thảm|tham|nệm|nem|đệm|màn|rèm|mành|võng|khăn|tranh|vải|lụa|phản|giường|bàn|tủ|kệ)(?:\s+(?:đơn|don|đôi|doi|cói|coi|trúc|truc|tre|nhỏ|nho|lớn|lon|cá nhân|trẻ em|loại|loai|hoa|trơn))?|(?:cây|cay)(?:\s+(?:thế|the|to|nhỏ|nho|lớn|lon|giống|giong))?)(?:\s+(?:khoảng|khoang|tầm|tam|hơn|gần|từ))?\s*$/u;

/** The `phan` of `rong sau muoi phan`, the `tac` of `dai 6 tac`: elsewhere a `phần`, or a word of another kind. */
function bareLength({ tokens, light }: Scan, at: number): { row: UnitRow; next: number } | undefined {
  const name = BARE_LENGTHS.get(tokens[at]?.text ?? "");
  if (name === undefined) return undefined;
  const start = tokens[at]?.start ?? 0;
  const row = MEASURED.test(light.text.slice(Math.max(0, start - 40), start)) ? unitTable("vi").exact.get(name) : undefined;
  return row === undefined ? undefined : { row, next: at + 1 };
}
const BARE_LENGTHS = new Map([
  ["phan", "phân"],
  ["tac", "tấc"],
]);
const MEASURED = new RegExp(
  `(?<!\\p{L})(?:cao|dai|rong|ngang|duong kinh|kho|day|sau)(?: (?:khoang|tam|co|chung|hon|gan|tu))?(?: ?(?:\\d+|[-–]|${eitherBare("một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|chục|lăm|rưỡi|tới|đến")}))+ ?$`,
  "u",
);
