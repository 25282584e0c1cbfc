import type { Fact, FactKind } from "#facts/fact.ts";
import { exportedTo } from "#facts/exported-to.ts";
import type { Language } from "#i18n/language.ts";
import { madeOf } from "#facts/made-of.ts";
import { tradeTerms } from "#facts/trade-terms.ts";
import { areMany, calledPlainly, keyOf, nameGoods, type Goods } from "./goods.ts";
import { besideOthers, inParticular } from "./beside-clauses.ts";
import type { GoodsOf } from "./goods-of-facts.ts";
import { inOwnWords } from "./in-own-words.ts";
import { addReading } from "./japanese-reading.ts";
import { inDetail } from "./in-detail.ts";
import { joinInEnglish } from "./join-english.ts";
import { joinInJapanese, PLACES_TO_KEEP } from "./join-japanese.ts";
import { joinInVietnamese } from "./join-vietnamese.ts";
import { isFree, leastOrder, SENT_FREE } from "./free-from.ts";
import { ALL_OF_IT, besidesLists, ingredientPhrase, nameIngredients } from "./name-ingredients.ts";
import { knownClauses } from "./known-clauses.ts";
import { layersOf } from "./layers-of.ts";
import { isPromised } from "./is-promised.ts";
import { FERMENTED, isToldBy } from "./told-by.ts";
import { palletLoad } from "./pallet-load.ts";
import type { Phrases } from "./phrases.ts";
import { isToldWithOrders, NO_WAY, PLACES_SENT_TO, regionOf, sendingClauses } from "./sending-clauses.ts";
import type { Telling } from "./sentence.ts";
import { isLasting, mannerOf } from "./tell-amounts.ts";
import {
  cityWithin,
  doorIn,
  GREAT_TOWNS,
  isGreatTown,
  nameCountries,
  nameTown,
  nameTowns,
  nameWithin,
  placeWithTime,
  townNamed,
  townsSentTo,
  townWithTime,
} from "./places-sent-to.ts";
import { chilledAt } from "./where-kept.ts";
import { writeAmount, type Manner } from "./write-amount.ts";

/** One phrase of the trade in a fact; `frame` is what it is told with, `goods` what it is about where not of all that is sold, `list` what its phrase lists. */
export type Clause = {
  id: string;
  frame: string;
  negative: boolean;
  fact: Fact;
  goods: readonly Goods[];
  list?: (language: Language, manner?: Manner) => string;
};

/** More in one breath are not heard. */
const CLAUSES_MAX = 3;
/** The frame of `locales/<language>/pitch.json` in which a kind's statements are told. */
const FRAMES: Partial<Record<FactKind, string>> = {
  taste: "tell.taste",
  size: "tell.taste",
  variety: "tell.taste",
  delivery: "tell.delivery",
  pack: "tell.packing",
  grower: "tell.story",
  story: "tell.story",
  season: "tell.season",
};

/** What free text says in known phrases, up to three of a kind in a sentence: `cùi dày, ăn giòn, mọng nước`. */
export function tellClauses(own: readonly Fact[], phrases: Phrases, goods: GoodsOf, leftOut: boolean): Telling[] {
  const clauses = besideOthers(inParticular(own.flatMap((fact) => clausesOf(fact, goods.get(fact.id) ?? [], leftOut))));
  const once = clauses.filter((clause, at) => clauses.findIndex((other) => same(other, clause)) === at);
  // `không tẩy trắng, phơi giàn` would deny both, and who pays on delivery does not send.
  const first = once.toSorted((left, right) => Number(comesLast(left)) - Number(comesLast(right)));
  const heads = [...new Set(first.map(headOf))];
  return heads.flatMap((head) =>
    groups(first.filter((clause) => headOf(clause) === head)).map((group): Telling => ({
      key: group[0]?.frame ?? head,
      slots: {
        clause: {
          // A phrase said in two facts is told once and rests on both.
          factIds: [...new Set(clauses.filter((clause) => group.some((each) => same(each, clause))).map(({ fact }) => fact.id))],
          text: (language) => join(group, language, phrases),
        },
      },
    })),
  );
}

function comesLast({ id, negative }: Clause): boolean {
  return negative || id === "cod" || id === "pick-up-too";
}

/** Clauses with the same head are told together. */
function headOf({ frame, goods, fact }: Clause): string {
  return `${frame}|${keyOf(goods)}|${regionOf(fact) === undefined && leastOrder(fact) === undefined ? "" : fact.id}`;
}

function same(left: Clause, right: Clause): boolean {
  return (
    left.id === right.id &&
    left.list?.("vi") === right.list?.("vi") &&
    (!left.id.startsWith("fee") || left.fact.amount?.max === right.fact.amount?.max) &&
    regionOf(left.fact)?.id === regionOf(right.fact)?.id &&
    keyOf(left.goods) === keyOf(right.goods)
  );
}

function clausesOf(fact: Fact, goods: readonly Goods[], leftOut: boolean): Clause[] {
  const store = goods.length === 0 ? "store" : "store-of";
  const chilled = chilledAt(fact);
  const lists = fact.kind === "practice" ? madeOf(fact.quote) : [];
  const known = knownClauses(lists.length === 0 ? fact : { ...fact, text: besidesLists(fact.quote, lists) });
  const town = townWithTime(fact, known);
  const city = fact.kind === "delivery" ? cityWithin(fact) : undefined;
  const today = city === undefined && known.some(({ id }) => id === "same-day") ? townNamed(known) : undefined;
  const door = fact.kind === "delivery" && !isFree(fact) && !isLasting(fact) ? doorIn(fact) : undefined;
  const cityToday = city !== undefined && !isFree(fact) && known.some(({ id }) => id === "same-day");
  const costs = sendingClauses(fact);
  const isPriced = costs.some(({ id }) => id.startsWith("fee") || id === "free-from-to") && !isLasting(fact);
  const layers = layersOf(fact);
  const load = palletLoad(fact);
  const said = known
    .filter(({ id }) => ((city ?? door) === undefined || !GREAT_TOWNS.has(id)) && (id !== "unsprayed-days" || isLasting(fact)))
    .filter(({ id }) => !(isPriced && PLACES_SENT_TO.has(id)) && !isToldWithOrders(id, fact))
    .filter(
      ({ id, negative }) => !isToldBy(id, known) && (negative || !leftOut) && !(id === "same-day" && (today !== undefined || cityToday)),
    )
    .map((clause) => (clause.id === chilled ? { ...clause, id: `${chilled}-at` } : clause))
    .map((clause) => (FERMENTED.has(clause.id) && isLasting(fact) ? { ...clause, id: `${clause.id}-for` } : clause))
    .map((clause) => (clause.id === town ? { ...clause, id: `${town}-in` } : clause))
    .map((clause) => (clause.id === today ? { ...clause, id: `${today}-same-day` } : clause))
    .map(({ id: plain, frame: of, negative }): Clause => {
      const frame = of === "store" ? store : (FRAMES[fact.kind] ?? "tell.practice");
      const { id, amount, ...list } = inDetail(plain, fact);
      const clause = { id, ...list, fact: amount === undefined ? fact : { ...fact, amount }, goods, negative, frame };
      if (city !== undefined && id === "in-city")
        return { ...clause, id: cityToday ? "in-city-of-same-day" : "in-city-of", list: (language) => nameWithin(city, language) };
      if (door !== undefined && id === "to-door") return { ...clause, id: "to-door-in", list: (language) => nameTown(door, language) };
      if (load !== undefined && id === "pallet") return { ...clause, id: "pallet-load", list: load };
      return layers !== undefined && LAYERED.has(id) ? { ...clause, id: `${id}-layers`, list: () => layers } : clause;
    });
  const add = (id: string, frame: string, about = fact): Clause => ({ id, frame, negative: false, fact: about, goods });
  const more: Clause[] = [];
  if (fact.kind === "storage" && fact.amount?.unit === "celsius" && chilled === undefined) more.push(add("temperature", store));
  if (!leftOut)
    said.unshift(
      ...lists.map((made): Clause => ({
        ...add(ingredientPhrase(made), "tell.practice", { ...fact, amount: ALL_OF_IT }),
        list: (language) => nameIngredients(made.of, language),
      })),
    );
  const abroad = fact.kind === "story" ? exportedTo(fact.quote).flatMap(({ to }) => to) : [];
  if (abroad.length > 0) more.push({ ...add("exported", "tell.story"), list: (language) => nameCountries(abroad, language) });
  if (fact.kind !== "delivery") return [...said, ...more];
  for (const { id, port } of tradeTerms(fact.text))
    more.push(port === undefined ? add(id, "tell.export") : { ...add(`${id}-at`, "tell.export"), list: (language) => port[language] });
  const towns = costs.length > 0 || isLasting(fact) || isFree(fact) || (city ?? door) !== undefined ? [] : townsSentTo(fact);
  if (towns.length > 0 && said.some(({ id }) => GREAT_TOWNS.has(id) || !PLACES_SENT_TO.has(id)) && !towns.every(isGreatTown)) {
    const to: Clause = { ...add("to-towns", "tell.delivery"), list: (language) => nameTowns(towns, language) };
    const ways = said.filter(({ id }) => !GREAT_TOWNS.has(id));
    return [...ways.filter(({ id }) => !NO_WAY.has(id)), to, ...ways.filter(({ id }) => NO_WAY.has(id)), ...more];
  }
  const isBare = said.every(({ id }) => id === "buyer-pays-freight") && costs.length === 0;
  if (isBare && !isLasting(fact) && isPromised(fact)) {
    said.unshift(
      towns.length === 0
        ? add("delivers", "tell.delivery")
        : { ...add("to-towns", "tell.delivery"), list: (language) => nameTowns(towns, language) },
    );
  }
  const free = isFree(fact) ? said.find(({ id }) => SENT_FREE.has(id)) : undefined;
  if (free !== undefined) free.id = `${free.id}-free`;
  const place = town === undefined && isLasting(fact) ? placeWithTime(fact) : undefined;
  if (place !== undefined) more.push({ ...add("place-in", "tell.delivery"), list: (language) => nameTown(place, language) });
  else if (isLasting(fact) && town === undefined)
    more.push(add(/lead time/i.test(fact.text) ? "lead-time" : "delivery-time", "tell.delivery"));
  const told = costs.map(({ id, amount, list }): Clause => ({
    ...add(id, "tell.delivery", amount === undefined ? fact : { ...fact, amount }),
    ...(list && { list }),
  }));
  // The days of the standard delivery are not those of the express one before it.
  return costs.some(({ id }) => /^fee-(?:fast|standard)/.test(id)) ? [...told, ...said, ...more] : [...said, ...more, ...told];
}

/** Boxes of board, which has so many layers. */
const LAYERED: ReadonlySet<string> = new Set(["carton", "export-carton"]);

/** As evenly as can be: four are told as two and two. */
function groups(clauses: readonly Clause[]): Clause[][] {
  const count = Math.ceil(clauses.length / CLAUSES_MAX);
  const size = Math.ceil(clauses.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, at) => clauses.slice(at * size, (at + 1) * size));
}

/** In Vietnamese the subject is said once, in English the last is joined by `and`. */
function join(clauses: readonly Clause[], language: Language, phrases: Phrases): string {
  const goods = clauses[0]?.goods ?? [];
  const region = clauses.map(({ fact }) => regionOf(fact)).find((zone) => zone !== undefined);
  if (region !== undefined)
    return phrases.say(language, "names.elsewhere", 0, { zone: region[language], clause: joinClauses(clauses, language, phrases) });
  const least = clauses.map(({ fact }) => leastOrder(fact)).find((amount) => amount !== undefined);
  if (least !== undefined) {
    const amount = writeAmount(least, language, mannerOf(clauses[0]?.fact ?? { text: "" }, phrases.voice));
    const spoken = language === "ja" ? addReading(amount) : amount;
    return phrases.say(language, "names.from-order", 0, { amount: spoken, clause: joinClauses(clauses, language, phrases) });
  }
  if (goods.length === 0) return joinClauses(clauses, language, phrases);
  const about = joinClauses(clauses, language, phrases.about(areMany(goods)));
  const name = nameGoods(calledPlainly(goods, about), language);
  // `we grow the lettuce in water`
  if (language === "en" && WORKED_ON.test(about)) return about.replace(WORKED_ON, `$1 the ${name}`);
  return phrases.say(language, `names.${ABOUT[clauses[0]?.frame ?? ""] ?? "about"}`, 0, { goods: name, clause: about });
}

function joinClauses(clauses: readonly Clause[], language: Language, phrases: Phrases): string {
  if (language === "ja")
    return joinInJapanese(
      clauses.map((clause) => ({
        id: clause.id,
        of: clause.fact.id,
        ends: tellClause(clause, language, phrases, 0),
        runsOn: tellClause(clause, language, phrases, 1),
      })),
    );
  const told = clauses.map((clause, at) => tellClause(clause, language, phrases, language === "vi" && at > 0 ? 1 : 0));
  const isEither = clauses.length > 1 && clauses.every(({ id }) => PLACES_TO_KEEP.has(id));
  return language === "vi" ? joinInVietnamese(told, isEither) : joinInEnglish(told, isEither);
}

/** How goods are named that something is said of. */
const ABOUT: Readonly<Record<string, string>> = { "store-of": "kept", "tell.delivery": "sent" };

/** What is done to the goods, or asked of who buys them. */
const WORKED_ON = /^((?:we )?(?:don't |do not )?[a-z-]+) (?:it|them)(?= )/;

function tellClause({ id, fact, list }: Clause, language: Language, phrases: Phrases, form: number): string {
  const manner = mannerOf(fact, phrases.voice);
  const amount = fact.amount === undefined ? "" : writeAmount(fact.amount, language, manner);
  const told = phrases.say(language, `known.${id}`, form, {
    amount: language === "ja" ? addReading(amount) : amount,
    list: list?.(language, manner) ?? "",
  });
  return language === "vi" ? inOwnWords(told, fact) : told;
}
