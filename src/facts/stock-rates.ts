import type { AmountMention } from "./amounts.ts";
import { clauseAt } from "./clauses.ts";
import { foldText } from "./fold.ts";
import type { SourceText } from "./source-text.ts";

const RATE_CHARS = 60;

/** `mỗi ngày hái được 200kg`, `5 tấn/tuần`: what comes in by and by is not in store. */
export function isRate(read: SourceText, mention: AmountMention): boolean {
  const from = Math.max(clauseAt(read, mention.start).start, mention.start - RATE_CHARS);
  const ahead = read.text.slice(from, mention.start).normalize("NFC");
  const behind = read.text.slice(mention.end, mention.end + 14).normalize("NFC");
  return EACH_BEFORE.test(ahead) || EACH_AFTER.test(behind);
}
/** `hàng vụ này còn …` speaks of one crop, and no rate; nor does `để được một tháng hàng còn …`, `… một tuần bữa nay hái được …`. */
const EACH_BEFORE =
  /(?<!\p{L})(?:mỗi|moi|từng|hàng|hang|bình quân|binh quan|một|mot|1)\s+(?:ngày|ngay|tuần|tuan|tháng|thang|năm|nam|vụ|vu|mùa|mua|chuyến|chuyen|con nước|con nuoc|đêm|dem|buổi|buoi|mẻ|me|đợt|dot|lứa|lua|cây|cay|gốc|goc|công|cong|sào|sao|ha|héc|hộ|ho)(?!\p{L}|\s+(?:này|nay)(?!\p{L})|\s+(?:hàng|hang|giờ|gio|hiện|hien)\s+(?:còn|con)(?!\p{L})|\s+(?:(?:bữa|bua|hôm|hom|sáng|sang|chiều|chieu|đợt|dot|lứa|lua|vụ|vu|mẻ|me)\s+(?:nay|này)|(?:hàng\s+|hang\s+)?(?:giờ|gio|hiện|hien)\s+(?:có|co|tại|tai|đang|dang))(?!\p{L}))/iu;
const EACH_AFTER =
  /^\s*(?:\/|mỗi|moi|một|mot|1)\s*(?:ngày|ngay|tuần|tuan|tháng|thang|năm|nam|vụ|vu|mùa|mua|con nước|con nuoc|đêm|dem|buổi|buoi|mẻ|me|đợt|dot|lứa|lua|cây|cay|gốc|goc|công|cong|sào|sao|ha)(?!\p{L})/iu;

/** `mỗi ngày ra tầm 3 tấn`: so much there is to sell, time and again. */
export function isYield(read: SourceText, { start, dimension }: AmountMention): boolean {
  const from = Math.max(clauseAt(read, start).start, start - RATE_CHARS);
  return (dimension === "mass" || dimension === "regional") && YIELDS.test(foldText(read.text.slice(from, start)));
}
const YIELDS =
  /(?<!\p{L})(?:moi|mot) (?:ngay|tuan) (?:(?:e|em|minh|nha|vuon|ruong|trai|htx|ben|toi|tui) ){0,3}(?:(?:ra|duoc|dc|co|thu|hai|cat|nho|be|bat|gat) ){1,3}(?:(?:khoang|tam|chung|hon|gan|tren|duoi) )?$/u;
