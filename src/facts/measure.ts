import type { UnitRow } from "#lexicon/units.ts";
import { sizeOf } from "./agree-amounts.ts";
import type { Said, Scan } from "./amount-scan.ts";
import type { Unit } from "./fact.ts";
import { eitherBare } from "./said.ts";

type Measure = { unit?: Unit; factor: number; dimension: string };

/** What a number measures, in the contract's unit: what is unsaid or open (a bare `độ`) its neighbours tell. */
export function measureOf(scan: Scan, row: UnitRow | undefined, last: Said, start: number, end: number): Measure {
  const before = scan.light.text.slice(Math.max(0, start - 30), start);
  const after = scan.light.text.slice(end, end + 16);
  if (row === undefined) {
    if (last.number.scaled && scan.language === "vi") return { unit: "VND", factor: 1, dimension: "VND" };
    if (SWEET_BEFORE.test(before)) return SWEET;
    if (NITROGEN_BEFORE.test(before)) return NITROGEN;
    const dotted = /[.,]\d{3}$/.test(scan.tokens[last.number.next - 1]?.text ?? "");
    const dong =
      scan.language === "vi"
        ? (bareDong(last, before, after, dotted, isSaidIn(scan, last)) ?? listedDong(scan, last, start, after))
        : undefined;
    if (dong !== undefined) return { unit: "VND", factor: dong, dimension: "VND" };
    return { factor: 1, dimension: "none" };
  }
  if (row.regional === "always" || (row.regional === "south" && scan.southern)) return { factor: 1, dimension: "regional" };
  // Nobody sells a hundred yến by that name: bare, it is Japanese money.
  if (row.dimension === "mass" && last.value >= YEN_MIN && scan.tokens[last.next - 1]?.text === "yen")
    return { unit: "JPY", factor: 1, dimension: "JPY" };
  if (row.degree === true) return isTimes(last.value, before, after) ? { factor: 1, dimension: "none" } : degree(before, after);
  // A Japanese refractometer is read in per cent: 糖度18%.
  if (row.dimension === "%" && SWEET_BEFORE.test(before)) return SWEET;
  return { ...(row.unit === undefined ? {} : { unit: row.unit }), factor: row.factor, dimension: row.dimension };
}

const SWEET: Measure = { unit: "brix", factor: 1, dimension: "brix" };
/** The strength of a fish sauce: one degree is a gram of nitrogen to the litre. */
const NITROGEN: Measure = { factor: 1, dimension: "protein" };
const NITROGEN_BEFORE = /(?:độ đạm|do dam|窒素(?:分|量|度|度数)?)\s*(?:là|la|đạt|dat|khoảng|khoang|tầm|tam|từ|tu|は|が|[:：=])?\s*$/u;
const YEN_MIN = 100;
const SWEET_BEFORE =
  /(?:độ ngọt|do ngot|độ đường|do duong|brix|糖度)(?:\s*(?:là|la|khoảng|khoang|từ|tu|đạt|dat|tầm|tam|cỡ|co|hơn|hon|trên|tren|được|duoc|dc|đc|đo|do|tối thiểu|toi thieu|trung bình|trung binh|of|は|が|約|:|：|>|~|≥|=))*\s*$/u;

const PRICED_ALONE = /(?<!\p{L})(?:giá|gia|bán|ban)\s*:?\s*$/u;
const PRICED_BEFORE = /(?<!\p{L})(?:giá|gia|bán|ban|sỉ|si|lẻ|le|buôn|buon|xô|xo)(?:\s+\p{L}+)?\s*:?\s*(?:\d+\s*-\s*)?$/u;
const PER_AFTER =
  /^\s*(?:\/\s*1?\s*|(?:một|mot|mỗi|moi|1)\s+)(?:kg|ký|ky|kí|ki|cân|can|lít|lit|trái|trai|quả|qua|thùng|thung|hộp|hop|chai|gói|goi|túi|tui|hũ|hu|bịch|bich|bó|khay|mét|m|lạng|lang|chục|chuc|cặp|cap|đôi|doi|cái|cai|chiếc|chiec|con|cây|cay|chậu|chau|tấm|tam)(?!\p{L})/u;
const PACK_BEFORE = /\d\s*(?:g|gr|gam|kg|ký|ky|cân|ml|l|lít|lit|lạng|lang)\s*$/u;
const COUNTED_BEFORE = /(?<!\p{L})(?:còn|con|có|co|được|duoc|khoảng|khoang|hơn|hon|gần|gan|tầm|tam|chừng|chung|thứ|thu|số|so|từ|tu)\s*$/u;
/** `35.000/kg` is money; so is `giá 35 một ký`, in thousands, as no coin is smaller than 200 đồng. */
function bareDong({ value, number }: Said, before: string, after: string, dotted: boolean, said: boolean): number | undefined {
  const small = Number.isInteger(value) && value >= 2 && value < 1000;
  // `thì bốn trăm ba`, `giá ba lăm`: hundreds are said of nothing else without their noun.
  const spoken = said && number.words > 1 && small && (number.spelled || !COUNTED_BEFORE.test(before));
  if (
    spoken &&
    value >= 100 &&
    (PER_AFTER.test(after) ||
      /(?<!\p{L})(?:giá|gia|bán|ban|thì|thi|là|la|còn|con|kg|ký|ky|kí|cân|can|gam|gram|lạng|lang|lít|lit)\s*:?\s*$/u.test(before))
  )
    return 1000;
  // `gói 100g bốn chục`
  if (spoken && value >= 10 && /^\s*(?:[,;.)\n]|$)/u.test(after) && PACK_BEFORE.test(before)) return 1000;
  // `khăn hai trăm, túi ba trăm rưỡi`: what is counted would be named.
  if (spoken && value >= 100 && /^\s*(?:[,;.)\n]|$)/u.test(after) && !COUNTED_BEFORE.test(before)) return 1000;
  if (spoken && value >= 10 && PRICED_ALONE.test(before)) return 1000;
  // A price list writes its thousands out: `túi đeo chéo 250.000`.
  const whole = value >= 1000 && value % 500 === 0;
  if (whole && ((dotted && /^\s*(?:[,;)\n.]|$)/u.test(after)) || PRICED_ALONE.test(before))) return 1;
  // `giá 35, sỉ 28`: nothing else is priced so low.
  if (!number.spelled && small && value >= BARE_MIN && ENDS.test(after) && PRICED_BARE.test(before)) return 1000;
  if (!PER_AFTER.test(after)) return undefined;
  if (value >= 1000 && value % 100 === 0) return 1;
  return small && PRICED_BEFORE.test(before) ? 1000 : undefined;
}

const BARE_MIN = 10;
const PRICED_BARE =
  /(?<!\p{L})(?:(?:giá|gia)(?: (?:bán|ban|sỉ|si|lẻ|le|buôn|buon))?|(?:bán |ban )?(?:sỉ|lẻ|bỏ sỉ|bo si|đổ đồng|do dong|đồng giá|dong gia))\s*:?\s*$/u;

/** In words, or with the word of its hundreds: `4 trăm 2`. */
function isSaidIn({ tokens }: Scan, { from, number }: Said): boolean {
  return number.spelled || tokens.slice(from, number.next).some(({ plain }) => plain === "tram");
}

/** `gói bốn chục ngàn, hộp năm gói một trăm chín`: behind a price in thousands the next pack's goes without them. */
function listedDong({ light }: Scan, { value, number }: Said, start: number, after: string): number | undefined {
  const before = light.text.slice(Math.max(0, start - LIST_REACH), start);
  // `hộp 12` holds twelve; `1 lít 85` costs so much.
  const least = number.spelled ? SPELLED_MIN : WEIGHED_BEFORE.test(before) ? WRITTEN_MIN : HUNDRED;
  const said = number.spelled ? number.words > 1 : ENDS.test(after);
  if (!said || !Number.isInteger(value) || value < least || value >= 1000 || COUNTS_ON.test(after)) return undefined;
  return (NEXT_PACK.test(before) || WEIGHED_BEFORE.test(before)) && IN_THOUSANDS.test(before) ? 1000 : undefined;
}
const HUNDRED = 100;
const SPELLED_MIN = 20;
const WRITTEN_MIN = 10;
const ENDS = /^\s*(?:[,;)\n!]|\.(?!\d)|[-–](?!\s*\d)|$)/u;
const LIST_REACH = 80;
const HOLDERS_SAID =
  "hộp|hop|túi|tui|gói|goi|thùng|thung|hũ|hu|chai|bịch|bich|khay|bao|lốc|loc|combo|sọt|sot|giỏ|set|lọ|vỉ|can|bó|cặp|cap|cái|cai|chiếc|chiec|viên|vien|lon|tấm|tam";
const PRICED_SO = String.raw`\s*(?:(?:giá|gia|thì|thi|là|la|bán|ban|chỉ|chi)\s*)?:?\s*$`;
const NEXT_PACK = new RegExp(`(?<!\\p{L})(?:${HOLDERS_SAID})(?: (?:to|lớn|lon|nhỏ|nho|vừa|vua|quà|qua))?${PRICED_SO}`, "u");
const SAID_BEFORE = eitherBare("một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|chục|trăm|mươi|lăm|nửa");
const WEIGHED_BEFORE = new RegExp(
  `(?:\\d ?|(?<!\\p{L})(?:${SAID_BEFORE}) )(?:g|gr|gam|gram|kg|ký|ky|kí|cân|can|ml|l|lít|lit|lạng|lang|yến|yen|tạ|ta|tấn|tan)${PRICED_SO}`,
  "u",
);
const IN_THOUSANDS = /(?:\d ?k|(?<!\p{L})(?:ngàn|nghìn|ngan|nghin))(?!\p{L})/u;
/** Who and what so many are. */
const COUNTS_ON =
  /^\s*(?:người|nguoi|khách|khach|lần|lan|loại|loai|giống|món|mon|nhà|nơi|bữa|bua|phần|phan|đơn|%|[-–]\s*\d|[.,:]\d|(?:\p{L}+ )?(?:giá |gia )?\d[\d.,]* ?(?:k|ngàn|ngan|nghìn|nghin|đ|tr)(?!\p{L}))/u;

/** 5日に1度, 年に2度だけ, 2度挽き: so many times. */
function isTimes(value: number, before: string, after: string): boolean {
  return (
    value <= TIMES_MAX &&
    (/(?:[日週月年季期回]|週間|シーズン)に(?:約|ほぼ|最低)?$/u.test(before) ||
      /^(?:だけ|ずつ|限り|きり|輸出|出荷|収穫|お届け|開催|[揚挽炒蒸茹搗塗刈摘漉掛焼染洗漬]|ゆで)/u.test(after))
  );
}
const TIMES_MAX = 5;

function degree(before: string, after: string): Measure {
  // `ba độ cay`: as many to choose from.
  if (/^\s*(?:cay|rang|chín|chin|mịn|min|đậm|giòn|gion)(?!\p{L})/u.test(after)) return { factor: 1, dimension: "none" };
  if (/^\s*(?:đạm|dam(?!\p{L})|cồn|con(?!\p{L})|of protein|n(?!\p{L}))/u.test(after) || NITROGEN_BEFORE.test(before)) return NITROGEN;
  // `12 độ đường`; not `5 độ đường dài`.
  if (/^\s*(?:đường|duong)(?!\s*(?:dài|dai|xa|bộ|bo|biển|bien|bay|đi|di)(?!\p{L})|\p{L})/u.test(after)) return SWEET;
  if (
    /^\s*(?:brix|ngọt|ngot|of sweetness|of sugar)/u.test(after) ||
    /(?:ngọt|ngot|brix|糖度|đường(?! (?:phèn|cát|nâu|vàng|mía|thốt|phên))|sweet)[^.;\n。]{0,24}$/u.test(before)
  )
    return SWEET;
  return { unit: "celsius", factor: 1, dimension: "celsius" };
}

/** The unit of a range: of `800g đến 1kg` grams, which both ends are whole in, of "6 months to 2 years" that of the last. */
export function finerOf(first: UnitRow | undefined, last: { unit?: Unit; dimension: string }): Unit | undefined {
  const isFiner = first?.dimension === last.dimension && PARTED.has(last.dimension) && sizeOf(first?.unit) < sizeOf(last.unit);
  return isFiner ? first.unit : last.unit;
}
const PARTED = new Set(["mass", "volume", "length"]);

/** How many of one unit another is. */
export function inUnitsOf(unit: Unit | undefined, last: Unit | undefined): number {
  return unit === undefined || last === undefined ? 1 : sizeOf(unit) / sizeOf(last);
}
