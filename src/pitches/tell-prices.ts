import type { Fact, GrowerWords } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { floorOf } from "#facts/price-floor.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { fromMany, measureBefore, type Measure } from "./before-price.ts";
import { besidePrices, buyersAt } from "./beside-price.ts";
import { eachOf, pieceOf, unitSaid } from "./counted-goods.ts";
import { goodsByHead } from "./goods-by-head.ts";
import { holderSaid } from "./holders.ts";
import { listOffers } from "./list-offers.ts";
import { pricedGoods } from "./priced-goods.ts";
import type { Telling } from "./sentence.ts";
import type { Region } from "./voice.ts";
import { sourceOf } from "./words-around.ts";
import { listClauses } from "./write-list.ts";
import { writeOffer, type Offered } from "./write-offer.ts";
import { packSaid } from "./write-pack.ts";

/** From how far before a price the floor of an order still is that price's own: `lấy từ 1 tấn trở lên tính 31 ngàn`. */
export const TIER_REACH = 24;
/** `gói 500g giá 105k/gói` */
const PACK_REACH = 6;

/** All prices in one sentence, each with what it is for. `words`: where grades stand that no fact holds. */
export function tellPrices(facts: readonly Fact[], words: GrowerWords | undefined, aloud: Region | undefined): Telling[] {
  const prices = pricesOf(facts);
  if (prices.length === 0) return [];
  const offers = setApart(offered(prices, facts, words), words);
  const list = (language: Language) => listOffers(offers, language, aloud);
  const text = (language: Language) => listClauses(list(language), language);
  const factIds = offers.flatMap(({ price, goods, pack, tier, measure, mark, rest = [] }) =>
    [price, goods, pack?.fact, tier, measure?.fact, mark, ...rest].flatMap((fact) => fact?.id ?? []),
  );
  const isOne = list("en").length === 1;
  const key = !isOne ? "price.many" : offers.some(({ rest }) => rest !== undefined) ? "price.least" : "price.one";
  return [{ key, slots: { price: { factIds: [...new Set(factIds)], text } } }];
}

/** Prices that nothing sets apart are no list: the least of them is told, as a price from which on. */
function setApart(offers: readonly Offered[], words: GrowerWords | undefined): Offered[] {
  // `khổ 1m6 260k, khổ 1m4 220k/chiếc`: what the price is each is said once.
  const shared = offers.find((offer) => offer.each !== undefined)?.each;
  const eachOfAll = ({ price, each }: Offered) =>
    each ?? (isContracted(price) || words === undefined || unitSaid(price, words) !== undefined ? undefined : shared);
  let goods: Fact | undefined;
  const alike = Map.groupBy(offers, (offer, index) => {
    const { price } = offer;
    // `mực khô 1tr350, loại nhỏ 1tr1`: the goods are said once.
    goods = offer.goods ?? (words !== undefined && isAnotherKind(offers[index - 1]?.price, price, words) ? goods : undefined);
    const amount = price.amount && { ...price.amount, min: 1, max: 1 };
    const mark = writeOffer({ ...offer, goods, each: eachOfAll(offer), price: { ...price, amount } }, true, "en", undefined);
    return `${mark} ${offer.each === undefined && words !== undefined ? (unitSaid(price, words) ?? "") : ""}`;
  });
  return [...alike.values()].flatMap((same) => {
    const [first, ...rest] = same.toSorted((left, right) => (left.price.amount?.min ?? 0) - (right.price.amount?.min ?? 0));
    const sums = new Set(same.map(({ price: { amount } }) => `${amount?.min}-${amount?.max}`));
    if (first === undefined || sums.size < 2) return same;
    const named = same.find((offer) => offer.goods !== undefined)?.goods;
    return [{ ...first, goods: named, each: eachOfAll(first), rest: rest.map(({ price }) => price) }];
  });
}

/** Another kind of the goods before it, by the words between: other goods may have a name that we do not know. */
function isAnotherKind(previous: Fact | undefined, price: Fact, words: GrowerWords): boolean {
  if (previous?.source !== price.source) return false;
  return ANOTHER_KIND.test(foldText(sourceOf(price, words).slice(previous.end, price.start)));
}
const ANOTHER_KIND = /^[\s,]*(?:con |va )?(?:loai|size|co|hang) [^.;!?\n]*$/;

/** What each price that is for something of its own says, by its fact: a pack, a grade, from how much on. */
export function tellEachPrice(facts: readonly Fact[], words: GrowerWords, language: Language): ReadonlyMap<string, string> {
  const offers = offered(pricesOf(facts), facts, words);
  const own = offers.filter((offer) => Object.values(offer).filter((part) => part !== undefined).length > 1);
  return new Map(own.map((offer) => [offer.price.id, writeOffer(offer, offers.length > 1, language, undefined)]));
}

/** The floors of orders that are told with a price of their own. */
export function tiersOf(facts: readonly Fact[], words: GrowerWords | undefined): ReadonlySet<string> {
  const prices = pricesOf(facts);
  return new Set(prices.flatMap((price, index) => tierOf(price, prices[index - 1], facts, words)?.id ?? []));
}

function pricesOf(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ kind, amount }) => kind === "price" && amount !== undefined);
}

/** A width or height says something only beside another, any size only beside another price. */
function apart(measures: readonly (Measure | undefined)[]): (Measure | undefined)[] {
  const lengths = measures.filter((measure) => measure?.size?.unit === "cm").length;
  return measures.map((measure) => {
    if (measure?.quantity !== undefined) return measure;
    return measures.length < 2 || (measure?.size?.unit === "cm" && lengths < 2) ? undefined : measure;
  });
}

function offered(prices: readonly Fact[], facts: readonly Fact[], words: GrowerWords | undefined): Offered[] {
  const beside = words === undefined ? [] : besidePrices(prices, words);
  const headed = words === undefined ? new Map<string, Fact>() : goodsByHead(prices, facts, words);
  const goods = prices.map((price, index) => headed.get(price.id) ?? goodsOf(price, prices[index - 1], facts));
  const several = new Set(goods.flatMap((fact) => fact?.term ?? [])).size > 1 && !areOne(goods, prices, facts);
  const currencies = new Set(prices.map(({ amount }) => amount?.unit));
  const nouns = words === undefined || several ? [] : pricedGoods(prices, words);
  const measures = apart(
    prices.map((price, index) => (words === undefined ? undefined : measureBefore(price, prices[index - 1], facts, words))),
  );
  const byKilo = prices.some(
    ({ amount }, index) => amount?.per === "kg" && (measures[index]?.calibre ?? measures[index]?.size) !== undefined,
  );
  return prices.map((said, index) => {
    // `loại 5-6 con 300k/kg, loại 8-9 con 240k`: of one size by the kilo, of the next as well.
    const isShort = byKilo && said.amount?.per === undefined && measures[index]?.calibre !== undefined;
    const price: Fact = isShort && said.amount !== undefined ? { ...said, amount: { ...said.amount, per: "kg" } } : said;
    const previous = prices[index - 1];
    const pack = packOf(price, facts);
    // A set is told by its pieces.
    const isSet = beside[index]?.grade?.set === true;
    const whole = wholeOf(price);
    const tier = whole === undefined ? tierOf(price, previous, facts, words) : undefined;
    const each = isContracted(price) ? pieceOf(price, facts) : words === undefined ? undefined : eachOf(price, facts, words);
    const isAsked = words !== undefined && tier === undefined && pack === undefined && whole === undefined && prices.length > 1;
    const many = isAsked ? fromMany(price, { previous, each }, facts, words) : undefined;
    return {
      price,
      ...beside[index],
      mark: markOf(price, { previous, next: prices[index + 1], grade: beside[index]?.grade?.vi ?? "" }, facts),
      goods: several && !isSet ? goods[index] : undefined,
      noun: isSet || (pack !== undefined && pack.unit === undefined) ? undefined : nouns[index],
      buyers: currencies.size > 1 ? buyersAt(price) : undefined,
      pack,
      tier,
      from: many?.count === 1 ? undefined : many,
      each: each ?? (isContracted(price) ? undefined : many?.by),
      measure: whole ?? (pack === undefined ? measures[index] : undefined),
    };
  });
}
/** `Cam 30k/kg, giống lòng vàng, vụ tháng 11, thùng 20kg 550k`: what only tells which goods they are sets no price apart. */
function areOne(goods: readonly (Fact | undefined)[], prices: readonly Fact[], facts: readonly Fact[]): boolean {
  const terms = [...new Set(goods.flatMap((fact) => fact?.term ?? []))];
  return goods.some((variety, index) => {
    const price = prices[index];
    if (variety?.kind !== "variety" || price === undefined || terms.length !== 2) return false;
    if (!terms.includes(findTerm(variety.term ?? "")?.of ?? "")) return false;
    return facts.some(
      ({ kind, source, start, end }) => BETWEEN.has(kind) && source === price.source && start >= variety.end && end <= price.start,
    );
  });
}
const BETWEEN: ReadonlySet<string> = new Set(["season", "stock", "delivery", "taste", "origin", "practice", "certification"]);

/** `size S`, `40 độ đạm`: the fact that says the grade which is told with a price. */
function markOf(
  price: Fact,
  { previous, next, grade }: { previous: Fact | undefined; next: Fact | undefined; grade: string },
  facts: readonly Fact[],
): Fact | undefined {
  const told = foldText(grade);
  return facts.find(
    (fact) =>
      (fact.kind === "size" || fact.kind === "variety") &&
      fact.amount === undefined &&
      fact.term === undefined &&
      fact.source === price.source &&
      liesAfter(fact, previous) &&
      (next?.source !== fact.source || fact.end <= next.start) &&
      told.includes(foldText(fact.text)),
  );
}

/** `lấy 100 quả 2 triệu`: what they cost together, not each from there on. */
function wholeOf(price: Fact): Measure | undefined {
  const floor = price.amount?.per === undefined ? floorOf(price) : undefined;
  return floor === undefined || /(?<![a-z])(?:tu|tren|con|len)(?![a-z])/.test(foldText(price.quote))
    ? undefined
    : { quantity: floor.amount, text: floor.text };
}

/** A `cây` is a tree to the contract, and to a seller whatever is long. */
function isContracted({ amount }: Fact): boolean {
  return amount?.per !== undefined && amount.per !== "tree";
}

/** The goods named last between the price before and this one. */
function goodsOf(price: Fact, previous: Fact | undefined, facts: readonly Fact[]): Fact | undefined {
  return facts
    .filter(({ kind, term }) => (kind === "product" || kind === "variety") && term !== undefined && findTerm(term) !== undefined)
    .filter((fact) => (fact.end <= price.start || fact.start === price.start) && liesAfter(fact, previous) && fact.source === price.source)
    .toSorted((left, right) => left.end - right.end || Number(left.kind === "variety") - Number(right.kind === "variety"))
    .at(-1);
}

function liesAfter(fact: Fact, previous: Fact | undefined): boolean {
  return previous === undefined || previous.source !== fact.source || fact.start >= previous.end;
}

/** The pack a price is for: named inside the price's own words, or right before them by the same name. */
function packOf(price: Fact, facts: readonly Fact[]): Offered["pack"] {
  for (const fact of facts.toSorted((left, right) => right.start - left.start)) {
    const isBeside = fact.kind === "pack" && fact.source === price.source && fact.start < price.end && price.start < fact.end + PACK_REACH;
    const pack = isBeside ? packSaid(fact, facts) : undefined;
    if (pack === undefined || pack.unit !== price.amount?.per) continue;
    if (pack.unit !== undefined || holderSaid(fact.text) !== undefined) return { ...pack, fact };
  }
  return undefined;
}

/** `tối thiểu 2kg. Sỉ 40kg giá 150k/kg`: another sentence with a floor of its own. */
const FLOOR_BETWEEN = /[.;!?\n].*(?:si|buon|tu|tren|mua|lay|dat) \d/s;

/** From how much on a price holds: in its own words, or as the floor of an order right before a price that is not the first. */
function tierOf(price: Fact, previous: Fact | undefined, facts: readonly Fact[], words: GrowerWords | undefined): Fact | undefined {
  const floor = floorOf(price);
  if (floor !== undefined) return { ...price, ...floor };
  if (previous === undefined) return undefined;
  return facts.find(
    (fact) =>
      fact.kind === "minimum-order" &&
      fact.amount !== undefined &&
      fact.source === price.source &&
      // Right behind the price before it is that price's own: `28k/kg từ 100kg, lẻ 40k/kg`.
      liesAfter(fact, previous) &&
      (previous.source !== fact.source || fact.start > previous.end + 1) &&
      fact.start < price.end &&
      price.start - fact.end <= TIER_REACH &&
      (words === undefined || !FLOOR_BETWEEN.test(foldText(sourceOf(price, words).slice(fact.end, price.start)))),
  );
}
