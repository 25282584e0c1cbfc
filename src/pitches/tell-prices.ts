import type { Fact, GrowerWords } from "#facts/fact.ts";
import { asSaid } from "#facts/loose-packs.ts";
import { floorOf } from "#facts/price-floor.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { besidePrices } from "./beside-price.ts";
import type { Telling } from "./sentence.ts";
import type { Region } from "./voice.ts";
import { writeConverted } from "./write-converted.ts";
import { writeList } from "./write-list.ts";
import { writeOffer, type Offered } from "./write-offer.ts";

/** From how far before a price the floor of an order still is that price's own: `lấy từ 1 tấn trở lên tính 31 ngàn`. */
const TIER_REACH = 24;

/** All prices in one sentence, each with what it is for. `words`: where grades stand that no fact holds. */
export function tellPrices(facts: readonly Fact[], words: GrowerWords | undefined, aloud: Region | undefined): Telling[] {
  const prices = pricesOf(facts);
  if (prices.length === 0) return [];
  const offers = offered(prices, facts, words);
  const write = (language: Language) =>
    new Set(
      offers.map(
        (offer, index) => writeOffer(offer, offers.length > 1, language, aloud) + writeConverted(offer.price, language, index === 0),
      ),
    );
  const text = (language: Language) => (language === "vi" ? listPrices([...write(language)]) : writeList([...write(language)], language));
  const factIds = offers.flatMap(({ price, goods, pack, tier }) => [price, goods, pack, tier].flatMap((fact) => fact?.id ?? []));
  const many = write("en").size > 1;
  return [{ key: many ? "price.many" : "price.one", slots: { price: { factIds: [...new Set(factIds)], text } } }];
}

/** What each price that is for something of its own says, by its fact: a pack, a grade, from how much on. */
export function tellEachPrice(facts: readonly Fact[], words: GrowerWords, language: Language): ReadonlyMap<string, string> {
  const told = facts.map(asSaid);
  const offers = offered(pricesOf(told), told, words);
  const own = offers.filter((offer) => Object.keys(offer).length > 1);
  return new Map(own.map((offer) => [offer.price.id, writeOffer(offer, offers.length > 1, language, undefined)]));
}

/** `A, B, còn C`: prices are read out with a breath before the last. */
function listPrices(prices: readonly string[]): string {
  return [...prices.slice(0, -1), prices.length > 1 ? `còn ${prices.at(-1) ?? ""}` : (prices[0] ?? "")].join(", ");
}

/** The floors of orders that are told with a price of their own. */
export function tiersOf(facts: readonly Fact[]): ReadonlySet<string> {
  const prices = pricesOf(facts);
  return new Set(prices.flatMap((price, index) => tierOf(price, prices[index - 1], facts)?.id ?? []));
}

function pricesOf(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ kind, amount }) => kind === "price" && amount !== undefined);
}

function offered(prices: readonly Fact[], facts: readonly Fact[], words: GrowerWords | undefined): Offered[] {
  const beside = words === undefined ? [] : besidePrices(prices, words);
  const goods = prices.map((price, index) => goodsOf(price, prices[index - 1], facts));
  const several = new Set(goods.flatMap((fact) => fact?.term ?? [])).size > 1;
  return prices.map((price, index) => {
    const offer: Offered = { price, ...beside[index] };
    const own = goods[index];
    const pack = packOf(price, facts);
    const tier = tierOf(price, prices[index - 1], facts);
    if (own !== undefined && several) offer.goods = own;
    if (pack !== undefined) offer.pack = pack;
    if (tier !== undefined) offer.tier = tier;
    return offer;
  });
}

/** The goods named last between the price before and this one. */
function goodsOf(price: Fact, previous: Fact | undefined, facts: readonly Fact[]): Fact | undefined {
  return facts
    .filter(({ kind, term }) => (kind === "product" || kind === "variety") && term !== undefined && findTerm(term) !== undefined)
    .filter((fact) => fact.end <= price.start && liesAfter(fact, previous) && fact.source === price.source)
    .toSorted((left, right) => left.end - right.end || Number(left.kind === "variety") - Number(right.kind === "variety"))
    .at(-1);
}

function liesAfter(fact: Fact, previous: Fact | undefined): boolean {
  return previous === undefined || previous.source !== fact.source || fact.start >= previous.end;
}

/** The pack a price is for: named inside the price's own words. */
function packOf(price: Fact, facts: readonly Fact[]): Fact | undefined {
  return facts.find(
    ({ kind, source, start, end, amount }) =>
      kind === "pack" &&
      source === price.source &&
      start < price.end &&
      price.start < end &&
      amount?.per !== undefined &&
      amount.per === price.amount?.per,
  );
}

/** From how much on a price holds: in its own words, or as the floor of an order right before a price that is not the first. */
function tierOf(price: Fact, previous: Fact | undefined, facts: readonly Fact[]): Fact | undefined {
  const floor = floorOf(price);
  if (floor !== undefined) return { ...price, ...floor };
  if (previous === undefined) return undefined;
  return facts.find(
    (fact) =>
      fact.kind === "minimum-order" &&
      fact.amount !== undefined &&
      fact.source === price.source &&
      liesAfter(fact, previous) &&
      fact.start < price.end &&
      price.start - fact.end <= TIER_REACH,
  );
}
