import { findTerm } from "#lexicon/lexicon.ts";
import type { AmountMention } from "./amounts.ts";
import { clauseAt, sentenceAt } from "./clauses.ts";
import { foldText } from "./fold.ts";
import { tokenAt } from "./nearest-cue.ts";
import { eitherBare, type Span } from "./said.ts";
import { oncePerText } from "./once-per-text.ts";
import { isMoney, type SourceText } from "./source-text.ts";
import { indexFrom, nextFrom } from "./spans.ts";

/** What bringing the goods somewhere costs, from the words that name the place on. */
export type Freight = Span & { mention: AmountMention };

type Goods = Pick<SourceText, "text" | "tokens" | "cues" | "amounts" | "clauses" | "sentences" | "terms" | "products">;

/** `ship nội thành 22k, ngoại thành 38k, tỉnh 45k`: the first behind a verb of sending and a place, the others behind their places. */
export const freightIn: (read: Goods) => readonly Freight[] = oncePerText(readFreight);

function readFreight(read: Goods): Freight[] {
  const told: Freight[] = [];
  for (const [at, mention] of read.amounts.entries()) {
    if (!isMoney(mention.unit)) continue;
    const behind = FEE_BEHIND.exec(foldText(read.text.slice(mention.end, mention.end + FEE_CHARS)))?.[0].length;
    if (behind !== undefined) {
      if (!HELD_IN.test(foldText(read.text.slice(Math.max(0, mention.start - FEE_CHARS), mention.start))))
        told.push({ start: mention.start, end: mention.end + behind, mention });
      continue;
    }
    const last = told.at(-1);
    if (last !== undefined && isBeforeNextPlace(read, last.mention, mention)) {
      told.push({ start: mention.start, end: mention.end, mention });
      continue;
    }
    const start = last !== undefined && isNextPlace(read, last.mention, mention) ? last.mention.end : firstPlace(read, at);
    if (start !== undefined) told.push({ start, end: mention.end, mention });
  }
  return told;
}

const FEE_CHARS = 24;
/** `20k tiền ship`, and not `đã gồm 20k tiền ship`. */
const FEE_BEHIND = /^ ?(?:tien|phi|cuoc) (?:ship|xe|van chuyen|gui|giao)(?: hang)?(?!\p{L})/u;
const HELD_IN = /(?<!\p{L})(?:gom|trong do|tru|giam|ho tro)(?: \p{L}+){0,2} $/u;

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
  if (verb === undefined) return isZoneAlone(read, clause, at) ? clause.start : undefined;
  if (FEE_TO.test(words) || NAMED_FEE.test(words)) return verb;
  if (LONE_FEE.test(words)) return mention.per === "order" || isOfSending(read, verb) ? verb : undefined;
  if (VEHICLE_TO.test(words)) return isFarBelow(read, at) && !isOfPack(read, { start: from, end: verb }) ? verb : undefined;
  if (FAST.test(words) || BY_CARRIER.test(words)) return isOfPack(read, { start: from, end: verb }) ? undefined : verb;
  // `mít giao Thủ Đức 12k/kg`
  const ofGoods = goods !== undefined && mention.per !== undefined;
  return SENT_TO.test(words) && !ofGoods && isFarBelow(read, at) && !isOfPack(read, { start: from, end: verb }) ? verb : undefined;
}
const HEAD_CHARS = 90;
const VERBS = new Set([
  "phi",
  "cuoc",
  "tien",
  "ship",
  "gui",
  "giao",
  "chuyen",
  "hoa",
  "cod",
  "xe",
  "di",
  "bay",
  "may",
  "chanh",
  "tau",
  "ghtk",
  "ghn",
  "ems",
  "viettel",
  "vnpost",
  "grab",
  "ahamove",
  "lalamove",
]);
/** Bare of their marks a pack (`gói`) and a `cho`. */
const MARKED_VERBS = new Set(["gởi", "chở"]);

/** `freeship nội tỉnh, ngoại tỉnh 30k`: nothing but where it goes, in a sentence of sending. */
function isZoneAlone(read: Goods, clause: Span, at: number): boolean {
  const mention = read.amounts[at];
  if (
    mention === undefined ||
    mention.start - clause.start > HEAD_CHARS ||
    !LONE_ZONE.test(foldText(read.text.slice(clause.start, mention.start)))
  )
    return false;
  return isOfSending(read, clause.start) && isFarBelow(read, at);
}

/** `ship 20k nội thành, 35k ngoại thành`: each fee before its place. */
function isBeforeNextPlace({ text }: Goods, last: AmountMention, { start, end }: Span): boolean {
  const between = foldText(text.slice(last.end, start));
  return (
    start - last.end <= LIST_CHARS && /^[^.;\d\n]*,\s*(?:con )?$/u.test(between) && ZONE_BEHIND.test(foldText(text.slice(end, end + 24)))
  );
}

/** `đi máy bay 1 ngày, phí 30k/kg`: a fee of what was just spoken of. */
function isOfSending(read: Goods, at: number): boolean {
  const { start } = sentenceAt(read, at);
  return SENDING.some((cue) => (nextFrom(read.cues.get(cue) ?? [], start)?.start ?? Infinity) <= at);
}
const SENDING = ["sent", "sent-weak", "sending"] as const;

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
  if (before !== undefined) return isFarAbove(before);
  // A sack of what one kilo costs more than.
  const isKilo = ({ unit, per, min }: AmountMention) => unit === fee.unit && per === "kg" && min >= fee.max;
  if (HOLDERS.has(fee.per) && amounts.some(isKilo)) return true;
  return amounts.slice(at + 1).some((other) => isAlike(other) && isFarAbove(other));
}
const FAR_BELOW = 2;
const HOLDERS: ReadonlySet<string> = new Set(["box", "bag"]);

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
      /(?<=^\s*[,;]?\s*|\p{Ll} )(?!(?:Ship|Ghtk|Ghn|Ems|Viettel|Vnpost|Grab|Ahamove|Lalamove|Hỏa|Hoả|Đi|Bay|Xe|Chành|Đồng|Gửi|Gởi|Giao|Phí|Cước|Tiền|Vận|Chở|Tỉnh|Nội|Ngoại|Trong|Ngoài|Miền|Quận|Huyện) )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}(?= )/gu,
      "@",
    );
}

const TO = "(?:(?:hàng|xe|khách|tàu|về|ra|vào|vô|lên|xuống|qua|tới|đến|đi|cho|các|ở|tại|trong|khu vực|tp|thì|là|từ|bà con) )*";
const ZONE =
  "(?:@|(?:nội|ngoại|liên) (?:thành|ô|tỉnh|huyện|thị)(?: \\p{L}{2,}){0,2}|(?:trong|ngoài|khác|cùng) (?:huyện|tỉnh|xã|phường|thành phố|thị xã|thị trấn|phố|nước|quận|vùng|đảo)|(?:tỉnh|huyện|xã|quận|miền|nơi|chỗ|vùng) (?:@|khác|xa|gần|lân cận|ngoài|trong|bắc|trung|nam|tây|đông|\\d+)|tỉnh|ngoại|thành phố|toàn quốc|cả nước|đi xa|ở xa|xa|gần|tận (?:nơi|nhà|cửa|kho)|trung tâm|đồng bằng|đất liền|ngoài bắc|trong nam|(?:trong vòng |dưới |trên )?\\d+ ?km)";
const REST =
  "(?: (?:@|nội thành|ngoại thành|hơn|khác|thì|là|tính|lấy|phí|mất|hết|chỉ|thêm|đồng giá|khoảng|tầm|cũng|em|mình|bên|nhà|ship|cước|tiền|giá))*";
const FAST_WORDS = "(?:giao |ship |gửi )?(?:hỏa tốc|siêu tốc)|(?:giao|ship|gửi|chuyển phát) (?:nhanh|liền)";
const anchored = (source: string) => new RegExp(eitherBare(source), "u");
/** `cước xe đi Vinh`, `phí ship: quận 3`, `gửi xe ra Huế` */
const FEE_TO = anchored(
  `(?<!\\p{L})(?:(?:phí|cước|tiền)(?: (?:ship|xe|vận chuyển|gửi|giao|chành|giao hàng|gửi hàng|tàu))?|gửi(?: (?:xe|chành|tàu|bưu điện|nhà xe|xe khách|xe đò))) ?:? ?${TO}${ZONE}${REST} ?:? ?$`,
);
const TOLD = "(?: (?:là|tính|lấy|phí|mất|hết|chỉ|thêm|cộng|khoảng|tầm|đồng giá|toàn quốc|em|mình|bên|nhà))*";
/** `phí ship: 20k`, `tiền xe 5k/kg`, `ship lạnh 40k` */
const NAMED_FEE = anchored(
  `(?<!\\p{L})(?:(?:phí|cước|tiền) (?:ship|xe|vận chuyển|gửi|giao|chành|tàu|máy bay)(?: (?:hàng|cod|lạnh|khách|tải|đồng giá|${FAST_WORDS}))*|cước|ship(?: (?:hàng|cod|code|lạnh|thường|đồng giá|thêm|${FAST_WORDS}))*)${TOLD} ?:? ?$`,
);
const LONE_FEE = anchored(`(?<!\\p{L}|(?:chi|học|lệ|miễn) )phí${TOLD} ?:? ?$`);
/** `hỏa tốc Huế 45k`, `giao nhanh 30k` */
const FAST = anchored(`(?<!\\p{L})(?:${FAST_WORDS})(?: ${TO}${ZONE})?${REST} ?:? ?$`);
const VEHICLE = "xe (?:tải|khách|đò|lạnh|máy|ôm|hàng|bus)|xe|chành(?: xe)?|nhà xe|máy bay|tàu(?: hỏa)?|bưu điện|ghe";
const NAMED_VEHICLE = VEHICLE.replace("|xe|", "|");
const CARRIER = "viettel(?: post)?|vnpost|ems|ghn|ghtk|j ?& ?t|grab|ahamove|lalamove|giao hàng nhanh|giao hàng tiết kiệm";
/** `giao xe tải đi Vinh tính 2 ngàn/kg`, `gửi chành 30k/bao`, `ghtk 25k` */
const BY_CARRIER = anchored(
  `(?<!\\p{L})(?:(?:gửi|đi)(?: (?:hàng|bằng|qua|theo))* (?:${VEHICLE})(?: ${TO}${ZONE})?${REST}|(?:giao|ship|chở|vận chuyển)(?: (?:hàng|bằng|qua|theo))* (?:${VEHICLE})(?: ${TO}${ZONE})?${REST} (?:tính|phí|cước|lấy|mất|hết|thêm)${REST}|${ZONE}(?: (?:đi|gửi|bằng|qua|theo))* (?:${NAMED_VEHICLE})${REST}|(?:${CARRIER})(?: ${TO}${ZONE})?${REST}) ?:? ?$`,
);
/** `xe tải đi Vinh 2k/kg` */
const VEHICLE_TO = anchored(`(?<!\\p{L})(?:${NAMED_VEHICLE}) (?:đi|ra|về|vào|vô|lên|xuống) ${TO}${ZONE}${REST} ?:? ?$`);
const APART =
  "(?:(?:nội|ngoại|liên) (?:thành|ô|tỉnh|huyện)|(?:các )?tỉnh(?: khác| xa)?|(?:trong|ngoài|khác) (?:tỉnh|huyện|xã|quận)|xa hơn|toàn quốc)";
const LONE_ZONE = anchored(`^\\s*(?:(?:còn|đi|ra) )*${APART}${REST} ?:? ?$`);
const ZONE_BEHIND = anchored(`^ (?:(?:cho|đi|các) )*${APART}(?!\\p{L})`);
const SENT_TO = anchored(`(?<!\\p{L})(?:ship|gửi|giao|vận chuyển)(?: hàng)? ?:? ?${TO}${ZONE}${REST} ?:? ?$`);
/** `, tỉnh khác`, ` còn ra Hà Nội` */
const NEXT_PLACE = anchored(
  `^(?:/\\w+|(?: (?:một|mỗi|1) \\p{L}+)?)? ?(?:[,;/-] ?|(?:còn|và) )*(?:(?:ship |gửi |giao |cước |phí )?${TO}${ZONE}|${FAST_WORDS}|(?:ship |giao )?thường)${REST} ?:? ?$`,
);
