import type { Token } from "#facts/tokens.ts";

/** A bare everyday word is a name at the head of the notes, after a word that announces one, before its price, or at the head of a list. */
export function standsAsName(tokens: readonly Token[], at: number, length: number): boolean {
  const before = tokens[at - 1]?.plain ?? "";
  // `loai nho 20k`: the small ones.
  if (tokens[at]?.plain === "nho" && (SIZED.has(before) || hasLarger(tokens, before))) return false;
  if (at === 0 || isPriced(tokens, at + length)) return true;
  // `mac ca: hat 200k, nhan 420k`; of one word, `tin nhan: 0912…` is a message.
  if (length > 1 && tokens[at + length]?.text === ":") return true;
  // "trai nho": small fruit. Grapes are sold or grown.
  if (tokens[at]?.plain === "nho") return before === "ban" || before === "trong";
  // `gao voi toi kho`: one of two goods.
  // `co ca kho voi mam tom`: what there is, at the head of a list.
  if (length > 1 && before === "co" && at <= 2 && JOINS.has(tokens[at + length]?.plain ?? "")) return true;
  return (ANNOUNCES.has(before) || (length > 1 && JOINS.has(before))) && at < 40;
}

/** `quat nho 25k, quat to 80k`: the small one of two. */
function hasLarger(tokens: readonly Token[], goods: string): boolean {
  return tokens.some(({ plain }, at) => plain === goods && LARGER.has(tokens[at + 1]?.plain ?? ""));
}
const LARGER = new Set(["to", "lon", "vua", "trung", "bu", "dai"]);
const SIZED = new Set("loai size co hang trai qua cu con hat goi tui hop thung hu chai goc cay chau lo vi khan mu gio".split(" "));
const JOINS = new Set(["voi", "cung"]);
const ANNOUNCES = new Set(["ban", "trai", "vuon", "trong", "nha"]);

/** `bi xanh 12k`, `hong gion gia 35k`. */
function isPriced(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at]?.plain === "gia" ? at + 1 : at;
  return tokens[number]?.kind === "digits" && MONEY.has(tokens[number + 1]?.plain ?? "");
}
const MONEY = new Set(["k", "d", "nghin", "ngan", "tr", "trieu", "dong", "vnd"]);

/** The last word of a name, where it counts what is behind it: `hai tháng`, `ba mươi phút`. */
export function isCounting(word: string, after: string): boolean {
  return TENS.test(after) || (/^(?:hai|ba|tam|chin)$/u.test(word) && COUNTED.test(after));
}

/** A digit that ends a name in no text where tens of it follow. */
export function goesOnAsTens(word: string, after: string): boolean {
  return DIGIT.test(word) && TENS.test(after);
}
const DIGIT = /^(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)$/u;
const TENS = /^(?:mươi|trăm|chục|nghìn|ngàn|muoi|tram|chuc|nghin|ngan)$/u;
const COUNTED = /^(?:tháng|ngày|tuần|tiếng|giờ|phút|năm|đêm|nắng|ký|kí|kg|lạng|lít|hộp|thùng|túi|gói|hũ|chai)$/u;

/** `mãng cầu thái mỏng`, `mit thai lat say`: cut so, and from nowhere. */
export function isCut(tokens: readonly Token[], next: number): boolean {
  return tokens[next - 1]?.plain === "thai" && SLICES.has(tokens[next]?.text ?? "");
}
const SLICES = new Set("mỏng mong lát lat sợi soi khoanh miếng mieng nhuyễn".split(" "));
