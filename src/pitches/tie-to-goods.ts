import type { Fact, FactKind } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { overlaps } from "#facts/said.ts";
import { includesGoods, type Goods } from "./goods.ts";
import { COUNTED, type Mention } from "./goods-named.ts";

/** What a fact is tied to; `apart`: a full stop stands between. */
export type Tie = { goods: readonly Goods[]; at: number; apart: boolean };

/** A house sends all its goods alike, unless it says so within the clause of some. */
const OF_THE_HOUSE: ReadonlySet<FactKind> = new Set<FactKind>(["delivery", "minimum-order"]);

/** The goods a fact is said of: those nearest before it, or right behind it (`200kg cam`). `alike`: what the facts of its topic before it are tied to; nothing where it is of all. */
export function tieToGoods(
  text: string,
  fact: Fact,
  { named, prices, alike }: { named: readonly Mention[]; prices: readonly Fact[]; alike: readonly Tie[] },
): Tie | undefined {
  const within = named.find((one) => overlaps(one, fact));
  if (within !== undefined) return tie(within, false);
  const before = named.findLast(({ end }) => end <= fact.start);
  const after = named.find(({ start }) => start >= fact.end);
  const gap = text.slice(before?.end ?? 0, fact.start);
  const behind = text.slice(fact.end, after?.start ?? text.length);
  if (OF_ALL.test(foldText(`${gap.split(SENTENCE_END).at(-1) ?? ""}${fact.quote}`)) || OF_ALL_AFTER.test(foldText(behind)))
    return undefined;
  const isFirst =
    before === undefined || CLAUSE_END.test(gap) || COUNTED.test(text.slice(0, before.start)) || isCounted(fact, before, after, prices);
  if (after !== undefined && isFirst && RIGHT_BEHIND.test(foldText(behind))) return tie(after, false);
  const apart = before === undefined || SENTENCE_END.test(gap);
  if (apart && after !== undefined && isExcepted(text, fact, after)) return tie(allBut(after, named, fact), true);
  if (before === undefined) return undefined;
  const isElsewhere = named.some((one) => one.start >= fact.end && isOther(one, before));
  if (OF_THE_HOUSE.has(fact.kind)) {
    // `sầu riêng tối thiểu 5kg`, but not `cam 20k, quýt 30k ship toàn quốc`.
    const isOwn = gap.length <= BESIDE || isElsewhere || isInTurn(fact, before, alike);
    return isOwn && !CLAUSE_END.test(gap) ? tie(before, apart) : undefined;
  }
  // `hộp có nắp cao 25cm 95k`: with a price of its own, no size of the goods before.
  if (fact.kind === "size" && CLAUSE_END.test(gap) && prices.some((price) => isInClause(text, fact, price))) return undefined;
  if (!apart) {
    // `bơ 40k, mít 85k, hàng hái theo đơn, để mát 3 ngày`: other things were said since.
    const since = gap.split(CLAUSE_END).slice(1, -1);
    return alike.length > 0 || isElsewhere || since.every((clause) => /\d/.test(clause)) ? tie(before, false) : undefined;
  }
  if (!isAlone(text, before, named)) return undefined;
  const main = isBesides(text, before) && gap.split(SENTENCE_END).length > NEXT ? mainOf(text, named) : undefined;
  if (main !== undefined) return tie(main, true);
  return isElsewhere || isBesides(text, before) || isInTurn(fact, before, alike) ? tie(before, true) : undefined;
}
/** A practice or a taste: of the goods that its sentence names before it, where it names no others and other sentences do. */
export function tieInSentence(text: string, fact: Fact, named: readonly Mention[]): Tie | undefined {
  const before = named.findLast(({ end }) => end <= fact.start);
  if (before === undefined || !named.some((one) => isOther(one, before)) || !isAlone(text, before, named)) return undefined;
  const gap = text.slice(before.end, fact.start);
  return SENTENCE_END.test(gap) || OF_ALL.test(foldText(`${gap}${fact.quote}`)) ? undefined : tie(before, false);
}
/** A gap cut once leads into the next sentence. */
const NEXT = 2;

/** `cua thịt 320k còn 40 ký cua gạch thôi`: the price ends what was said of the goods before, and those behind have none of their own. */
function isCounted({ kind, start }: Fact, before: Mention, after: Mention | undefined, prices: readonly Fact[]): boolean {
  if (kind !== "stock" || after === undefined) return false;
  const isPriced = (from: number, to: number) => prices.some((price) => price.start >= from && price.start <= to);
  return isPriced(before.end, start) && !isPriced(after.end, after.end + BESIDE);
}
/** Characters: with nothing but a link between. */
const BESIDE = 8;

function tie({ goods, start }: Mention, apart: boolean): Tie {
  return { goods, at: start, apart };
}

function isInClause(text: string, fact: Fact, price: Fact): boolean {
  return !CLAUSE_END.test(text.slice(Math.min(fact.end, price.end), Math.max(fact.start, price.start)));
}

function isOther({ goods }: Mention, mention: Mention): boolean {
  return goods.length === 0 || !goods.every((one) => includesGoods(mention.goods, one));
}

/** `Mít sấy 90k. Để 6 tháng. Chuối sấy 80k. Để 4 tháng`: as it was said of the goods before, each in its turn. */
function isInTurn({ kind }: Fact, { start }: Mention, alike: readonly Tie[]): boolean {
  return alike.length > 0 && alike.every(({ at }) => at !== start) && (kind === "delivery" || alike.some(({ apart }) => apart));
}

/** `Để chỗ khô 6 tháng, riêng dầu thì 9 tháng`: of all but those. */
function isExcepted(text: string, { end }: Fact, after: Mention): boolean {
  const lead = text.slice(end, after.start);
  const isSet = /(?<![a-z])(?:rieng|con) $/.test(foldText(lead)) || foldText(text.slice(after.end, after.end + THI)).startsWith(" thi ");
  return isSet && !SENTENCE_END.test(lead);
}

const THI = 6;

function allBut(excepted: Mention, named: readonly Mention[], { start, end }: Fact): Mention {
  const others = named.flatMap(({ goods }) => goods).filter((one) => !includesGoods(excepted.goods, one));
  return { start, end, goods: [...new Map(others.map((one) => [one.term, one])).values()] };
}

/** In a sentence that names several goods, none of them is what the next sentence speaks of. */
function isAlone(text: string, mention: Mention, named: readonly Mention[]): boolean {
  const { start, end } = sentenceOf(text, mention);
  return named.every((one) => one.end <= start || one.start >= end || !isOther(one, mention));
}

function sentenceOf(text: string, mention: Mention): { start: number; end: number } {
  const lead = text.slice(0, mention.start).split(SENTENCE_END).at(-1) ?? "";
  const rest = text.slice(mention.end).split(SENTENCE_END)[0] ?? "";
  return { start: mention.start - lead.length, end: mention.end + rest.length };
}

/** `Ngoài ra có trà ô long 420k`: other goods besides. */
function isBesides(text: string, mention: Mention): boolean {
  return BESIDES.test(foldText(text.slice(sentenceOf(text, mention).start, mention.start)));
}
const BESIDES =
  /(?<![a-z])(?:ngoai ra|ben canh do|(?:co|ban|lam|trong|nuoi) (?:\S+ )?(?:them|kem)|con (?:co|ban|lam|trong|nuoi)|them)(?![a-z])/;

/** What the notes are about, where everything else is sold besides. */
function mainOf(text: string, named: readonly Mention[]): Mention | undefined {
  const [main, ...others] = named;
  if (main === undefined || isBesides(text, main)) return undefined;
  return others.every((one) => isBesides(text, one) || !isOther(one, main)) ? main : undefined;
}

const SENTENCE_END = /[!?\n;•|]|\.(?!\d)|\s[-–—]\s/u;
const CLAUSE_END = /,(?!\d)|[;!?\n()•|]|\.(?!\d)|\s[-–—]\s/u;
const EACH_OF =
  "tat ca|toan bo|ca (?:hai|ba|bon|\\d)|(?:cac|moi|may) (?:loai|mon|thu|mat hang|san pham)|(?:loai|mon|hang|thu) nao cung|deu (?:de|bao|giu|con|co|giao|ship|gui|dung|mua|han|hsd|date|dat|tu|duoc)";
const OF_ALL = new RegExp(`(?<![a-z])(?:${EACH_OF})(?![a-z])`);
const OF_ALL_AFTER = new RegExp(`^ ?\\(?(?:(?:cho|voi|la|o|doi voi) )*(?:${EACH_OF})(?![a-z])`);
/** `6 tháng cho mít sấy`, `200kg cam` */
const RIGHT_BEHIND = /^\s*(?:(?:cho|voi|doi voi|cua|loai|hang|qua|trai|la)\s+)*$/;
