import { foldText, hasMarks, lightText } from "./fold.ts";

/** Words that are spelled like a date and say something else. */
export function isNoDate(quote: string, text: string, start: number): boolean {
  return (
    isOtherWord(quote) ||
    isMonthsLong(quote, text, start) ||
    isNextMonth(quote, text, start) ||
    isEvery(quote, text, start) ||
    WELLS.test(quote)
  );
}

const DIGITS = ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];
const PIECES = "(?:con|trai|qua|cu|cai|bong|bap|nai|bup|cay|vien)";
const WEIGHTS = "(?:ky|ki|kg|can|lang|kilo)";
const EACH = "(?:mot|moi|1|\\/)";
const PAIRS = new RegExp(
  `^ (?<next>${DIGITS.join("|")})(?: chuc| muoi)? (?:${PIECES} ?${EACH} ?(?:${WEIGHTS}|chuc)|${WEIGHTS}(?: ruoi)? ?${EACH} ?${PIECES})(?!\\p{L})`,
  "u",
);
/** The last word of what is counted; a day is announced, or is of a month without one. */
const NUMBER_BEFORE = new RegExp(
  `(?<!\\p{L}|(?:ngay|mung|mong) |(?:ngay|mung|mong) muoi )(?:${DIGITS.join("|")}|muoi|lam|chuc|ruoi)(?: (?:mot|hai|ba|bon|nam|lam|sau|bay|tam|chin))?[ ]$`,
  "u",
);
/** Ten of them are `mười`, with its own mark. */
const IN_TENS = /^ (?:mươi|muoi|chục|chuc)(?!\p{L})/u;
const BEFORE_CHARS = 24;
const BEHIND_CHARS = 40;

/** `nuôi tám tháng hai ba con một ký`, `ủ mười tháng ba mươi độ đạm`: eight months, and two to three to the kilo; no February. */
function isMonthsLong(quote: string, text: string, start: number): boolean {
  const said = foldText(quote.normalize("NFC"));
  const month = /(?:^|(?<lead>.*) )thang (?<digit>\p{L}+)$/u.exec(said)?.groups;
  const at = DIGITS.indexOf(month?.digit ?? "");
  if (at === -1) return false;
  const end = start + quote.length;
  const behind = text.slice(end, end + BEHIND_CHARS).normalize("NFC");
  const next = PAIRS.exec(foldText(behind))?.groups?.next;
  if (next !== DIGITS[at + 1] && !IN_TENS.test(lightText(behind))) return false;
  const before = foldText(text.slice(Math.max(0, start - BEFORE_CHARS), start).normalize("NFC"));
  return NUMBER_BEFORE.test(`${before}${month?.lead === undefined ? "" : `${month.lead} `}`);
}

/** The first month goes without its word only where it has its mark. */
const WELLS = /^\d{1,2}\s+gieng$/iu;

/** `hai tháng bà con ạ` is no March, `hái từ tháng 4` no 24th: marked, the words of a date have their own marks. */
function isOtherWord(quote: string): boolean {
  const light = lightText(quote);
  return (light.match(/\p{L}+/gu) ?? []).some((word) => hasMarks(word) && !MARKED.has(word)) || /(?<!\p{L})hai tu(?!\p{L})/u.test(light);
}
const MARKED = new Set(
  "tháng ngày hôm bữa quý quí mùng mồng rằm tết âm âl lịch dương giêng tư một mốt bốn năm lăm nhăm sáu bảy bẩy tám chín mười mươi hăm chạp thứ giờ rưỡi sáng trưa chiều tối đêm khuya và đến tới".split(
    " ",
  ),
);

/** `mỗi tháng 20 hũ` counts jars; `lạc mới tháng 6` is of June. */
function isEvery(quote: string, text: string, start: number): boolean {
  return /^th[aá]/iu.test(quote) && /(?<!\p{L})(?:mỗi|moi) $/iu.test(text.slice(Math.max(0, start - 5), start).normalize("NFC"));
}

/** `tháng sau` is the next one; June is `sáu`, and without marks only where a season is told: `đến tháng sau`. */
function isNextMonth(quote: string, text: string, start: number): boolean {
  if (!/^th(?:á|á|a)ng sau$/iu.test(quote)) return false;
  return !/^thang/i.test(quote) || !/(?:den|toi|tu|het|giua|cuoi|dau|mua|vu|chin|ram)\s*$/i.test(text.slice(Math.max(0, start - 8), start));
}
