import { findTerm } from "#lexicon/lexicon.ts";
import type { AmountMention } from "./amounts.ts";
import { clauseAt } from "./clauses.ts";
import { foldText } from "./fold.ts";
import { tokenAt } from "./nearest-cue.ts";
import { eitherBare, type Span } from "./said.ts";
import { isMoney, type SourceText } from "./source-text.ts";
import { indexFrom, nextFrom } from "./spans.ts";

/** What bringing the goods somewhere costs, from the words that name the place on. */
export type Freight = Span & { mention: AmountMention };

type Goods = Pick<SourceText, "text" | "tokens" | "cues" | "amounts" | "clauses" | "terms" | "products">;

/** `ship nội thành 22k, ngoại thành 38k, tỉnh 45k`: the first behind a verb of sending and a place, the others behind their places. */
export function freightIn(read: Goods): Freight[] {
  const told: Freight[] = [];
  for (const [at, mention] of read.amounts.entries()) {
    if (!isMoney(mention.unit)) continue;
    const last = told.at(-1);
    const start = last !== undefined && isNextPlace(read, last.mention, mention) ? last.mention.end : firstPlace(read, at);
    if (start !== undefined) told.push({ start, end: mention.end, mention });
  }
  return told;
}

/** Where the words of sending before an amount begin. */
function firstPlace(read: Goods, at: number): number | undefined {
  const mention = read.amounts[at];
  if (mention === undefined) return undefined;
  const clause = clauseAt(read, mention.start);
  const priced = read.amounts.slice(0, at).findLast(({ unit }) => isMoney(unit));
  const from = Math.max(clause.start, priced?.end ?? 0);
  const goods = read.products.slice(indexFrom(read.products, from), indexFrom(read.products, mention.start)).at(-1);
  const start = Math.max(from, goods?.end ?? 0, mention.start - HEAD_CHARS);
  const words = placesMarked(read, { start, end: mention.start });
  if (words === undefined) return undefined;
  const verb = read.tokens
    .slice(tokenAt(read, start), tokenAt(read, mention.start))
    .findLast(({ plain, text }) => VERBS.has(plain) || MARKED_VERBS.has(text))?.start;
  if (verb === undefined || FEE_TO.test(words)) return verb;
  // `mít giao Thủ Đức 12k/kg`
  const ofGoods = goods !== undefined && mention.per !== undefined;
  return SENT_TO.test(words) && !ofGoods && isFarBelow(read, at) && !isOfPack(read, { start: from, end: verb }) ? verb : undefined;
}
const HEAD_CHARS = 90;
const VERBS = new Set(["phi", "cuoc", "tien", "ship", "gui", "giao", "chuyen"]);
/** Bare of their marks a pack (`gói`) and a `cho`. */
const MARKED_VERBS = new Set(["gởi", "chở"]);

/** `thùng 10kg giao Vinh 250k`: what the box costs there. */
function isOfPack({ amounts, cues }: Goods, { start, end }: Span): boolean {
  const held = nextFrom(cues.get("holder") ?? [], start);
  return (
    (held?.end ?? Infinity) <= end ||
    amounts.slice(indexFrom(amounts, start), indexFrom(amounts, end)).some(({ dimension }) => FILLS.has(dimension))
  );
}
const FILLS = new Set(["mass", "volume", "count"]);

/** `cam sành giao tận vườn 95k/kg` is the price there: what is per so much is a freight only far below what the goods cost. */
function isFarBelow({ amounts }: Pick<SourceText, "amounts">, at: number): boolean {
  const fee = amounts[at];
  if (fee?.per === undefined || fee.per === "order") return true;
  const isAlike = ({ unit, per }: AmountMention) => unit === fee.unit && per === fee.per;
  const isFarAbove = ({ min }: AmountMention) => min >= fee.max * FAR_BELOW;
  const before = amounts.slice(0, at).findLast(isAlike);
  return before === undefined ? amounts.slice(at + 1).some((other) => isAlike(other) && isFarAbove(other)) : isFarAbove(before);
}
const FAR_BELOW = 2;

/** Between two amounts of one list stands the next place, and no goods. */
function isNextPlace(read: Goods, last: AmountMention, mention: AmountMention): boolean {
  if (mention.start - last.end > LIST_CHARS || (mention.per !== undefined && mention.per !== last.per)) return false;
  const words = placesMarked(read, { start: last.end, end: mention.start });
  return words !== undefined && NEXT_PLACE.test(words);
}
const LIST_CHARS = 50;

/** The folded words of a span with `@` for each place; none where goods are named. */
function placesMarked(read: Goods, { start, end }: Span): string | undefined {
  let words = "";
  let at = start;
  for (const term of read.terms.slice(indexFrom(read.terms, start), indexFrom(read.terms, end))) {
    const kind = findTerm(term.id)?.kind;
    if (kind === "product" || kind === "variety") return undefined;
    if (kind !== "place" || term.start < at || term.end > end) continue;
    words += `${unlistedMarked(read.text.slice(at, term.start))}@`;
    at = term.end;
  }
  return foldText(words + unlistedMarked(read.text.slice(at, end)));
}

/** A name of capitals behind a small word: `giao Bàu Cạn`. */
function unlistedMarked(words: string): string {
  return words
    .normalize("NFC")
    .replace(/(?<!\p{L})(?:gởi|chở)(?!\p{L})/giu, "gửi")
    .replace(
      /(?<=^\s*[,;]?\s*|\p{Ll} )(?!(?:Ship|Gửi|Gởi|Giao|Phí|Cước|Tiền|Vận|Chở|Tỉnh|Nội|Ngoại|Trong|Ngoài|Miền|Quận|Huyện) )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}(?= )/gu,
      "@",
    );
}

const TO = "(?:(?:hàng|xe|khách|tàu|về|ra|vào|vô|lên|xuống|qua|tới|đến|đi|cho|các|ở|tại|trong|khu vực|tp|thì|là|từ|bà con) )*";
const ZONE =
  "(?:@|(?:nội|ngoại|liên) (?:thành|ô|tỉnh|huyện|thị)(?: \\p{L}{2,}){0,2}|(?:trong|ngoài|khác|cùng) (?:huyện|tỉnh|xã|phường|thành phố|thị xã|thị trấn|phố|nước|quận|vùng|đảo)|(?:tỉnh|huyện|xã|quận|miền|nơi|chỗ|vùng) (?:@|khác|xa|gần|lân cận|ngoài|trong|bắc|trung|nam|tây|đông|\\d+)|tỉnh|ngoại|thành phố|toàn quốc|cả nước|đi xa|ở xa|xa|gần|tận (?:nơi|nhà|cửa|kho)|trung tâm|đồng bằng|đất liền|ngoài bắc|trong nam|(?:trong vòng |dưới |trên )?\\d+ ?km)";
const REST =
  "(?: (?:@|nội thành|ngoại thành|hơn|khác|thì|là|tính|lấy|phí|mất|hết|chỉ|thêm|đồng giá|khoảng|tầm|cũng|em|mình|bên|nhà|ship|cước|tiền|giá))*";
const anchored = (source: string) => new RegExp(eitherBare(source), "u");
/** `cước xe đi Vinh`, `phí ship: quận 3`, `gửi xe ra Huế` */
const FEE_TO = anchored(
  `(?<!\\p{L})(?:(?:phí|cước|tiền)(?: (?:ship|xe|vận chuyển|gửi|giao|chành|giao hàng|gửi hàng|tàu))?|gửi(?: (?:xe|chành|tàu|bưu điện|nhà xe|xe khách|xe đò))) ?:? ?${TO}${ZONE}${REST} ?:? ?$`,
);
const SENT_TO = anchored(`(?<!\\p{L})(?:ship|gửi|giao|vận chuyển)(?: hàng)? ?:? ?${TO}${ZONE}${REST} ?:? ?$`);
/** `, tỉnh khác`, ` còn ra Hà Nội` */
const NEXT_PLACE = anchored(
  `^(?:/\\w+|(?: (?:một|mỗi|1) \\p{L}+)?)? ?(?:[,;/-] ?|(?:còn|và) )*(?:ship |gửi |giao |cước |phí )?${TO}${ZONE}${REST} ?:? ?$`,
);
