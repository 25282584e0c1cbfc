import type { Fact, FactKind, GrowerWords } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { overlaps } from "#facts/said.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { includesGoods, type Goods } from "./goods.ts";
import { COUNTED, goodsNamed, goodsSold, type Mention } from "./goods-named.ts";
import { sourceOf } from "./words-around.ts";

/** The goods each fact is told of, by its id; none where they have no name that we know. A fact that is not in it is told of all. */
export type GoodsOf = ReadonlyMap<string, readonly Goods[]>;

/** These stand together: where one is said of goods by themselves, the other is, too. */
const TOPICS: Partial<Record<FactKind, string>> = {
  "shelf-life": "keeping",
  storage: "keeping",
  season: "season",
  stock: "stock",
  size: "size",
  sweetness: "sweetness",
  "minimum-order": "minimum",
  delivery: "delivery",
};
/** A house sends all its goods alike, unless it says so within the clause of some. */
const OF_THE_HOUSE: ReadonlySet<FactKind> = new Set<FactKind>(["delivery", "minimum-order"]);
const OF_GOODS: ReadonlySet<FactKind> = new Set<FactKind>(["taste", "practice"]);

/** Which of several goods each fact is about: those named nearest before it, or right behind it (`còn 200kg cam`). */
export function goodsOfFacts(facts: readonly Fact[], words: GrowerWords | undefined): GoodsOf {
  const sold = goodsSold(facts);
  const found = new Map<string, readonly Goods[]>();
  if (sold.size === 0) return found;
  for (const fact of facts) {
    const goods = goodsOfFact(fact, facts);
    if (goods !== undefined) found.set(fact.id, [{ term: goods }]);
  }
  if (words === undefined) return found;
  for (const source of new Set(facts.map((fact) => fact.source))) {
    const own = facts.filter((fact) => fact.source === source).toSorted((left, right) => left.start - right.start);
    const first = own.find(({ kind }) => TOPICS[kind] !== undefined);
    if (first === undefined) continue;
    const text = sourceOf(first, words);
    const named = goodsNamed(text, own, sold);
    for (const [id, goods] of bindAll(text, own, named)) if (!coversAll(goods, sold)) found.set(id, goods);
  }
  return found;
}

/** A practice or a taste: of those named last before it, if others are named after it. What comes after all of them may be about each. */
function goodsOfFact(fact: Fact, facts: readonly Fact[]): string | undefined {
  if (!OF_GOODS.has(fact.kind)) return undefined;
  const named = facts.filter(
    ({ kind, source, term }) =>
      kind === "product" && source === fact.source && term !== undefined && term !== "vegetable" && findTerm(term) !== undefined,
  );
  const before = named
    .filter(({ start }) => start <= fact.start)
    .toSorted((left, right) => left.start - right.start)
    .at(-1);
  const after = named.find(({ start, term }) => start >= fact.end && term !== before?.term);
  return after === undefined ? undefined : before?.term;
}

/** What a fact is bound to, and whether a full stop stands between. */
type Tie = { named: Mention; apart: boolean; topic: string };

function bindAll(text: string, own: readonly Fact[], named: readonly Mention[]): Map<string, readonly Goods[]> {
  const ties = new Map<string, Tie>();
  for (const fact of own) {
    const topic = TOPICS[fact.kind];
    if (topic === undefined) continue;
    const alike = [...ties.values()].filter((tie) => tie.topic === topic);
    const tie = tieOf(text, fact, named, alike);
    if (tie !== undefined) ties.set(fact.id, { ...tie, topic });
  }
  return new Map(
    [...ties].map(
      ([
        id,
        {
          named: { goods },
        },
      ]) => [id, goods],
    ),
  );
}

function tieOf(text: string, fact: Fact, named: readonly Mention[], alike: readonly Tie[]): Omit<Tie, "topic"> | undefined {
  const within = named.find((one) => overlaps(one, fact));
  if (within !== undefined) return { named: within, apart: false };
  const before = named.findLast(({ end }) => end <= fact.start);
  const after = named.find(({ start }) => start >= fact.end);
  const gap = text.slice(before?.end ?? 0, fact.start);
  const behind = text.slice(fact.end, after?.start ?? text.length);
  if (OF_ALL.test(foldText(`${gap.split(SENTENCE_END).at(-1) ?? ""}${fact.quote}`)) || OF_ALL_AFTER.test(foldText(behind)))
    return undefined;
  const isFirst = before === undefined || CLAUSE_END.test(gap) || COUNTED.test(text.slice(0, before.start));
  if (after !== undefined && isFirst && RIGHT_BEHIND.test(behind)) return { named: after, apart: false };
  if (before === undefined) return undefined;
  const apart = SENTENCE_END.test(gap);
  const isElsewhere = named.some(({ start, goods }) => start >= fact.end && !goods.every((one) => includesGoods(before.goods, one)));
  if (OF_THE_HOUSE.has(fact.kind))
    return !CLAUSE_END.test(gap) && (isElsewhere || isInTurn(fact, before, alike)) ? { named: before, apart } : undefined;
  // `bơ 40k, mít 85k, hàng hái theo đơn, để mát 3 ngày`: other things were said since.
  const since = gap.split(CLAUSE_END).slice(1, -1);
  const isNear = !apart && (alike.length > 0 || since.every((clause) => /\d/.test(clause)));
  return isNear || isElsewhere || isInTurn(fact, before, alike) ? { named: before, apart } : undefined;
}

/** `Mít sấy 90k. Để 6 tháng. Chuối sấy 80k. Để 4 tháng`: as it was said of the goods before, each in its turn. */
function isInTurn({ kind }: Fact, last: Mention, alike: readonly Tie[]): boolean {
  return alike.length > 0 && alike.every(({ named }) => named !== last) && (kind === "delivery" || alike.some(({ apart }) => apart));
}

/** Said of all that is sold. */
function coversAll(goods: readonly Goods[], sold: ReadonlySet<string>): boolean {
  const stateless = goods.filter(({ state }) => state === undefined);
  return [...sold].every((term) => includesGoods(stateless, { term }));
}

const SENTENCE_END = /[!?\n;•|]|\.(?!\d)|\s[-–—]\s/u;
const CLAUSE_END = /,(?!\d)|[;!?\n()•|]|\.(?!\d)|\s[-–—]\s/u;
const EACH_OF =
  "tat ca|toan bo|ca (?:hai|ba|bon|\\d)|(?:cac|moi|may) (?:loai|mon|thu|mat hang|san pham)|(?:loai|mon|hang|thu) nao cung|deu (?:de|bao|giu|con|co|giao|ship|gui|dung|mua|han|hsd|date|dat|tu|duoc)";
const OF_ALL = new RegExp(`(?<![a-z])(?:${EACH_OF})(?![a-z])`);
const OF_ALL_AFTER = new RegExp(`^ ?\\(?(?:(?:cho|voi|la|o|doi voi) )*(?:${EACH_OF})(?![a-z])`);
/** `6 tháng cho mít sấy`, `200kg cam` */
const RIGHT_BEHIND = /^\s*(?:(?:cho|với|voi|đối với|doi voi|của|cua|loại|loai|hàng|hang|quả|qua|trái|trai|là|la)\s+)*$/iu;
