import type { AmountMention } from "./amounts.ts";
import { clauseAt } from "./clauses.ts";
import { foldText } from "./fold.ts";
import { freeOrders } from "./free-delivery.ts";
import { freightIn } from "./freight.ts";
import { cueAfter, cueBefore, tokenAt, wordsBetween } from "./nearest-cue.ts";
import { japaneseBox } from "./japanese-passages.ts";
import type { Holder, Pack } from "./read-packs.ts";
import { speaksSouthern } from "./region.ts";
import type { Span } from "./said.ts";
import { amountOf, found, isMoney, type Draft, type SourceText } from "./source-text.ts";
import { indexFrom, lastBefore, meeting, nextFrom } from "./spans.ts";

/** What the goods cost, with the pack that it is for and the quantity from which it holds. */
export function readPrices(
  read: SourceText,
  packs: readonly Pack[],
  holders: readonly Holder[],
  tiers: readonly Span[],
  ordered: readonly AmountMention[],
): Draft[] {
  const packed = packs.map(({ draft, unit }) => ({ start: draft.start, end: draft.end, unit }));
  const sent = found(read, "sent");
  const freight = new Set(freightIn(read).map(({ mention }) => mention));
  const free = freeOrders(read);
  const isSouthern = speaksSouthern(read.light.text, read.terms);
  return read.amounts.flatMap((mention): Draft[] => {
    if (
      !isMoney(mention.unit) ||
      isHandful(mention) ||
      ordered.includes(mention) ||
      freight.has(mention) ||
      meeting(free, mention) !== undefined ||
      isFee(read, mention, holders, sent)
    )
      return [];
    const { start, end, per } = holderOf(read, mention, packed, holders);
    const tier = lastBefore(tiers, start);
    const tied = tier !== undefined && start - tier.end <= TIER_CHARS && onlyTo(read, tier.end, start);
    // `210 ngàn/giạ`: for so much nobody knows what it comes to elsewhere.
    const regional = (isSouthern ? PER_REGIONAL_SOUTH : PER_REGIONAL).exec(read.text.slice(mention.end, mention.end + 8).normalize("NFC"));
    // `620k/tạ`, `sáu trăm ngàn một tạ`, read whole.
    if (isSouthern && PER_QUINTAL.test(mention.quote)) return [{ kind: "price", start, end: mention.end }];
    if (regional !== null) return [{ kind: "price", start, end: mention.end + regional[0].length }];
    return [{ kind: "price", start: tied ? tier.start : start, end, ...amountOf(mention, per ?? perOfMany(read, mention)) }];
  });
}

/** `7k/kg, lấy 100kg 5k5`: a hundred kilos for less than one are a price per kilo, from so many on. */
function perOfMany({ amounts }: SourceText, price: AmountMention): AmountMention["per"] {
  const at = amounts.indexOf(price);
  const many = amounts[at - 1];
  if (many === undefined || many.dimension !== "mass" || many.unit === "g" || many.min < (many.unit === "t" ? 1 : 2)) return undefined;
  if (price.start - many.end > TIER_CHARS) return undefined;
  const single = amounts.slice(0, at).findLast((other) => other.per !== undefined && isMoney(other.unit));
  return single?.per === "kg" && single.unit === price.unit && price.max <= single.min ? "kg" : undefined;
}

/** `năm đồng`: nothing is sold for less than the smallest note; a place, a field or a saying was meant. */
function isHandful({ unit, max, quote }: AmountMention): boolean {
  // `hồi hai ngàn lẻ bảy` is a year.
  const year = max > FIRST_YEAR && max < LAST_YEAR && max % 100 !== 0 && !/\d/u.test(quote);
  return unit === "VND" && (max < SMALLEST_NOTE || year);
}
const FIRST_YEAR = 1950;
const LAST_YEAR = 2050;
const SMALLEST_NOTE = 200;

/** In the south a tạ may be sixty kilos. */
const PER_QUINTAL = /(?:\/\s*1?\s*|(?<!\p{L})(?:một|mot|mỗi|moi)\s+)(?:tạ|ta)$/iu;
const PER_REGIONAL_SOUTH = /^\s*(?:\/\s*(?:giạ|gia|tạ|ta)|(?:một|mỗi)\s+(?:giạ|tạ))(?!\p{L})/iu;
const PER_REGIONAL = /^\s*(?:\/\s*(?:giạ|gia)|(?:một|mỗi)\s+giạ)(?!\p{L})/iu;

type Packed = Span & { unit: Pack["unit"] };

/** Where the price's words begin, and per what it is. */
function holderOf(
  read: SourceText,
  price: AmountMention,
  packs: readonly Packed[],
  holders: readonly Holder[],
): { start: number; end: number; per?: AmountMention["per"] } {
  const { end } = price;
  if (price.per !== undefined) return { start: price.start, end, per: price.per };
  if (FOR_MANY.test(foldText(read.text.slice(end, end + 20)))) return { start: price.start, end };
  const sized = lastBefore(read.amounts, price.start);
  if (
    sized?.dimension === "count" &&
    sized.per === "kg" &&
    /^[\s)]*(?:giá|gia|là|la|:|=|-)*\s*$/iu.test(read.text.slice(sized.end, price.start))
  )
    return { start: sized.start, end, per: "kg" };
  const pack = outermost(packs, lastBefore(packs, price.start));
  if (pack !== undefined && isFrom(read, pack, price)) {
    const unit = pack.unit ?? holderAfter(read, price, holders)?.unit;
    return { start: pack.start, end, ...(unit === undefined ? {} : { per: unit }) };
  }
  if (PER_PIECE.test(read.text.slice(price.end, price.end + 12).normalize("NFC"))) return { start: price.start, end };
  if (price.each === true) return { start: price.start, end };
  const japanese = japaneseBox(read, price);
  if (japanese !== undefined) return { ...japanese, end };
  const holder = lastBefore(holders, price.start);
  if (
    holder?.unit !== undefined &&
    (holder.counted?.max ?? 1) === 1 &&
    price.start - holder.end <= NEAR_CHARS &&
    FROM_HOLDER.test(foldText(read.text.slice(holder.end, price.start)))
  )
    return { start: holder.start, end, per: holder.unit };
  const after = holderAfter(read, price, holders);
  return { start: price.start, end: Math.max(end, after?.end ?? 0), ...(after?.unit === undefined ? {} : { per: after.unit }) };
}

/** `hộp 20 gói 5g 60k`: what the packs in a pack weigh comes before the price of the whole. */
function outermost(packs: readonly Packed[], pack: Packed | undefined): Packed | undefined {
  const around = pack === undefined ? undefined : packs[indexFrom(packs, pack.start) - 1];
  if (pack === undefined || around === undefined || around.end <= pack.start) return pack;
  return { ...around, end: Math.max(around.end, pack.end) };
}

/** `90k hộp nhỏ`: the holder named right after the price. */
function holderAfter(read: SourceText, price: AmountMention, holders: readonly Holder[]): Holder | undefined {
  const after = nextFrom(holders, price.end);
  const near = after?.unit !== undefined && after.start - price.end <= NEAR_CHARS;
  return near && TO_HOLDER.test(foldText(read.text.slice(price.end, after.start))) && !hasOwnPrice(read, after) ? after : undefined;
}

/** Nothing of trade stands between the pack and its price: `bó 200g buộc dây chuối 18 nghìn`. */
function isFrom(read: SourceText, pack: Span, price: AmountMention): boolean {
  if (price.start - pack.end > NEAR_CHARS) return false;
  // `chai một lít tám lăm nghìn à không chín mươi nghìn`: what was taken back does not part them.
  const slip = meeting(read.closed, { start: pack.end, end: price.start });
  const [from, to] = slip === undefined ? [price.start, price.start] : [Math.max(slip.start, pack.end), Math.min(slip.end, price.start)];
  const between = (read.text.slice(pack.end, from) + read.text.slice(to, price.start)).replace(IN_BRACKETS, "$1");
  if (FROM_PACK.test(foldText(between))) return true;
  const same = clauseAt(read, pack.start).end >= price.end;
  return same && wordsBetween(read, tokenAt(read, pack.end), tokenAt(read, price.start), WORDS_BETWEEN) <= WORDS_BETWEEN;
}
const WORDS_BETWEEN = 3;
const NEAR_CHARS = 60;

/** `2tr1 cả 10 túi`: not what one costs. */
const FOR_MANY = /^\s*(?:ca|cho|nguyen)\s+(?:(?!1\D)\d+|muoi|hai|ba|bon|nam|chuc)\s/u;
/** `(5 gói nhỏ)` */
const IN_BRACKETS = /^(\s*)\([^()]{1,30}\)/u;
const FROM_PACK =
  /^[\s:=(),、，–-]*(?:(?:gia|lay|ban|chi|la|con|co|thi|de|moi|on|san|tinh|tra|nguyen|le|si|khoang|tam|loai \w+|dep|vip|xin|で|は|kem|da gel)[\s:=,]*){0,4}$/u;
const PER_PIECE = /^\s*(?:\/|một|mot|mỗi|moi)\s*(?:chiếc|chiec|cái|cai|con|bộ|đôi|cặp|tấm|cây|chậu|chau|mét|m|chục|củ)(?!\p{L})/iu;
const FROM_HOLDER = /^[\s:=–-]*(?:(?:gia|la|chi|con|ban|lay|nguyen|nay|loai \w+|tam|khoang|co)[\s:=]*){0,3}$/u;
const TO_HOLDER = /^\s*(?:(?:nguyen|ca|moi|mot|1|cho|\/)\s*){0,2}$/u;

/** `35k hộp 500g 120k`: that holder's price comes after it. */
function hasOwnPrice(read: SourceText, holder: Holder): boolean {
  const { end } = clauseAt(read, holder.start);
  const from = indexFrom(read.amounts, holder.end);
  return read.amounts.slice(from, from + 2).some((amount) => amount.start < end && isMoney(amount.unit));
}

/** A freight, a deposit, a discount, what an order must come to: money, and no price. */
function isFee(read: SourceText, mention: AmountMention, holders: readonly Holder[], sent: readonly Span[]): boolean {
  if (
    mention.per === "order" ||
    mention.rate?.of === CM_IN_KM ||
    /\+\s*$/u.test(read.text.slice(Math.max(0, mention.start - 2), mention.start))
  )
    return true;
  const before = cueBefore(read, mention, ["fee", "priced"], { words: 3 });
  // The `lãi` in Lái Thiêu or in `sửa lại` without its marks is no interest, a bare `lọ` no loss.
  const lone = before !== undefined && before.next === before.from + 1;
  const named =
    before !== undefined &&
    (meeting(read.terms, before) ?? meeting(read.closed, before) ?? (lone ? meeting(holders, before) : undefined)) !== undefined;
  // `bớt còn 26k` is what it comes to.
  const comesTo = read.tokens[tokenAt(read, mention.start) - 1]?.plain === "con" || isWholePrice(read, before, mention);
  if (before?.cue === "fee" && !named && !comesTo && !(mention.per === "kg" && before.next + 1 < tokenAt(read, mention.start))) return true;
  if (cueAfter(read, mention, ["fee-after"], { words: 0 }) !== undefined) return true;
  const clause = clauseAt(read, mention.start);
  const after = (lastBefore(sent, mention.start)?.start ?? -1) >= clause.start;
  const held = (nextFrom(holders, clause.start)?.start ?? Infinity) < clause.end;
  if (after && mention.per === undefined && !held) return true;
  const bought = cueBefore(read, mention, ["from", "least-buy", "buying", "below"], { words: 0 });
  const behind = foldText(read.text.slice(mention.end, mention.end + 24));
  // `dưới 200k tính ship 20k`
  if (bought?.cue === "below" && /^\s*(?:\p{L}+\s+){0,2}(?:ship|phi|cuoc)(?!\p{L})/u.test(behind)) return true;
  // `5k mỗi kg tiếp theo`
  if (/^\s*(?:tiep theo|ke tiep)(?!\p{L})/u.test(behind)) return true;
  if (FOR_PEOPLE.test(read.text.slice(mention.end, mention.end + 10).normalize("NFC"))) return true;
  return bought !== undefined && /^\s*(?:\p{L}+\s+){0,2}(?:freeship|free ship|mien phi|giam|tang|fs|bao ship)/u.test(behind);
}

/** `1tr5/kg, loại tẻ rẻ hơn 950k/kg`: nothing is cheaper by more than half, so that is what it costs. */
function isWholePrice(read: SourceText, fee: Span | undefined, mention: AmountMention): boolean {
  if (fee === undefined || !/^(?:re|dat|mac) hon$/u.test(foldText(read.text.slice(fee.start, fee.end)))) return false;
  const other = lastBefore(read.amounts, fee.start);
  return other !== undefined && other.unit === mention.unit && other.per === mention.per && mention.min > other.max / 2;
}

/** `5k/km`: of the way. */
const CM_IN_KM = 100_000;

/** A visit is not the goods: `50k/người`. */
const FOR_PEOPLE = /^\s*(?:\/|một|mỗi)\s*(?:người|nguoi|lượt|luot|vé|khách|khach|đêm|suất)(?!\p{L})/iu;

/** So near to its price stands the quantity from which it holds. */
const TIER_CHARS = 40;
/** Only what tells of the price between: `trở lên thì`, `giá`. */
function onlyTo(read: SourceText, from: number, to: number): boolean {
  return /^[\s,:]*(?:(?:tro len|do len|thi|gia|tinh|con|em|e|m|tui|toi|ben|ban|de|lay|chi|la|duoc|co|giam|bot|khoang|nha|minh|si)[\s,:]*)*$/u.test(
    foldText(read.text.slice(from, to)),
  );
}
