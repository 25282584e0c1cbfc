import { findTerm } from "#lexicon/lexicon.ts";
import { clauseAt } from "./clauses.ts";
import type { CueHit } from "./cues.ts";
import type { AmountMention } from "./amounts.ts";
import { foldText } from "./fold.ts";
import { freeOrders, payersOfFreight } from "./free-delivery.ts";
import { eachFee, feeAfter } from "./fees-of-places.ts";
import { freightIn, type Freight } from "./freight.ts";
import { JAPANESE_DELIVERY } from "./japanese-passages.ts";
import { cueAfter, cueBefore, tokenAt } from "./nearest-cue.ts";
import { whoToCall } from "./phone-channels.ts";
import { regularTrips } from "./regular-trips.ts";
import { said, type Span } from "./said.ts";
import { keeps } from "./shelf-life.ts";
import { isLastOf } from "./shut-spans.ts";
import { amountOf, found, isMoney, trim, type Draft, type SourceText } from "./source-text.ts";
import { indexFrom, lastBefore, meeting, nextFrom, union } from "./spans.ts";
import { isBetweenTrips, isHourOfDay, isTime } from "./times-on-the-way.ts";
import { eachPlace, endsRoute, withoutPlace, withTownsAfter } from "./times-of-places.ts";
import { toTowns } from "./to-towns.ts";

/** Words that a delivery's quote may take in, before and after the ones that tell it. */
const BEFORE = 28;
const WORDS_AFTER = 9;
const REST_CHARS = 120;
/** A dictated clause is longer: the quote stays with its words. */
const DICTATED = 90;

/** How goods come to the buyer, each clause once, with how long it takes. */
export function readDelivery(read: SourceText): Draft[] {
  // `mang den` may be Măng Đen, `giao` the end of Đồng Giao.
  const strong = found(read, "sent").filter((hit) => !isNotSent(read, hit) && !isOfName(read, hit) && !isInName(read, hit));
  // `Giao Thủy` is a place.
  const weak = found(read, "sent-weak").filter(
    (hit) => !isNotSent(read, hit) && meeting(read.terms, hit) === undefined && !isInName(read, hit) && goesSomewhere(read, hit),
  );
  const fees = freightIn(read);
  const there = found(read, "sent-there").filter((hit) => isPlaceBehind(read, hit));
  const hits: (Span | Freight)[] = [
    ...strong,
    ...weak,
    ...there,
    ...regularTrips(read),
    ...toTowns(read),
    ...arrivals(read),
    ...atHours(read),
    ...japanese(read),
    ...fees,
    ...freeOrders(read),
    ...payersOfFreight(read),
  ];
  const shut = union(read.shut.filter(({ kinds }) => kinds?.includes("delivery") ?? true));
  const drafts: Draft[] = [];
  const clauses = new Set<number>();
  for (const hit of hits.toSorted((left, right) => left.start - right.start)) {
    const clause = clauseAt(read, hit.start);
    // A dictated clause goes on to what is paid elsewhere.
    if ((clauses.has(clause.start) && !("mention" in hit)) || (drafts.at(-1)?.end ?? 0) > hit.start) continue;
    clauses.add(clause.start);
    const [from, to] = [lastBefore(shut, hit.start)?.end ?? 0, nextFrom(shut, hit.end)?.start ?? clause.end];
    const span = around(read, { start: Math.max(clause.start, from), end: Math.min(clause.end, to) }, hit, fees);
    const told = { start: span.start, end: feeAfter(read, span, fees) ?? span.end };
    const whole = { start: span.start, end: timeAfter(read, told) ?? told.end };
    const parts = eachPlace(read, whole).flatMap((part) => eachFee(read, part, fees));
    const last = parts.pop() ?? whole;
    drafts.push(...[...parts, ...withTownsAfter(read, last)].map((part) => drafted(read, part)));
  }
  return [...drafts, ...onTheSpot(read).filter((draft) => meeting(drafts, draft) === undefined)];
}

/** `bán tại vườn, không ship`: fetched, and not sent. */
function onTheSpot(read: SourceText): Draft[] {
  return [...read.light.text.matchAll(ON_THE_SPOT)]
    .map((match): Draft => ({ kind: "delivery", ...read.light.span(match.index, match.index + match[0].length) }))
    .filter((draft) => meeting(read.closed, draft) === undefined);
}
const ON_THE_SPOT = said(
  "(?:bán|nhận|lấy|mua)(?: hàng)? (?:tại|ở) (?:vườn|nhà|ruộng|rẫy|kho|lò|xưởng)[,;]? (?:không|ko|k|hông|hổng|chưa) ship(?! cod| được)",
);

function drafted(read: SourceText, whole: Span): Draft {
  const within = read.amounts.slice(indexFrom(read.amounts, whole.start), indexFrom(read.amounts, whole.end));
  const mention = within.find((one) => isTime(one) && !isHourOfDay(read, one) && !isBetweenTrips(read, one));
  return { kind: "delivery", ...whole, ...(mention === undefined ? {} : amountOf(mention)) };
}

/** `Vận chuyển: J&T, 3-5 ngày`: the time alone in the next clause. */
function timeAfter(read: SourceText, span: Span): number | undefined {
  const { end } = span;
  const mention = nextFrom(read.amounts, end);
  if (
    mention === undefined ||
    !isTime(mention) ||
    mention.start - end > PLACES_CHARS ||
    isOfOneTown(read, span, mention) ||
    !(
      AFTER_PLACE.test(withoutPlace(read, span, mention.start)) ||
      isOfAllPlaces(read, span, mention.start) ||
      endsRoute(read, end, mention.start)
    )
  )
    return undefined;
  const clause = clauseAt(read, mention.start);
  return tokenAt(read, clause.end) - tokenAt(read, mention.end) > 3 ? undefined : mention.end;
}

/** `ship cả nước, Huế 1 ngày`: the rest of the country takes longer. */
function isOfOneTown(read: SourceText, { start, end }: Span, time: Span): boolean {
  const place = nextFrom(read.terms, end);
  return (
    place !== undefined &&
    place.end <= time.start &&
    findTerm(place.id)?.kind === "place" &&
    NATIONWIDE.test(foldText(read.text.slice(start, end)))
  );
}
const NATIONWIDE = /(?<!\p{L})(?:ca nuoc|toan quoc|(?:khap|cac|moi|tat ca cac) (?:noi|tinh|mien)|63 tinh)(?!\p{L})/u;

const PLACES_CHARS = 60;
const AFTER_PLACE =
  /^\s*[,(]\s*(?:(?:về|ve|ra|vào|vao|vô|vo|lên|len|xuống|xuong|tới|đến)(?: \p{L}+){0,3} ?)?(?:khoảng|khoang|tầm|tam|từ|tu|mất|trong)?\s*$/iu;

/** `giao: Thủ Đức, Dĩ An, Thuận An trong 5 tiếng`: one time after several places, which have none of their own. */
function isOfAllPlaces(read: SourceText, { start, end }: Span, to: number): boolean {
  const own = nextFrom(read.amounts, start);
  if (own !== undefined && own.start < end) return false;
  const places = read.terms.filter((term) => term.start >= end && term.end <= to && findTerm(term.id)?.kind === "place");
  let between = "";
  let at = end;
  for (const place of places) {
    between += read.text.slice(at, place.start);
    at = place.end;
  }
  return places.length > 0 && ALL_PLACES.test(between + read.text.slice(at, to));
}
const ALL_PLACES = /^[\s,]*(?:(?:và|va|với|voi|tp|,)[\s.,]*)*(?:đều\s*)?(?:trong|mất|mat|khoảng|khoang|tầm|tam)\s*$/iu;

/** `4h sáng tới chợ Bình Điền`: the hour at which goods are there. */
function atHours(read: SourceText): Span[] {
  return found(read, "reaches").flatMap(({ start, end }) => {
    const from = Math.max(0, start - HOUR_CHARS);
    const hour = AT_HOUR.exec(foldText(read.text.slice(from, start).normalize("NFC")));
    return hour === null ? [] : [{ start: start - hour[0].length, end }];
  });
}
const HOUR_CHARS = 24;
const AT_HOUR = /(?<![\p{L}\d])(?:\d{1,2}|\p{L}{2,4})\s*(?:h(?:\d{2})?|gio)\s*(?:sang|trua|chieu|toi|dem|khuya)\s*$/u;

/** A place is named right behind it: `bay ra Hà Nội`, `cho vo sg` of bare notes. */
function isPlaceBehind(read: SourceText, hit: CueHit): boolean {
  const next = read.tokens[hit.next];
  const term = next === undefined ? undefined : meeting(read.terms, next);
  return term !== undefined && term.start === next?.start && findTerm(term.id)?.kind === "place";
}

/** The whole hit is a part of a place's name, or of its goods': the `toi kho` of a list is garlic. */
function isOfName(read: SourceText, hit: Span): boolean {
  const term = meeting(read.terms, hit);
  return term !== undefined && term.start <= hit.start && term.end >= hit.end && NAMED.has(findTerm(term.id)?.kind ?? "");
}
const NAMED = new Set(["place", "product"]);

/** `Giao Châu`: the verb does not share its capital with a word that begins no place. */
export function isInName(read: SourceText, { start, end, next }: CueHit): boolean {
  const after = read.tokens[next];
  const capital = (at: number) => /^\p{Lu}\p{Ll}/u.test(read.text.slice(at, at + 2));
  if (read.text.slice(start, end) !== "Giao" || after?.kind !== "word" || !capital(after.start)) return false;
  // `Giao Thủ Dầu Một` goes on: a name of its own, and somewhere to go.
  return /^\s*(?:[,(.\n]|$)/u.test(read.text.slice(after.end, after.end + 3)) && meeting(read.terms, after) === undefined;
}

function isNotSent(read: SourceText, hit: CueHit): boolean {
  const not = meeting(read.cues.get("not-sent") ?? [], hit);
  if (not !== undefined && not.from <= hit.from && !isLastOf(read, not)) return true;
  const then = meeting(read.cues.get("only-then") ?? [], hit);
  // `3 thùng mới ship nội thành Huế`: so much is the least, and there it goes.
  if (then !== undefined && !isForFree(read, then)) return hit.end <= then.end && !isPlaceBehind(read, then);
  return meeting(read.cues.get("refused") ?? [], hit) !== undefined || cueBefore(read, hit, ["not-sent"], { words: 0 })?.next === hit.from;
}

/** `… mới ship miễn phí`: less is sent too, for its freight. */
export function isForFree(read: Pick<SourceText, "text">, { end }: Span): boolean {
  return /^\s*(?:free|mien|0\s*d)/u.test(foldText(read.text.slice(end, end + 12)));
}

/** `gửi Hà Nội`, `giao 3 ngày`: a lone verb counts with its place or its time. */
function goesSomewhere(read: SourceText, hit: CueHit): boolean {
  const { end } = clauseAt(read, hit.start);
  const near = (span: Span) => span.start >= hit.end && span.start - hit.end <= 20 && span.end <= end;
  const terms = read.terms.slice(indexFrom(read.terms, hit.end), indexFrom(read.terms, hit.end + 21));
  const amount = nextFrom(read.amounts, hit.end);
  return (
    terms.some((term) => findTerm(term.id)?.kind === "place" && near(term)) || (amount !== undefined && isTime(amount) && near(amount))
  );
}

/** `2-3 ngày có hàng`: the time it takes, told without a verb of sending before. */
function arrivals(read: SourceText): Span[] {
  return read.amounts.flatMap((mention) => {
    if (!isTime(mention)) return [];
    const after = cueAfter(read, mention, ["arrives", "keep-after", "not-keep-after"], { words: 0 });
    if (after?.cue !== "arrives" || cueBefore(read, mention, ["keep", "kept", "done"], { words: 2 }) !== undefined) return [];
    return [{ start: mention.start, end: after.end }];
  });
}

function japanese(read: SourceText): Span[] {
  return [...read.light.text.matchAll(JAPANESE_DELIVERY)]
    .map((match) => read.light.span(match.index, match.index + match[0].length))
    .filter((span) => meeting(read.closed, span) === undefined);
}

/** The rest of the clause, as far as it speaks of nothing else. */
function around(read: SourceText, clause: Span, hit: Span, fees: readonly Freight[]): Span {
  const long = clause.end - clause.start > DICTATED;
  const ahead = lastBefore(read.amounts, hit.start);
  const isOf = (mention: AmountMention) => fees.some((fee) => fee.mention === mention) || !isOther(read, mention);
  // `4.20 USD/pc FOB …`: per piece is the price's.
  const priced = ahead === undefined || isOf(ahead) ? undefined : read.text.slice(ahead.end, hit.start);
  // `để chỗ mát nửa tháng giao Huế mỗi tối`: how long it keeps is of no way.
  const keptFor = ahead !== undefined && keeps(read, ahead) ? ahead.end : clause.start;
  const from = Math.max(keptFor, clause.start, priced === undefined ? 0 : hit.start - priced.replace(/^\s*\/\s*\p{L}+/u, "").length);
  const start = long || hit.start - from > BEFORE ? hit.start : from;
  const rest = read.text.slice(hit.end, Math.min(clause.end, hit.end + REST_CHARS));
  const word = [...rest.matchAll(/\S+/gu)].slice(0, WORDS_AFTER).at(-1);
  const words = word === undefined ? 0 : word.index + word[0].length;
  const phone = whoToCall(read, hit.end) ?? clause.end;
  // A dictated breath goes on to where it is kept.
  const kept =
    (long || goesOnToKeep(read, hit.end, clause.end) ? nextFrom(read.cues.get("kept") ?? [], hit.end)?.start : undefined) ?? clause.end;
  const next = indexFrom(read.amounts, hit.end);
  const other = read.amounts.slice(next, next + 4).find((mention) => !isOf(mention))?.start ?? clause.end;
  return trim(read, { start, end: Math.min(long ? hit.end + words : clause.end, phone, other, kept) });
}

/** `xe tối đi sáng tới trữ mát được một tuần`: the time is of the keeping. */
function goesOnToKeep(read: SourceText, from: number, to: number): boolean {
  const time = nextFrom(read.amounts, from);
  return time !== undefined && time.end <= to && isTime(time) && keeps(read, time);
}

/** A price or a weight speaks of something else, but for what an order must come to: `miễn phí từ 10kg`. */
function isOther(read: SourceText, { dimension, unit, start, end }: AmountMention): boolean {
  if (!isMoney(unit) && dimension !== "mass") return false;
  return !FLOOR.test(read.text.slice(Math.max(0, start - 8), start)) && !UPWARDS.test(read.text.slice(end, end + 10));
}
const UPWARDS = /^\s*(?:trở|tro)\s+(?:lên|len)/iu;
const FLOOR = /(?<!\p{L})(?:từ|tu|trên|tren|dưới|duoi|đủ|du|hơn|hon|đơn|don|bill|over|from)\s+$/iu;
