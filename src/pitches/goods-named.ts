import type { Fact } from "#facts/fact.ts";
import { clausesIn } from "#facts/clauses.ts";
import { foldText, hasMarks, lightText } from "#facts/fold.ts";
import { overlaps, type Span } from "#facts/said.ts";
import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import { stateSaid } from "./beside-price.ts";
import { keyOf, type Goods } from "./goods.ts";
import data from "./made-goods.json" with { type: "json" };

/** Goods where they are named: several where they are listed together, none where the lexicon has no name for what is sold. */
export type Mention = Span & { goods: readonly Goods[] };

/** The names of what is sold, each once: a variety rather than its product. */
export function goodsSold(facts: readonly Fact[]): ReadonlySet<string> {
  const terms = facts.flatMap(({ kind, term }) => (isGoods(kind, term) ? [term ?? ""] : []));
  const products = new Set(terms.map((id) => findTerm(id)?.of));
  return new Set(terms.filter((id) => !products.has(id)));
}

function isGoods(kind: string, term: string | undefined): boolean {
  return (kind === "product" || kind === "variety") && term !== undefined && term !== "vegetable" && findTerm(term) !== undefined;
}

/** Where a text names goods that are sold, in reading order; `cam, bưởi với ổi` are named together. */
export function goodsNamed(text: string, own: readonly Fact[], sold: ReadonlySet<string>): Mention[] {
  const terms = termsIn(text, "vi");
  const mentions = terms.flatMap((mention): Mention[] => {
    const kind = findTerm(mention.id)?.kind;
    if (kind !== "product" && kind !== "variety") return [];
    return [{ start: mention.start, end: mention.end, goods: [{ term: mention.id }] }];
  });
  const told = own.flatMap(({ kind, term, start, end }): Mention[] =>
    isGoods(kind, term) ? [{ start, end, goods: [{ term: term ?? "" }] }] : [],
  );
  const named = inStates(onceEach([...told, ...mentions]), text, own);
  const isKnown = ({ goods }: Mention) => goods.every(({ term }) => isOf(term, sold));
  const heads = headsIn(text, named.filter(isKnown), own, sold);
  const all = [...named.filter((one) => isKnown(one) || !heads.some((head) => overlaps(head, one))), ...heads].toSorted(byStart);
  const others = namesOfOthers(text, all, own);
  const soldToo = new Set(all.filter((one) => !isKnown(one) && isPricedFirst(text, one, own, all)).map(({ goods }) => keyOf(goods)));
  const kept = all.flatMap((one): Mention[] => {
    const { start, end } = one;
    if (isMade(text, one)) return isPricedFirst(text, one, own, all) ? [{ start, end, goods: [] }] : [];
    if (isKnown(one)) return [one];
    return soldToo.has(keyOf(one.goods)) ? [{ start, end, goods: [] }] : [];
  });
  const places = terms.filter(({ id }) => findTerm(id)?.kind === "place");
  return [...kept, ...others].toSorted(byStart).reduce<Mention[]>((groups, next) => joinTo(groups, next, text, places), []);
}

function byStart(left: Span, right: Span): number {
  return left.start - right.start;
}

/** `mít` is of `mít Thái`, and the other way round. */
function isOf(id: string, sold: ReadonlySet<string>): boolean {
  return sold.has(id) || sold.has(findTerm(id)?.of ?? "") || [...sold].some((other) => findTerm(other)?.of === id);
}

/** One name for a place in the text: what the notes sell under it, and a variety rather than its product. */
function onceEach(named: readonly Mention[]): Mention[] {
  const rank = ({ goods: [one] }: Mention) => (findTerm(one?.term ?? "")?.of === undefined ? 0 : 1);
  const best = named.toSorted((left, right) => rank(right) - rank(left) || right.end - right.start - (left.end - left.start));
  return best.filter((one, at) => !best.slice(0, at).some((other) => overlaps(other, one) || isNarrowed(one, other)));
}

/** `gạo ST25`: a product right before its variety. */
function isNarrowed({ end, goods: [product] }: Mention, { start, goods: [variety] }: Mention): boolean {
  return start === end + 1 && product !== undefined && findTerm(variety?.term ?? "")?.of === product.term;
}

/** `tôm sú tươi`, `tôm sú đông lạnh`: in which state, where goods are sold in several. */
function inStates(named: readonly Mention[], text: string, own: readonly Fact[]): Mention[] {
  const states = named.map(({ start, end }) => stateSaid(text.slice(start, end) + (WORDS_BEHIND.exec(text.slice(end))?.[0] ?? "")));
  const isSold = (one: Span) => own.some((fact) => fact.kind === "product" && overlaps(fact, one));
  const sold = Map.groupBy(named.entries(), ([, { goods }]) => keyOf(goods));
  return named.map((one, at) => {
    const alike = (sold.get(keyOf(one.goods)) ?? []).filter(([index, mention]) => states[index] !== undefined || isSold(mention));
    const differ = new Set(alike.map(([index]) => states[index]?.en)).size > 1;
    return differ ? { ...one, goods: one.goods.map(({ term }) => ({ term, state: states[at] })) } : one;
  });
}
const WORDS_BEHIND = /^(?: [\p{L}\p{M}]+){0,2}/u;

/** `Khăn tối thiểu 20 chiếc` of a `khăn lụa`, `Trâu để 6 tháng` of a `thịt trâu`: a word of its name opens a clause. */
function headsIn(text: string, named: readonly Mention[], own: readonly Fact[], sold: ReadonlySet<string>): Mention[] {
  const names = own.filter(({ kind, term = "" }) => isGoods(kind, term) && sold.has(term));
  const heads = new Map<string, Set<string>>();
  for (const { term = "", quote } of names) {
    const all = lightText(quote).split(" ");
    for (const word of all.length > 1 ? all : []) heads.set(word, (heads.get(word) ?? new Set()).add(term));
  }
  return [...text.matchAll(OPENING)].flatMap((match): Mention[] => {
    const { head = "" } = match.groups ?? {};
    const start = match.index + match[0].length - head.length;
    const one = { start, end: start + head.length };
    const goods = heads.get(lightText(head));
    // `Mật bạc hà`: the beginning of another name.
    if (goods === undefined || named.some((other) => other.start <= one.end + 1 && one.start < other.end)) return [];
    return [{ ...one, goods: [...goods].map((term) => ({ term })) }];
  });
}
const OPENING = /(?:^|[,;.!?\n:(]\s*)(?:(?:còn|riêng|và|với|con|rieng|va|voi)\s+)?(?<head>[\p{L}\p{M}]+)(?=\s)/giu;

/** `nước ép xoài`, `mứt dâu`: made of these goods, and no such goods themselves. */
function isMade(text: string, { start }: Mention): boolean {
  const before = text.slice(Math.max(0, start - MADE_REACH), start);
  return hasMarks(before) ? MADE.test(lightText(before)) : MADE_BARE.test(foldText(before));
}
const MADE = new RegExp(`(?<!\\p{L})(?:${data.heads.join("|")}) $`, "u");
const MADE_BARE = new RegExp(`(?<!\\p{L})(?:${data.heads.map(foldText).join("|")}) $`, "u");
const MADE_REACH = 16;

/** First in a clause that has a price. */
function isPricedFirst(text: string, one: Mention, own: readonly Fact[], all: readonly Mention[]): boolean {
  const clause = clausesIn(text).find(({ start, end }) => start <= one.start && one.start < end);
  if (clause === undefined || /\d/.test(text.slice(clause.start, one.start))) return false;
  const isLater = all.some((other) => other !== one && other.start >= clause.start && other.start < one.start);
  return !isLater && own.some(({ kind, start }) => kind === "price" && start >= one.end && start < clause.end);
}

/** `Thanh sô cô la 95k, … Thanh sô cô la để dưới 25 độ`: goods that have no name here, where clauses begin with theirs again. */
function namesOfOthers(text: string, known: readonly Mention[], own: readonly Fact[]): Mention[] {
  const clauses = clausesIn(text).flatMap((clause) => {
    const [lead = "", name = ""] = LEAD.exec(text.slice(clause.start, clause.end)) ?? [];
    const [start, end] = [clause.start + lead.length - name.length, clause.start + lead.length];
    if (name === "" || OF_A_PACK.test(foldText(name)) || known.some((one) => overlaps(one, { start, end }))) return [];
    const isPriced = own.some((fact) => fact.kind === "price" && fact.start >= end && fact.start < clause.end);
    return [{ start, end, name: lightText(name), isPriced }];
  });
  const again = Map.groupBy(clauses, ({ name }) => name);
  return [...again.values()].flatMap((same) =>
    same.length > 1 && same.some(({ isPriced }) => isPriced) ? same.map(({ start, end }) => ({ start, end, goods: [] })) : [],
  );
}
/** The first two words of a clause. */
const LEAD = /^\s*([\p{L}\p{M}]+ [\p{L}\p{M}]+)(?=\s)/u;
/** Packs, grades and ways to buy are of the goods before. */
const OF_A_PACK =
  /(?<![a-z])(?:loai|hang|gia|hop|chai|tui|goi|hu|lo|thung|bao|bich|can|xau|set|combo|size|co|trai|qua|con|cu|cay|canh|bo|le|si|buon|mua|lay|dat|ship|giao|gui|nha|em|minh|tui|toi|to|nho|lon|vua)(?![a-z])/;

function joinTo(groups: readonly Mention[], next: Mention, text: string, places: readonly Span[]): Mention[] {
  const last = groups.at(-1);
  if (last === undefined || last.goods.length === 0 || next.goods.length === 0) return [...groups, next];
  const between = places
    .filter(({ start, end }) => start >= last.end && end <= next.start)
    .reduce((rest, { start, end }) => rest.replace(text.slice(start, end), ""), text.slice(last.end, next.start));
  // `còn 30kg cam, quýt 30k`: the second begins something of its own.
  const isListed = LISTED.test(foldText(between)) && !(between.includes(",") && COUNTED.test(text.slice(0, last.start)));
  if (!isListed) return [...groups, next];
  return [...groups.slice(0, -1), { start: last.start, end: next.end, goods: onceNamed([...last.goods, ...next.goods]) }];
}

function onceNamed(goods: readonly Goods[]): Goods[] {
  return [...new Map(goods.map((one) => [keyOf([one]), one])).values()];
}

const LISTED = /^[\s,&+/]*(?:(?:va|voi|cung|hay|lan|ca)\s+)*$/;

/** `2 tấn mít`: an amount stands right before the goods. */
export const COUNTED = /\d\S*(?: [\p{L}\p{M}]{1,8})? $/u;
