import { findTerm, type TermMention } from "#lexicon/lexicon.ts";
import { clauseAt, sentenceAt } from "./clauses.ts";
import { foldText } from "./fold.ts";
import { isMadeOf } from "./goes-into.ts";
import { isTraded } from "./is-traded.ts";
import { isIngredient } from "./ingredients.ts";
import { cueAfter, cueBefore, endsClause, hitFrom, tokenAt } from "./nearest-cue.ts";
import type { Span } from "./said.ts";
import { isMoney, withoutPlaces, type Draft, type SourceText } from "./source-text.ts";
import { indexFrom, lastBefore, meeting, nextFrom } from "./spans.ts";
import { unlistedProduct } from "./unlisted-product.ts";

/** What is for sale, each once, and its varieties; what animals eat, what a dish is made with and what ties a bunch is not. */
export function readProducts(read: SourceText): Draft[] {
  const drafts: Draft[] = [];
  const varieties = new Set<string>();
  const sold: Sold = { starts: new Set(), names: new Map() };
  const named = new Set(read.products.map(({ id }) => id));
  for (const mention of read.terms) {
    const term = findTerm(mention.id);
    if (term === undefined || isInAddress(read, mention) || isMeasured(read, mention) || isDenial(read, mention)) continue;
    const { start, end, id } = mention;
    // `dâu da Hạ Châu`: a variety's name may sound like a place, beside its goods it is none.
    if (isInPlace(read, mention) && !named.has(term.of ?? "")) continue;
    const name = foldText(read.text.slice(start, end)).replace(CLASSIFIER, "");
    // `rừng tràm` is a honey's variety, and a forest where shrimps are sold.
    const ofThese = named.size === 0 || named.has(term.of ?? "");
    if (term.kind === "variety" && ofThese && !isNotHad(read, mention) && !isMadeOf(read, mention) && !varieties.has(`${id} ${name}`)) {
      varieties.add(`${id} ${name}`);
      const last = drafts.findLast(({ kind }) => kind === "variety");
      // `tiêu chín đỏ`: two names of one variety side by side.
      if (last?.term === id && read.text.slice(last.end, start).trim() === "") last.end = end;
      else drafts.push({ kind: "variety", start, end, term: id });
    }
    if (term.kind !== "product" || isInMakersName(read, mention) || !isSold(read, mention, sold)) continue;
    const names = sold.names.get(id);
    if (names === undefined || isOtherForm(read, mention, name, names)) drafts.push({ kind: "product", start, end, term: id });
    sold.names.set(id, (names ?? new Set()).add(name));
    sold.starts.add(start);
  }
  if (sold.starts.size > 0) return drafts;
  const unlisted = unlistedProduct(read);
  return unlisted === undefined ? drafts : [{ kind: "product", ...unlisted }, ...drafts];
}

/** `mít tố nữ thì không có`: a variety that the grower has none of. */
function isNotHad(read: SourceText, { start, end }: Span): boolean {
  const gone = cueAfter(read, { start, end }, ["not-sold-after"], { words: 0 });
  return gone !== undefined && NOT_HAD.test(foldText(read.text.slice(gone.start, gone.end)));
}
const NOT_HAD = /^thi .*(?:khong|ko|hong|chua) (?:co|ban|con)$/u;

/** `HTX mây tre Phú Vinh. Mây tre …`: the goods in the name of who makes them, where they are named again by themselves. */
function isInMakersName(read: SourceText, { id, start, end }: TermMention): boolean {
  return (
    MAKERS.test(foldText(read.text.slice(Math.max(0, start - 24), start))) &&
    read.products.some((other) => other.id === id && other.start >= end)
  );
}
const MAKERS = /(?<!\p{L})(?:htx|hop tac xa|to hop tac)(?: (?:det|trong|nuoi|lam|san xuat|che bien))? $/u;

/** What was found to be for sale so far: where it stands, and its names by lexicon id. */
type Sold = { starts: Set<number>; names: Map<string, Set<string>> };

function isSold(read: SourceText, mention: TermMention, sold: Sold): boolean {
  if (isPerson(read, mention) || isNamedFruit(read, mention) || isByTheMetre(read, mention) || isVarietyOf(read, mention, sold))
    return false;
  if (isMadeOf(read, mention) || isIngredient(read, mention, sold.starts)) return false;
  if (isTakenBack(read, mention) || isDone(read, mention)) return false;
  const end = mention.end + (AFTER_NAME.exec(read.text.slice(mention.end, mention.end + 24))?.[0].length ?? 0);
  const gone = cueAfter(read, { start: mention.start, end }, ["not-sold-after"], { words: 0 });
  if (gone?.from === tokenAt(read, end) && !isOfPapers(read, gone) && !isWithout(read, gone)) return false;
  const before = lastBefore(read.products, mention.start);
  const listed = before !== undefined && isListed(read, before, mention);
  if (listed && isWorked(read, mention)) return false;
  if (!listed && isShortFor(read, mention, sold)) return false;
  if (sold.starts.size > 0 && /\+\s*$/u.test(read.text.slice(Math.max(0, mention.start - 3), mention.start))) return true;
  // `nước mắm cá cơm`, `trà atiso`: what stands right behind the goods only tells of what they are.
  if (before !== undefined && !listed && read.text.slice(before.end, mention.start).trim() === "") return false;
  if (sold.starts.size === 0 || sold.names.has(mention.id)) return true;
  if (listed) return sold.starts.has(before.start) || isTraded(read, mention);
  return isTraded(read, mention) || opens(read, mention) || isHadToo(read, mention);
}

/** `bưởi chưa có VietGAP`: the pomelos are there. */
function isOfPapers({ text, terms }: SourceText, { end }: Span): boolean {
  const next = nextFrom(terms, end);
  const named = next !== undefined && text.slice(end, next.start).trim() === "" && findTerm(next.id)?.kind === "certificate";
  return named || PAPERS.test(foldText(text.slice(end, end + 16)));
}
const PAPERS = /^ (?:giay|chung nhan|tem|ma so|ma qr|ma vach|thuong hieu|nhan mac|bao bi|web)(?!\p{L})/u;

/** `nuoc ep oi ko con, ko duong`: free of alcohol, as of sugar, where `ko con` by itself is sold out. */
function isWithout({ text }: SourceText, { start, end }: Span): boolean {
  return (
    /^(?:ko|k|khong) con$/u.test(text.slice(start, end).toLowerCase()) &&
    /^\s*[,/]\s*(?:ko|k|khong) \p{L}/iu.test(text.slice(end, end + 12))
  );
}

/** `cá cơm khô cũng có`, and no `cũng có người hỏi`. */
function isHadToo(read: SourceText, { end }: TermMention): boolean {
  const hit = hitFrom(read, "also-after", tokenAt(read, end));
  return hit !== undefined && endsClause(read, hit);
}

/** `em Lụa ở Hội An`: a person, in small letters before and a capital. */
function isPerson({ text }: SourceText, { start, end }: Span): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(text.slice(start, end)) && TITLE.test(text.slice(Math.max(0, start - 6), start));
}
const TITLE = /(?<!\p{L})(?:em|anh|chị|cô|chú|bác|ông|bà|dì|cậu|thím) $/iu;

/** `quả nếp 130k` of the trám: no fruit is rice. */
function isNamedFruit(read: SourceText, { id, start }: TermMention): boolean {
  return findTerm(id)?.family === "rice" && /^(?:qua|trai)$/.test(read.tokens[tokenAt(read, start) - 1]?.plain ?? "");
}

/** `Sầu riêng Monthong 78k/kg. Ri6 58k/kg`: of goods that were named, another variety. */
function isVarietyOf(read: SourceText, { id, start, end }: TermMention, sold: Sold): boolean {
  const from = indexFrom(read.terms, start);
  // `Nhang trầm 60k; nhang bưởi 35k`: under the goods' own name, with its own price, it is told whole.
  const names = [...(sold.names.get(id) ?? [])];
  const whole = foldText(read.text.slice(start, end));
  if (names.some((name) => whole.startsWith(`${name.split(" ", 1)[0] ?? ""} `)) && isTraded(read, { start, end })) return false;
  return (
    sold.names.has(id) &&
    read.terms.slice(from, from + 3).some((term) => term.start === start && term.end === end && findTerm(term.id)?.of === id)
  );
}

/** `vải 260k/mét`: cloth, no fruit. */
function isByTheMetre({ text }: SourceText, { id, end }: TermMention): boolean {
  return findTerm(id)?.family === "fruit" && METRED.test(foldText(text.slice(end, end + 32)));
}
const METRED = /^(?: gia)? ?\d[\d.,]* ?\p{L}* ?(?:\/|mot |moi ) ?(?:met|m)(?!\p{L})/u;

/**
 * `Ớt chuông 48k/kg. Thùng ớt 5kg`: the head of a name that was told, with no price of its own, is the same goods; so it is where
 * the longer name had no price yet (`trà sen Tây Hồ. Trà hộp 100g 800k`).
 */
function isShortFor(read: SourceText, { id, start, end }: TermMention, sold: Sold): boolean {
  const name = `${foldText(read.text.slice(start, end))} `;
  const told = [...sold.names].some(([other, names]) => other !== id && [...names].some((long) => long.startsWith(name)));
  if (!told) return false;
  const isPriced = (from: number, to: number) =>
    read.amounts.slice(indexFrom(read.amounts, from), indexFrom(read.amounts, to)).some(({ unit }) => isMoney(unit));
  return !isPriced(end, clauseAt(read, start).end) || !isPriced(Math.max(...sold.starts), start);
}

/** The place that a product's name ends in: `chà là Ai Cập không phải hàng nhà`. */
const AFTER_NAME = /^(?:\s\p{Lu}\p{L}+){1,3}/u;

/** `nước mắm Cát Hải, cá cơm ướp muối 18 tháng`: what the goods before are made of, for so long, at no price of its own. */
function isWorked(read: SourceText, mention: Span): boolean {
  const { end } = clauseAt(read, mention.start);
  const amounts = read.amounts.slice(indexFrom(read.amounts, mention.end), indexFrom(read.amounts, end));
  const lasts = amounts.some(({ dimension }) => dimension === "month");
  return lasts && !amounts.some(({ unit }) => isMoney(unit)) && cueAfter(read, mention, ["done"], { words: 2 }) !== undefined;
}

/** The places of two listed goods may stand between, no more. */
const LIST_CHARS = 60;
/** `rau dền, rau muống`, `cải mèo cải ngồng` */
function isListed(read: SourceText, first: Span, second: Span): boolean {
  if (second.start - first.end > LIST_CHARS) return false;
  const between = withoutPlaces(read, { start: first.end, end: second.start });
  const head = ({ start }: Span) => read.tokens[tokenAt(read, start)]?.plain;
  return JOINED.test(between) || (between.trim() === "" && head(first) === head(second));
}

/** `Miến, à quên, mì chũ`: the slip goes where its like follows. */
function isTakenBack(read: SourceText, mention: Span): boolean {
  const slip = nextFrom(read.cues.get("slip") ?? [], mention.end);
  const instead = slip === undefined ? undefined : nextFrom(read.products, slip.end);
  return slip !== undefined && slip.start - mention.end <= 3 && instead !== undefined && instead.start - slip.end <= 4;
}

/** `muối 5 ngày`: a verb here. */
function isDone(read: SourceText, mention: Span): boolean {
  const hit = hitFrom(read, "done", tokenAt(read, mention.start));
  return hit !== undefined && hit.end > mention.end && /\d/.test(read.text.slice(mention.end, hit.end));
}

/** `12 ngàn ký` is a price, whatever fruit is called so without marks. */
function isMeasured(read: SourceText, mention: Span): boolean {
  const amount = meeting(read.amounts, mention);
  return amount !== undefined && amount.start < mention.start;
}

/** `làng Quất Động` grows no kumquat. */
function isInPlace(read: SourceText, mention: Span): boolean {
  const place = meeting(read.places, mention);
  return place !== undefined && place.start <= mention.start && mention.end <= place.end;
}

/** The same goods under another name with a price of its own, or under their full one: `Quế …, bột quế gói 100gr`. */
function isOtherForm(read: SourceText, mention: TermMention, name: string, names: ReadonlySet<string>): boolean {
  const others = [...names];
  if (others.some((other) => other.includes(name))) return false;
  const before = lastBefore(read.products, mention.start);
  const listed = before !== undefined && isListed(read, before, mention);
  return listed || isTraded(read, mention) || others.every((other) => name.includes(other));
}
const CLASSIFIER = /^(?:trai|qua|cu|hat|cay|con) /;

/** `dệt chiếu, đan giỏ`: what is done to the second may stand between. */
const JOINED =
  /^\s*(?:(?:,|với|voi|vs(?!\p{L})|&|\+|\/|và|va(?!\p{L})|cùng|cung|lẫn|hoặc|hoac)\s*)+(?:(?:đan|dan|dệt|det|nặn|nan|may|thêu|trồng|trong|nuôi|nuoi)\s+)?$/iu;

/** It opens a sentence, or stands right after `còn có`, `ngoài ra`. */
function opens(read: SourceText, mention: Span): boolean {
  const { start, end } = sentenceAt(read, mention.start);
  if (/^[\s\p{P}\p{Extended_Pictographic}]*$/u.test(read.text.slice(start, mention.start))) return isPricedIn(read, mention, end);
  const lead = cueBefore(read, mention, ["lead", "also"], { words: 0 });
  if (lead === undefined || lead.next !== tokenAt(read, mention.start)) return false;
  const first = /^[\s\p{P}\p{Extended_Pictographic}]*$/u.test(read.text.slice(clauseAt(read, mention.start).start, lead.start));
  return first && (cueBefore(read, mention, ["also"], { words: 0 })?.next === lead.next || isPricedIn(read, mention, end));
}

/** A price follows in its sentence, before another product does. */
function isPricedIn(read: SourceText, mention: Span, end: number): boolean {
  const other = nextFrom(read.products, mention.end)?.start ?? Infinity;
  const amounts = read.amounts.slice(indexFrom(read.amounts, mention.end), indexFrom(read.amounts, Math.min(end, other)));
  return amounts.some(({ unit }) => isMoney(unit));
}

/** The bare `hong co` of the south is a "no", and no rose. */
function isDenial({ text }: SourceText, { start, end }: Span): boolean {
  return text.slice(start, end).toLowerCase() === "hong co";
}

/** `laba@farm.vn` names no banana. */
function isInAddress(read: SourceText, { start, end }: Span): boolean {
  return /[@/._-]/u.test(read.text[end] ?? "") && /^\S*@|^\S*\.(?:vn|com)/u.test(read.text.slice(end, end + 40))
    ? true
    : /@\S*$/u.test(read.text.slice(Math.max(0, start - 40), start));
}
