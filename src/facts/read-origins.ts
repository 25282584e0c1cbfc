import { findTerm, type TermMention } from "#lexicon/lexicon.ts";
import { isBuyersPlace } from "./buyers-place.ts";
import { clauseAt, sentenceAt } from "./clauses.ts";
import type { CueHit } from "./cues.ts";
import { foldText } from "./fold.ts";
import { freightIn } from "./freight.ts";
import { movesIn } from "./moved-to.ts";
import { isInName } from "./read-delivery.ts";
import { cueBefore, tokenAt } from "./nearest-cue.ts";
import { isOthersPlace } from "./others-place.ts";
import type { Span } from "./said.ts";
import { withoutPlaces, wordsIn, type Draft, type SourceText } from "./source-text.ts";
import { indexFrom, lastBefore, meeting, nextFrom } from "./spans.ts";
import { villagesOfVarieties } from "./villages-of-varieties.ts";

/** Where goods go far more often than they come from. */
const CITIES = new Set(["place.ho-chi-minh", "place.ha-noi", "place.da-nang", "place.hai-phong", "place.can-tho"]);
/** `ở Sài Gòn thì mai có`: where it is brought. */
const THERE = /^\s*(?:thì|thi|mai|nhận|nhan|giao|ship|có liền|tự tới|tu toi|tự đến|qua lấy|qua lay)(?!\p{L})/u;

/** Where the goods come from, each place once: those of the lexicon, and those that only their words tell. */
export function readOrigins(read: SourceText): Draft[] {
  const freight = freightIn(read);
  const moves = movesIn(read);
  const born = moves.map((move) => move.born);
  const now = moves.map((move) => move.now);
  const comesFrom = <T extends Span>(spans: readonly T[]) =>
    spans.filter((span) => meeting(freight, span) === undefined && meeting(born, span) === undefined && !isBuyersPlace(read, span));
  const named = read.terms.filter(({ id }) => findTerm(id)?.kind === "place");
  const places = comesFrom([...named, ...villagesOfVarieties(read)].toSorted((left, right) => left.start - right.start));
  const drafts: Draft[] = [];
  const known = new Set<string>();
  const called = new Set<string>();
  const starts = new Set<number>();
  for (const [index, mention] of places.entries()) {
    const { start, end, id } = mention;
    const before = places[index - 1];
    // `khu vực TPHCM, Long An`: where the first of a list goes, the others go.
    const listed = before !== undefined && /^\s*(?:[,/&–-]|(?:và|va|với|voi)(?=\s))\s*$/iu.test(read.text.slice(before.end, start));
    // `hàng đi Vinh Thanh Hóa`: so do places that stand side by side.
    const beside = before !== undefined && !starts.has(before.start) && read.text.slice(before.end, start) === " ";
    const settled = meeting(now, mention) !== undefined;
    if (
      !settled &&
      (beside || (listed && !starts.has(before.start)) || !isOrigin(read, mention, listed || isAround(read, before, mention)))
    )
      continue;
    starts.add(start);
    // `Gà Tiên Yên … nuôi ở xã Đông Ngũ, Tiên Yên`: what goods are called after, then where they are raised.
    const raised =
      called.has(id) && (listed || isGrownThere(read, mention)) && cueBefore(read, mention, ["sent"], SENT_WORDS) === undefined;
    if (known.has(id) && !raised) continue;
    if (!known.has(id) && isCalledAfter(read, mention)) called.add(id);
    else called.delete(id);
    known.add(id);
    drafts.push({ kind: "origin", start, end, term: id });
  }
  const unlisted = comesFrom(read.places).filter((span) => meeting(now, span) !== undefined || isFrom(read, span));
  return [...drafts, ...unlisted.map(({ start, end }): Draft => ({ kind: "origin", start, end }))];
}

/** The place in a product's name, or right behind it. */
function isCalledAfter(read: SourceText, mention: Span): boolean {
  const product = meeting(read.products, mention) ?? lastBefore(read.products, mention.start);
  return product !== undefined && (product.end > mention.start || read.text.slice(product.end, mention.start).trim() === "");
}

function isOrigin(read: SourceText, mention: TermMention, listed: boolean): boolean {
  if (!isFrom(read, mention) || isSoil(read, mention)) return false;
  if (CITIES.has(mention.id)) return listed || isGrownThere(read, mention);
  const around = read.text.slice(mention.end, mention.end + 4);
  return !/^\s*[-–]\s*[A-ZĐ]/u.test(around) || !/xe/u.test(wordsIn(read, clauseAt(read, mention.start).start, mention.start));
}

/** `nước mắm Cát Hải Hải Phòng`: the city behind a place of its own. */
function isAround(read: SourceText, before: TermMention | undefined, { start, id }: TermMention): boolean {
  if (before === undefined || !/^[\s,(]*$/u.test(read.text.slice(before.end, start))) return false;
  const place = findTerm(before.id);
  return place?.province === id || place?.formerProvince === id;
}

/** `trồng trên đất đỏ`, written small: red earth, and not the district called after it. */
function isSoil(read: SourceText, mention: TermMention): boolean {
  const hit = meeting(read.cues.get("soil") ?? [], mention);
  if (hit === undefined || /^\p{Lu}/u.test(read.text.slice(mention.start, mention.end))) return false;
  return hit.end > mention.end || cueBefore(read, mention, ["place-word"], { words: 0 })?.next !== hit.from;
}

/** A great city, or what the goods are called after, is an origin after `ở`, `vườn`, or set off behind a smaller place: `…, Hải Phòng`. */
function isGrownThere(read: SourceText, mention: Span): boolean {
  if (cueBefore(read, mention, ["grown", "going"], { words: 1 })?.cue === "grown") return true;
  const place = lastBefore(read.places, mention.start);
  return place !== undefined && /^\s*[,(]?\s*$/u.test(read.text.slice(place.end, mention.start));
}

const SENT_WORDS = { words: 6 };

/** A sentence of sending begins with its verb. */
const HEAD_CHARS = 30;
/** Named in a sentence after a verb of sending, with nothing of growing between: `Giao TP Kon Tum 1h, Pleiku chiều`. */
function isDestination(read: SourceText, span: Span): boolean {
  const { start } = sentenceAt(read, span.start);
  const firsts = [nextFrom(read.cues.get("sent") ?? [], start), nextFrom(read.cues.get("sent-weak") ?? [], start)];
  const sent = firsts.find((hit) => hit !== undefined && hit.end <= span.start && hit.start - start < HEAD_CHARS);
  if (sent === undefined || isInName(read, sent) || meeting(read.cues.get("not-sent") ?? [], sent) !== undefined) return false;
  const grown = (read.cues.get("grown") ?? [])
    .slice(indexFrom(read.cues.get("grown") ?? [], sent.end))
    .find((hit) => !isOfArea(read, hit) && !(hit.from === sent.next && hit.end <= span.start));
  return grown === undefined || grown.end > span.start;
}

/** `giao trong tỉnh với …`: how far it is brought, and not where it grows. */
function isOfArea(read: SourceText, { from }: CueHit): boolean {
  return (
    /^(?:tinh|huyen|xa)$/.test(read.tokens[from]?.plain ?? "") && /^(?:trong|ngoai|noi|ngoai|cac)$/.test(read.tokens[from - 1]?.plain ?? "")
  );
}

/** `Cam Ranh, Nha Trang giao trong buổi`: a sentence of places and how goods are sent, with no place after that. */
function isSentTo(read: SourceText, span: Span): boolean {
  const { start, end } = sentenceAt(read, span.start);
  const hits = [nextFrom(read.cues.get("sent") ?? [], span.end), nextFrom(read.cues.get("sent-weak") ?? [], span.end)];
  const [sent] = hits.filter((hit) => hit !== undefined).toSorted((left, right) => left.start - right.start);
  if (sent === undefined || sent.end > end || !SENDS.has(read.tokens[sent.from]?.plain ?? "")) return false;
  if (!JOINED.test(withoutPlaces(read, { start, end: sent.start }))) return false;
  const later = read.terms.slice(indexFrom(read.terms, sent.start), indexFrom(read.terms, end));
  return !later.some(({ id }) => findTerm(id)?.kind === "place") && !EVERYWHERE.test(wordsIn(read, sent.start, end));
}
/** `Ở Huế em cho người mang tới`: a sentence that begins there and says how it comes there. */
function isBroughtTo(read: SourceText, span: Span): boolean {
  const { start } = sentenceAt(read, span.start);
  if (!/^[\s\p{P}]*(?:ở|o)\s+$/iu.test(read.text.slice(start, span.start))) return false;
  const sent = nextFrom(read.cues.get("sent") ?? [], span.end);
  return sent !== undefined && sent.end <= clauseAt(read, span.start).end && BRINGS.has(read.tokens[sent.from]?.plain ?? "");
}
const BRINGS = new Set(["giao", "ship", "mang", "dem", "freeship"]);
const SENDS = new Set(["giao", "ship", "gui", "freeship"]);
const JOINED = /^[\s,&/]*(?:(?:và|va|với|voi)[\s,]*)*$/u;
const EVERYWHERE = /toàn quốc|toan quoc|cả nước|ca nuoc|khắp|khap|các tỉnh|cac tinh|mọi/u;

/** `chở lên chợ đầu mối Hóc Môn`: wholesalers buy there what grew elsewhere. */
const TO_MARKET = /(?<!\p{L})cho dau moi $/u;

/** Nothing says that goods go there, nor that they are not from there. */
function isFrom(read: SourceText, span: Span): boolean {
  if (THERE.test(wordsIn(read, span.end, span.end + 8)) && !isCalledAfter(read, span)) return false;
  if (
    TO_MARKET.test(foldText(read.text.slice(Math.max(0, span.start - 16), span.start))) ||
    isDestination(read, span) ||
    isSentTo(read, span) ||
    isBroughtTo(read, span)
  )
    return false;
  if (isOthersPlace(wordsIn(read, Math.max(0, span.start - 24), span.start), wordsIn(read, span.end, span.end + 24))) return false;
  const named = lastBefore(read.terms, span.start)?.end ?? 0;
  const cue = cueBefore(read, span, ["going", "not-from", "grown"], { words: 1 });
  // `hoa thao qua sa pa`: half a name of goods goes nowhere.
  if (cue !== undefined && read.terms.some((term) => term.start < cue.start && cue.start < term.end)) return true;
  // `hồng không hạt Ngân Sơn`: seedless, and from there.
  if (cue?.cue === "not-from" && [cue.from + 1, cue.next].some((at) => /^(?:hat|hot)$/.test(read.tokens[at]?.plain ?? ""))) return true;
  return cue === undefined || cue.cue === "grown" || cue.end <= named || tokenAt(read, span.start) - cue.next > 1;
}
