import { unitRows } from "#lexicon/units.ts";
import { foldText } from "./fold.ts";
import type { Token } from "./tokens.ts";
import { digitOf, isChuc, isGap, isTa, isTens, isVague, scaleOf } from "./vietnamese-words.ts";

/** Words that begin like a number and are none, with their marks or without. */
const NEVER =
  /^(?:(?:năm|nam) (?:nay|ngoái|ngoai|sau|trước|truoc|qua|rồi|roi|mới|moi|này|tới|toi|kia|nào|nao|kinh|bắt|bat|đầu|dau)|(?:ba|tư) (?:má|ma|mẹ|me|lúa)|ba (?:khía|khia|chỉ|rọi|kích|sa)|năm roi|tám (?:thơm|xoan)|(?:chín|chin) (?:cây|cay|rộ|đều|tới|mọng|vàng|đỏ|từ|vào)|(?:không|khong|một|mot) (?:phải|phai|có|co|biết|biet|số|so|vài|ít))$/;
/** Without marks these are other words: bà con, bây giờ, hái trong, sau ngày. */
const NEVER_BARE =
  /^(?:ba con|bay gio|bay h|hai (?:trong|chin|tay|ve|duoc|luc|non|gia|xong|sang|cho|lua|het)|nam (?:o|tren|trong|roi)|tam (?:trung|biet))$/;
/** After these `sau` without its mark is six, elsewhere it is "after". */
const SIX_AFTER = new Set(["duoc", "dc", "han", "khoang", "tam", "den", "toi", "hon", "trong", "gan", "con", "dung", "hsd", "chung", "co"]);
/** `de sau thang` keeps for six months; `de sau thang 8` waits till it is over. */
const KEPT_FOR = new Set(["de", "giu", "tru", "xai", "quan", "u", "ngam"]);
const LASTING = new Set(["thang", "ngay", "tuan", "nam", "tieng", "gio"]);
const isFigure = (token: Token | undefined): boolean => token?.kind === "digits" || digitOf(token) !== undefined;

const SINCE = new Set(["từ", "hồi", "lúc", "vào", "khi"]);
const FROM_WHEN = new Set(["ngay", "thang", "mung", "dau", "giua", "cuoi"]);

/** True where the word at a token only looks like a number: `năm nay`, `bà con` without marks, `vài chục`. */
export function isNoNumber(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined) return true;
  const scale = scaleOf(token) !== undefined || isChuc(token) || isTa(token);
  if (scale && isVague(before)) return true;
  // `chục mười hai trái`: twelve to the ten, as sold in the south.
  if (isChuc(token) && after?.text === "mười") return true;
  const pair = `${token.text} ${after?.text ?? ""}`;
  if (NEVER.test(pair)) return !isFiveToMore(tokens, at);
  // `à không năm mươi nghìn`: a "no", and fifty.
  if ((pair === "không năm" || pair === "khong nam") && isCounting(tokens, at + 2)) return true;
  // `hút chân không trăm tám`: a number begins with no nought of hundreds.
  if (digitOf(token) === 0 && scaleOf(after) === 100) return true;
  // `từ năm mười lăm tuổi`: from that year of a life on; fifty-five is `năm mươi lăm`.
  if (pair === "năm mười" && SINCE.has(before?.text ?? "") && tokens.slice(at + 2, at + 4).some(({ text }) => text === "tuổi")) return true;
  // `bay ta chin tu ngay muoi`: ripe from then on.
  if (token.plain === "chin" && after?.plain === "tu" && FROM_WHEN.has(tokens[at + 2]?.plain ?? "")) return true;
  if (namesYear(tokens, at) || isGrade(tokens, at)) return true;
  // `từ năm 2010`
  if (token.plain === "nam" && after?.kind === "digits" && after.text.length === 4) return true;
  if (!token.bare || token.text !== token.plain) return false;
  if (NEVER_BARE.test(pair)) return true;
  if (token.plain !== "sau" || digitOf(before) !== undefined || SIX_AFTER.has(before?.plain ?? "")) return false;
  if (KEPT_FOR.has(before?.plain ?? "") && LASTING.has(after?.plain ?? "") && !isFigure(tokens[at + 2])) return false;
  if (isTens(after) || scaleOf(after) !== undefined) return false;
  return !(after?.plain === "den" || after?.plain === "toi") || digitOf(tokens[at + 2]) === undefined;
}

/** True where a five goes on as a larger number: `năm mươi`, `năm trăm`, `năm hai nghìn`. */
function isCounting(tokens: readonly Token[], at: number): boolean {
  const goesOn = (token: Token | undefined) => isTens(token) || scaleOf(token) !== undefined;
  return goesOn(tokens[at]) || (digitOf(tokens[at]) !== undefined && goesOn(tokens[at + 1]));
}

/** `loại hai mười tám ngàn`, `hạng một năm chục`: the second grade, and what it costs; twenty-eight is `hai mươi tám`. */
function isGrade(tokens: readonly Token[], at: number): boolean {
  const [lead, grade, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const order = GRADES.indexOf(grade?.text ?? "") + 1;
  if (order === 0 || !GRADED.has(lead?.text ?? "")) return false;
  if (after?.text === "mười") return true;
  const digit = digitOf(after);
  if (digit === undefined || digit === 0 || isTens(after)) return false;
  // `loại hai năm tuổi`, `loại một năm`: years.
  const next = tokens[at + 2];
  const counts = isTens(next) || scaleOf(next) !== undefined || (startsUnit(tokens, at + 2) && next?.plain !== "tuoi");
  if (after?.text === "năm" && !counts) return false;
  // `loại hai ba chục ngàn`: two to three tens, unless a first grade was told before.
  return order === 1 || digit !== order + 1 || isAfterFirst(tokens, at - 1);
}
const GRADES = ["một", "hai", "ba", "bốn"];
const GRADED = new Set(["loại", "hạng"]);
const FIRST = new Set(["một", "nhất", "1"]);
const LIST_WORDS = 30;
function isAfterFirst(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - LIST_WORDS); before -= 1)
    if (GRADED.has(tokens[before]?.text ?? "") && FIRST.has(tokens[before + 1]?.text ?? "")) return true;
  return false;
}

/** `năm tới bảy trái`, where `năm tới` by itself is next year. */
function isFiveToMore(tokens: readonly Token[], at: number): boolean {
  const isTo = tokens[at + 1]?.plain === "toi";
  const more = isTo && tokens[at]?.plain === "nam" && (digitOf(tokens[at + 2]) ?? 0) > 5;
  // `năm tới bảy trăm gam`
  const isOfHundreds = scaleOf(tokens[at + 3]) === 100 && startsUnit(tokens, at + 4);
  return more && (startsUnit(tokens, at + 3, "count") || isOfHundreds);
}

/** `năm hai nghìn không trăm hai ba`, `từ năm hai nghìn mười`: a year, where `năm hai nghìn` by itself is 52,000. */
export function namesYear(tokens: readonly Token[], at: number): boolean {
  const year = tokens[at];
  // Asked at every word of a text.
  if (year?.plain !== "nam") return false;
  const [price, before, two, thousand, rest] = [-2, -1, 1, 2, 3].map((offset) => tokens[at + offset]);
  const isSaid = (year.text === "năm" || year.bare) && two?.text === "hai" && scaleOf(thousand) === 1e3;
  if (!isSaid) return false;
  if (isGap(rest) || rest?.text === "không") return true;
  // `từ năm hai nghìn` is 2000; `giá từ năm hai nghìn tới sáu chục`, `từ năm hai nghìn một ký` are sums.
  return SINCE.has(before?.text ?? "") && !PRICED.has(price?.text ?? "") && !AFTER_SUM.has(rest?.text ?? "");
}

const PRICED = new Set(["giá", "bán", "là", "tính"]);
const AFTER_SUM = new Set(["một", "mỗi", "đồng", "tới", "đến", "/", "-"]);

const MONEY = new Set(["VND", "USD", "JPY", "%"]);
const starts = new Map<string, Set<string>>();
const plainStarts = new Map<string, Set<string>>();
for (const row of unitRows) {
  if (MONEY.has(row.dimension)) continue;
  for (const name of row.vi) {
    const [first = ""] = name.split(" ");
    starts.set(first, (starts.get(first) ?? new Set()).add(row.dimension));
    if (row.exact === true) continue;
    plainStarts.set(foldText(first), (plainStarts.get(foldText(first)) ?? new Set()).add(row.dimension));
  }
}

/** True where a unit that counts or measures begins (of one dimension, where given); money is none. */
export function startsUnit(tokens: readonly Token[], at: number, dimension?: string): boolean {
  const token = tokens[at];
  if (token?.kind !== "word") return false;
  const named = starts.get(token.text) ?? (token.bare ? plainStarts.get(token.plain) : undefined);
  return named !== undefined && (dimension === undefined || named.has(dimension));
}
