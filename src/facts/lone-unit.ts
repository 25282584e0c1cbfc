import type { AmountMention } from "./amounts.ts";
import { lightText } from "./fold.ts";

const FROM = String.raw`(?:^|[,.;:(\n]|(?<!\p{L})(?:giá|gia|bán|ban|lẻ|le|sỉ|si)(?!\p{L}))\s*(?:(?:nguyên|nguyen)\s+)?`;
const AFTER = String.raw`\s*(?:(?:giá|gia|là|la|bán|ban|lẻ|le|sỉ|si|chỉ|chi|còn|thì|thi|size|cỡ|co|loại|loai|được|duoc|dc|khoảng|khoang|tầm|tam|:|=)\s*)*$`;
const SIZE = "to|lớn|lon|bự|bu|nhỏ|nho|bé|be|vừa|vua|nhí|nhi|đẹp|dep|xấu|xau|thường|thuong";
const GRADE = String.raw`(?:loại|loai|hạng|hang|cỡ|co|size)\s+(?:\d|[ab]|nhất|nhat|nhì|nhi|một|mot|hai|ba|${SIZE})`;
const MADE = "tươi|tuoi|khô|kho|sống|song|chín|chin";
const METRE = "mét vuông|met vuong|m vuông|m vuong|m2|m²|mét|met";

/**
 * At the head of a clause, or after `giá`, `sỉ`. Without marks some are left out that are other words there: a `ta` is of the
 * country (`gà: ta 120k`), a `cai` or a `bo` grows on the field, a `con` may be what is left.
 */
const LED = new RegExp(
  String.raw`${FROM}(?:(?<weight>kg|ký lô|ky lo|kí lô|ki lo|ki lô|kilo|ký|ky|kí|ki|cân|can|lít|lit|lạng|lang|tạ|tấn|tan|${METRE}|m)(?:\s+(?:${GRADE}|${SIZE}|${MADE}))?|(?<fruit>trái|trai|quả|qua)(?:\s+(?:${GRADE}|${SIZE}))?|(?<piece>(?:cái|chiếc|chiec|cặp|cap|đôi|doi|bộ|tấm)(?:\s+(?:${GRADE}|${SIZE}))?|con\s+(?:${SIZE})))${AFTER}`,
  "iu",
);
/** `vải thổ cẩm mét 350k`, `cam ký 28k`: right behind the goods only what nothing else is called by. */
const BEHIND = new RegExp(
  String.raw`(?<!\p{L})(?<word>\p{L}+)\s+(?<unit>kg|ký|kí|ky|lít|lit|lạng|tạ|tấn|${METRE})(?:\s+(?:${GRADE}|${SIZE}))?${AFTER}`,
  "iu",
);
/** `mấy ký`, `đủ ký` are another amount, `chữ ký` and `nhật ký` other words; so is `gói kỹ` without its mark. */
const NO_GOODS =
  /^(?:mấy|vài|nhiều|nhieu|nửa|đủ|du|đúng|tròn|chẵn|thêm|them|hơn|hon|ngoài|chữ|chu|đăng|dang|nhật|nhat|định|dinh|thời|học|lưu|gói|goi|bọc|boc|đóng|dong|rửa|rua)$/u;

/** What a bare price behind it is for: `ký 35k`, `quả to 25k`, `giá cân 35k`, `khổ 40, mét 350k`; `each` of a piece, `cặp đẹp 350k`. */
export function loneUnit(lead: string): { unit?: string; each?: boolean } {
  const { weight, fruit, piece } = LED.exec(lead)?.groups ?? {};
  if (piece !== undefined) return { each: true };
  const led = weight ?? fruit;
  if (led !== undefined) return { unit: led };
  const { word = "", unit } = BEHIND.exec(lead)?.groups ?? {};
  return unit === undefined || NO_GOODS.test(lightText(word)) ? {} : { unit };
}

/** `két 8 chai lít 300k`: the price of the case, and of no litre. `before`: the amount that the words follow. */
export function isOfCase(before: AmountMention | undefined, lead: string): boolean {
  return CASES.has(before?.unit ?? "") && (before?.max ?? 0) > 1 && EACH_HOLDS.test(lead);
}
const CASES = new Set(["bottle", "jar", "bag", "pack", "box"]);
const EACH_HOLDS = /^\s+(?:lít|lit|kg|ký|ky|kí)(?!\p{L})/iu;
