import type { AmountMention } from "./amounts.ts";
import { isBareLeft } from "./bare-left.ts";
import { isOfSet } from "./of-set.ts";
import { clauseAt, sentenceAt } from "./clauses.ts";
import { foldText } from "./fold.ts";
import { japaneseLeast } from "./japanese-passages.ts";
import { isBrought, isOfAnyKind, isRewarded, isRounded, loadOf } from "./least-conditions.ts";
import { cueAfter, cueBefore, endsClause, hitFrom, tokenAt } from "./nearest-cue.ts";
import type { Span } from "./said.ts";
import { amountOf, isMoney, type Draft, type SourceText } from "./source-text.ts";
import { indexFrom, lastBefore, nextFrom } from "./spans.ts";
import { isForFree } from "./read-delivery.ts";
import { isLight } from "./read-measures.ts";
import { isRate, isYield } from "./stock-rates.ts";

const BOUGHT = new Set(["mass", "volume", "count"]);
const HELD = new Set(["mass", "volume", "count"]);

/** What one must at least take; and `tiers`, from how much on another price holds. */
export function readLeast(
  read: SourceText,
  taken: ReadonlySet<AmountMention>,
): { least: Draft[]; tiers: Span[]; mentions: AmountMention[] } {
  const least: Draft[] = [];
  const tiers: Span[] = [];
  const mentions: AmountMention[] = [];
  for (const mention of read.amounts) {
    const money = isMoney(mention.unit);
    const quintals = mention.dimension === "regional" && !LAND.test(mention.quote.normalize("NFC"));
    if (!(BOUGHT.has(mention.dimension) || mention.dimension === "none" || quintals || money) || taken.has(mention)) continue;
    // `tối thiểu 10 bó/đơn`
    if (mention.per !== undefined && mention.per !== "order") continue;
    const start = money ? leastMoneyAt(read, mention) : leastAt(read, mention);
    if (start === undefined) continue;
    const load = loadOf(read, mention);
    mentions.push(mention, ...(load === undefined ? [] : [load]));
    const end = load?.end ?? thingsEnd(read, mention);
    if (start.tier) tiers.push({ start: start.at, end: mention.end });
    else least.push({ kind: "minimum-order", start: start.at, end, ...amountOf({ ...(load ?? mention), per: undefined }) });
  }
  return { least, tiers, mentions };
}

/** Where the words of a least order begin, and whether they only set a price; `undefined` where they do not speak of one. */
function leastAt(read: SourceText, mention: AmountMention): { at: number; tier: boolean } | undefined {
  const japanese = japaneseLeast(read, mention);
  if (japanese !== undefined) return { at: japanese, tier: false };
  const least = cueBefore(read, mention, ["least", "under", "left", "gone", "free-from"], { words: 3 });
  if (least?.cue === "least") return { at: least.start, tier: false };
  if (isLeastAfter(read, mention)) return { at: mention.start, tier: false };
  const before = cueBefore(read, mention, ["least", "least-buy", "buying", "from", "free-from", "under", "below", "left", "gone"], {
    words: 1,
  });
  const at = before?.start ?? mention.start;
  const upwards = cueAfter(read, mention, ["upwards"], { words: 0 });
  const end = { start: mention.start, end: upwards?.end ?? mention.end };
  if (mention.dimension === "none" && before?.cue !== "least" && before?.cue !== "under") return undefined;
  if (before?.cue === "least" || before?.cue === "under") return { at, tier: false };
  if (before?.cue === "below") return cueAfter(read, mention, ["refused"], { words: 1 }) === undefined ? undefined : { at, tier: false };
  if (before?.cue !== "left" && isOnlyThen(read, mention)) return { at, tier: false };
  if (before !== undefined && isFreightFree(read, before)) return undefined;
  if (before !== undefined && UPWARD.has(before.cue) && isBrought(read, end)) return { at, tier: false };
  const buys = before?.cue === "least-buy" || ((before?.cue === "buying" || before?.cue === "from") && upwards !== undefined);
  // `đặt từ 10kg`, and no more is said.
  if (buys && isOfAnyKind(read, end)) return { at, tier: followedByPrice(read, end) || isRewarded(read, end) };
  if (buys) return { at, tier: setsPrice(read, end) || !(endsClause(read, end) || isRounded(read, end)) };
  if (before?.cue === "from" && isWholesale(read, before)) return { at, tier: false };
  const starts = before?.cue === "from" || before?.cue === "buying";
  return starts && setsPrice(read, end) && followedByPrice(read, end) ? { at, tier: true } : undefined;
}

const UPWARD = new Set(["from", "least-buy", "buying"]);

/** `30 kg minimum`, `12 lamps minimum` */
function isLeastAfter({ text }: SourceText, { end, dimension }: AmountMention): boolean {
  return (dimension === "none" ? THINGS_AT_LEAST : AT_LEAST).test(text.slice(end, end + AT_LEAST_CHARS));
}
const AT_LEAST = /^\s*(?:minimum|min\.?(?=\s*(?:[,;.\n]|$)))(?!\p{L})/iu;
const THINGS_AT_LEAST = /^\s*[a-z]+\s+minimum(?!\p{L})/iu;
const AT_LEAST_CHARS = 40;

/** `tối thiểu 100k/đơn`, `đơn từ 200k mới ship`, `dưới 150k không giao`: what an order must come to; other money is a price or a fee. */
function leastMoneyAt(read: SourceText, mention: AmountMention): { at: number; tier: false } | undefined {
  const before = cueBefore(read, mention, ["least", "least-buy", "buying", "from", "under", "below", "fee", "priced"], { words: 1 });
  const at = before?.start ?? mention.start;
  const said = foldText(read.text.slice(at, mention.start));
  // `miễn ship đơn từ nửa triệu`: less is sent too, for its freight.
  if (said.startsWith("hoa don") || FREED.test(read.text.slice(Math.max(0, at - 8), at))) return undefined;
  const told =
    before?.cue === "under" ||
    (before?.cue === "below" && cueAfter(read, mention, ["refused"], { words: 1 }) !== undefined) ||
    (before?.cue === "least" && (mention.per === "order" || ORDERED.test(said) || opensClause(read, at))) ||
    isOnlyThen(read, mention);
  return told ? { at, tier: false } : undefined;
}
const FREED = /(?<!\p{L})(?:miễn|mien|free|bao)\s$/iu;
const ORDERED = /(?<!\p{L})(?:don|mua|lay|dat|order|moq|gom)(?!\p{L})/u;

/** `…, tối thiểu 100k`; `cọc tối thiểu 100k` is another sum. */
function opensClause(read: SourceText, at: number): boolean {
  return !/[\p{L}\d]/u.test(read.text.slice(clauseAt(read, at).start, at));
}

/** `… mới giao` */
function isOnlyThen(read: SourceText, mention: AmountMention): boolean {
  const then = cueAfter(read, mention, ["only-then"], { words: 0 });
  return then !== undefined && !isForFree(read, then);
}

/** `freeship nội thành đơn từ 4kg`: less is sent too. */
function isFreightFree(read: SourceText, { start }: Span): boolean {
  const said = foldText(read.text.slice(Math.max(clauseAt(read, start).start, start - RATE_CHARS), start));
  return /(?<!\p{L})(?:free ?ship(?:ping)?|fs|(?:mien|free) (?:phi )?(?:ship|giao|van chuyen)|ship (?:free|mien phi|0\s?d))(?!\p{L})/u.test(
    said,
  );
}

/** `sỉ 520k/kg từ 20kg`: so much buys the price that was just said. */
function isWholesale(read: SourceText, from: Span): boolean {
  const price = lastBefore(read.amounts, from.start);
  if (price === undefined || !isMoney(price.unit) || read.text.slice(price.end, from.start).trim() !== "") return false;
  return /(?<!\p{L})(?:sỉ|si|buôn|buon)(?!\p{L})/iu.test(read.text.slice(clauseAt(read, price.start).start, price.start).normalize("NFC"));
}

/** `… tính 30k`, `… freeship`: from there on it is cheaper, less is sold too. */
function setsPrice(read: SourceText, span: Span): boolean {
  return followedByPrice(read, span) || cueAfter(read, span, ["tier"], { words: 2 }) !== undefined;
}

function followedByPrice(read: SourceText, { start, end }: Span): boolean {
  const clause = clauseAt(read, start);
  const from = indexFrom(read.amounts, end);
  return read.amounts.slice(from, from + 3).some((amount) => isMoney(amount.unit) && amount.start < clause.end);
}

/** What there is to sell now. */
export function readStock(read: SourceText, taken: ReadonlySet<AmountMention>): Draft[] {
  let last: AmountMention | undefined;
  return read.amounts.flatMap((mention): Draft[] => {
    if (!isHeld(read, mention) || mention.unit === "household" || mention.per !== undefined || taken.has(mention)) return [];
    const daily = isYield(read, mention);
    if ((isRate(read, mention) && !daily) || isOfSet(read, mention)) return [];
    const before = cueBefore(read, asFirstSaid(read, mention), ["left", "gone", "least", "buying"], { words: 2 });
    const things = mention.dimension === "none";
    const left =
      before?.cue === "left" && !isAnimal(read, before.from, before.next) && (!things || before.next === tokenAt(read, mention.start));
    const bare = before === undefined && isBareLeft(read, mention);
    const after = !things && before === undefined && cueAfter(read, mention, ["left-after"], { words: 1 }) !== undefined;
    const next = last !== undefined && isNextLeft(read, last, mention);
    if (!daily && !left && !bare && !after && !next && !isHad(read, mention) && !isAllThereIs(read, mention)) return [];
    last = mention;
    return [{ kind: "stock", start: aboutBefore(read, mention), end: thingsEnd(read, mention), ...amountOf(mention) }];
  });
}

/** `còn 30 hộp với 8 túi`, `còn 30 hũ nhỏ, 8 hũ lớn`: what is left of the next kind. */
function isNextLeft(read: SourceText, last: AmountMention, mention: AmountMention): boolean {
  const between = foldText(read.text.slice(last.end, mention.start));
  const listed =
    (last.unit === mention.unit && /^(?: \p{L}+){0,2}, $/u.test(between)) || /^(?: \p{L}+){0,2},? (?:voi|va|vs|cung) $/u.test(between);
  if (!listed || mention.dimension === "none") return false;
  const own = cueAfter(read, mention, ["tier", "only-then", "upwards"], { words: 1 });
  const next = nextFrom(read.amounts, mention.end);
  return own === undefined && !(isMoney(next?.unit) && (next?.start ?? Infinity) < sentenceAt(read, mention.start).end);
}

/** `còn bảy tấn à không sáu tấn`: what leads to the one taken back leads to the one said instead. */
function asFirstSaid({ closed, cues, text }: SourceText, mention: AmountMention): Span {
  const slip = lastBefore(closed, mention.start);
  const right =
    slip !== undefined &&
    lastBefore(cues.get("slip") ?? [], slip.end)?.end === slip.end &&
    /^[\s,.:]*(?:(?:là|la|còn|chỉ|chi)\s+)?$/iu.test(text.slice(slip.end, mention.start));
  return right ? { start: slip.start, end: mention.end } : mention;
}

/** `40 bao thôi, ra giêng mới có lại` */
function isAllThereIs(read: SourceText, mention: AmountMention): boolean {
  if (!HELD.has(mention.dimension) || cueAfter(read, mention, ["only-this"], { words: 0 }) === undefined) return false;
  const before = cueBefore(read, mention, ["who", "has", "left", "gone", "least", "buying", "from", "piece", "weight"], { words: 2 });
  if (before !== undefined && before.cue !== "who" && before.cue !== "has") return false;
  return (nextFrom(read.cues.get("again") ?? [], mention.end)?.end ?? Infinity) <= sentenceAt(read, mention.start).end;
}

/** Weighed, counted, or a number of things that have no unit: `còn 14 khăn`. Land is none. */
function isHeld(read: SourceText, mention: AmountMention): boolean {
  // `con 3-4 lạng`: so heavy is one of them, so little is left to nobody.
  if (mention.unit === "g" || isLight(mention)) return false;
  if (mention.dimension === "regional") return !LAND.test(mention.quote.normalize("NFC"));
  return HELD.has(mention.dimension) || isThings(read, mention);
}
const LAND = /(?:sào|sao|công|cong|mẫu|mau)(?:\s\p{L}+)?$/iu;

/** A bare number before a word: a thing of a kind without a unit. */
function isThings(read: SourceText, { dimension, end }: AmountMention): boolean {
  if (dimension !== "none") return false;
  const at = tokenAt(read, end);
  return read.tokens[at]?.kind === "word" && hitFrom(read, "not-stock-noun", at) === undefined;
}

/** The quote of a bare number takes in what is counted: `14 khăn`. */
function thingsEnd(read: SourceText, mention: AmountMention): number {
  return isThings(read, mention) ? (read.tokens[tokenAt(read, mention.end)]?.end ?? mention.end) : mention.end;
}

/** Without marks: `mỗi con`, `2 con` are animals, not what is left. */
function isAnimal(read: SourceText, from: number, next: number): boolean {
  const [before, token] = [read.tokens[from - 1], read.tokens[from]];
  if (next !== from + 1 || token?.text !== "con") return false;
  return before?.kind === "digits" || ["moi", "tung", "nhieu", "dan", "trai"].includes(before?.plain ?? "");
}

const RATE_CHARS = 60;

/** `em có 3 tấn nhãn`, `nhà mình khoảng 6 tấn`: weighed in bulk; or the note begins `bán 40 bao`. */
function isHad(read: SourceText, mention: AmountMention): boolean {
  const bulk = mention.unit === "t" || (mention.unit === "kg" && mention.max >= BULK_KG_MIN) || mention.dimension === "regional";
  const at = tokenAt(read, mention.start);
  const verb = read.tokens[at - 1]?.plain;
  const sentence = sentenceAt(read, mention.start).start;
  const sells =
    verb === "ban" && mention.start - sentence < RATE_CHARS && /^\P{L}*$/u.test(read.text.slice(sentence, read.tokens[at - 1]?.start));
  if (sells && (bulk || mention.dimension === "count")) return true;
  const before = cueBefore(read, mention, ["who", "has", "gone", "from", "buying"], { words: 0 });
  if (before === undefined || (before.cue !== "who" && before.cue !== "has")) return false;
  const who = before.cue === "who" || cueBefore(read, before, ["who"], { words: 0 }) !== undefined;
  return bulk || (who && (isOfGoods(read, mention) || isManyPots(mention)));
}
const BULK_KG_MIN = 50;

/** `nhà tui có 150 chậu`, `nhà có ba trăm giỏ thôi`: so many are for sale. */
function isManyPots({ dimension, min, quote }: AmountMention): boolean {
  return dimension === "count" && min >= MANY && /(?:chậu|chau|giỏ|gio|lẵng|lang)$/iu.test(quote.normalize("NFC"));
}
const MANY = 30;

/** `em có 20 ký sầu riêng` */
function isOfGoods(read: SourceText, { end, dimension, unit }: AmountMention): boolean {
  const goods = nextFrom(read.products, end);
  if ((dimension !== "mass" && dimension !== "count") || unit === "tree" || goods === undefined) return false;
  return read.text.slice(end, goods.start).trim() === "";
}

/** The quote begins with `khoảng`, `gần`, `hơn`. */
function aboutBefore(read: SourceText, { start }: AmountMention): number {
  const words = /(?:khoảng|khoang|tầm|tam|chừng|chung|hơn|hon|gần|gan|trên|tren|dưới|duoi|ngót|ngot|xấp xỉ|cỡ)\s*$/iu.exec(
    read.text.slice(Math.max(0, start - 12), start),
  );
  return words === null ? start : start - words[0].length;
}
