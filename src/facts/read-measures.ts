import type { AmountMention } from "./amounts.ts";
import { said } from "./said.ts";
import { amountOf, clauseAt, sentenceAt, wordsIn, type Draft, type SourceText } from "./source-text.ts";

const FRUIT_END = new RegExp(
  `${said("(?<what>trái|quả|củ|mỗi con|ống|nhánh|hạt|bắp|múi|chùm|tép|nụ)(?: to| nhỏ| nặng| khoảng| tầm| cỡ| chừng| đều| từ| trung bình| loại| size| lớn)*").source}\\s*$`,
  "u",
);
const LENGTH_END = new RegExp(`${said("(?:(?<!độ )cao|dài|rộng|đường kính|ngang|dày|sâu|phi)(?: khoảng| tầm| cỡ)*").source}\\s*$`, "u");
const KEPT = said(
  "hạn dùng|hạn sử dụng|~hạn|hạn\\s*$|hsd|bảo quản|~để|để (?:được|dc|đc|trong|ngoài|nơi|chỗ|tủ|ngăn)|~giữ|giữ (?:được|dc|trong)|~cất|cất (?:được|trong)|xài|sài|~dùng|dùng (?:được|dc|trong|tốt)|~trữ|~treo|(?:ngăn|tủ|kho) (?:mát|lạnh|đông|đá)|cấp đông|đông lạnh|nhiệt độ|túi kín|~kín|~thoáng|thoáng mát|khô ráo|~khô|tươi (?:được|dc)",
);
const NOT_KEPT = said(
  "phơi|ủ|chượp|giao|ship|làm|trồng|nuôi|nghề|nhận|gửi|đặt|sấy|ngâm|kể từ lúc|tuổi|hái|trước|cấp(?! đông)|lên men|cách ly",
);
const PIECE_KG_MAX = 20;
const LASTS = said("không hỏng|ko hỏng|k hỏng|vẫn (?:ok|ngon|tươi)|không hư|ko hư|shelf life");

/** Sizes, sweetness and how long it keeps. */
export function readMeasures(read: SourceText): Draft[] {
  return read.amounts.flatMap((mention) => sweetness(mention) ?? sizeOf(read, mention) ?? shelfLife(read, mention) ?? []);
}

function sweetness(mention: AmountMention): Draft[] | undefined {
  return mention.dimension === "brix" ? [draft("sweetness", mention, mention.start, amountOf(mention))] : undefined;
}

/** `trái 4-5 lạng`, `sáu đến bảy lạng một trái`, `60-70 quả/kg`, `cao 35cm`. */
function sizeOf(read: SourceText, mention: AmountMention): Draft[] | undefined {
  if (mention.unit === "fruit" && (mention.per === "kg" || mention.per === "g"))
    return [draft("size", mention, mention.start, amountOf(mention))];
  const before = wordsIn(read, Math.max(clauseAt(read, mention.start).start, mention.start - 28), mention.start);
  if (mention.dimension === "length")
    return LENGTH_END.test(before) ? [draft("size", mention, mention.start, amountOf(mention))] : undefined;
  if (mention.dimension !== "mass" || heavy(mention)) return undefined;
  if (mention.per === "fruit") return [draft("size", mention, mention.start, amountOf(mention))];
  const fruit = FRUIT_END.exec(before);
  if (fruit === null) return undefined;
  const per = /^(?:trái|trai|quả|qua)$/u.test(fruit.groups?.what ?? "") ? "fruit" : mention.per;
  return [draft("size", mention, mention.start - fruit[0].length, amountOf(mention, per))];
}

/** Nothing sold by the piece weighs more: it is a stock. */
function heavy({ unit, max }: AmountMention): boolean {
  return unit === "t" || (unit === "kg" && max > PIECE_KG_MAX);
}

function shelfLife(read: SourceText, mention: AmountMention): Draft[] | undefined {
  if (!["day", "month", "time"].includes(mention.dimension) || mention.unit === undefined) return undefined;
  const sentence = sentenceAt(read, mention.start);
  const clause = clauseAt(read, mention.start);
  const before = wordsIn(read, Math.max(sentence.start, mention.start - 36), mention.start);
  const near = wordsIn(read, Math.max(clause.start, mention.start - 24), mention.start);
  const after = wordsIn(read, mention.end, mention.end + 24);
  const keeps = matches(KEPT, before) && !matches(NOT_KEPT, near);
  if (!keeps && !(matches(LASTS, after) && !matches(NOT_KEPT, near))) return undefined;
  return [draft("shelf-life", mention, mention.start, amountOf(mention))];
}

function matches(pattern: RegExp, text: string): boolean {
  return text.search(pattern) !== -1;
}

function draft(kind: Draft["kind"], mention: AmountMention, start: number, rest: Partial<Draft>): Draft {
  return { kind, start, end: mention.end, ...rest };
}
