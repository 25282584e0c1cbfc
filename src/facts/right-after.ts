import type { AmountMention } from "./amounts.ts";
import { eitherBare } from "./said.ts";

/** The words of a spoken number below a thousand. */
const COUNTS = eitherBare("một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|chục|trăm|lăm|tư|mốt|rưỡi|linh|lẻ");
const NUMBER_BEHIND = new RegExp(`^\\s+(?:\\p{L}+\\s+)?(?:\\d|(?:${COUNTS})(?!\\p{L}))`, "iu");

/** `ba tạ rưỡi mỗi củ một lạng`: the words behind a weight lead to what one of them weighs. */
export function weighsEach({ dimension }: AmountMention, words: string, behind: string): boolean {
  return dimension === "mass" && /^\s*m[oỗ]i /iu.test(words) && NUMBER_BEHIND.test(behind);
}

/** `35k kg`, `26 ngàn ký`: a price right before what it is for; not where that leads the next price, `chín chục ngàn ký trăm bảy`. */
const UNITS_BEHIND =
  "kg|ký|ky|kí|cân|can|lít|lit|lạng|lang|gam|gram|g|trái|trai|quả|qua|con|cái|cai|chục|tạ|tấn|thùng|thung|hộp|hop|bao|túi|tui|gói|goi|chai|hũ|hu|mét|met";
export const RIGHT_AFTER = new RegExp(
  String.raw`^\s+(?<unit>kg|ký|ky|kí|cân|can|lít|lit|trái|trai|quả|qua|mét|met|lạng|tạ|tấn)(?!\p{L})(?!\s*(?:\d|cỡ|co |to|lớn|nhỏ|nặng|dài|size|loại))(?!(?: (?:${COUNTS})(?!\p{L}))*? (?:${eitherBare("trăm|ngàn|nghìn|triệu")})(?!\p{L})(?: (?:${COUNTS})(?!\p{L}))*(?! (?:${COUNTS}|${UNITS_BEHIND}|${eitherBare("ngàn|nghìn")})(?!\p{L})))`,
  "iu",
);
