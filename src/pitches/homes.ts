import type { Fact, GrowerWords } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { keyOf, nameGoods, type Goods } from "./goods.ts";
import { goodsNamed, goodsSold } from "./goods-named.ts";
import { nameAsSold } from "./name-as-sold.ts";
import { namePlace } from "./name-product.ts";
import { listClauses } from "./write-list.ts";
import type { Slot } from "./sentence.ts";
import { sourceOf } from "./words-around.ts";

/** Goods with the places they come from. */
export type Home = { goods: readonly Goods[]; places: readonly Fact[] };

/** Each of several goods with its own places, where every place stands behind goods and those are of provinces apart; else none. */
export function homesOf(facts: readonly Fact[], words: GrowerWords | undefined): Home[] {
  const sold = goodsSold(facts);
  const origins = facts.filter(({ kind, term }) => kind === "origin" && findTerm(term ?? "")?.kind === "place");
  if (sold.size < 2 || origins.length < 2 || words === undefined) return [];
  const homes = new Map<string, Home>();
  for (const source of new Set(origins.map((fact) => fact.source))) {
    const places = origins.filter((fact) => fact.source === source).toSorted((left, right) => left.start - right.start);
    const [first] = places;
    if (first === undefined) continue;
    const text = sourceOf(first, words);
    const own = facts.filter((fact) => fact.source === source);
    let tied: { end: number; goods: readonly Goods[] } | undefined;
    for (const place of places) {
      const named = goodsNamed(text, own, sold).findLast(({ start }) => start <= place.start);
      const before = tied === undefined || (named !== undefined && named.end > tied.end) ? named : tied;
      if (before === undefined || before.goods.length === 0 || !BESIDE.test(foldText(text.slice(before.end, place.start)))) return [];
      const key = keyOf(before.goods);
      homes.set(key, { goods: before.goods, places: [...(homes.get(key)?.places ?? []), place] });
      tied = { end: Math.max(before.end, place.end), goods: before.goods };
    }
  }
  const all = [...homes.values()].map(({ goods, places }) => ({ goods: goods.map((one) => called(one, facts)), places }));
  return all.some((one, at) => all.slice(0, at).some((other) => areApart(one, other))) ? all : [];
}

/** `bưởi Năm Roi ở Bình Minh, Vĩnh Long, còn cam sành ở Hàm Yên, Tuyên Quang`; `undefined` where all goods come from one place. */
export function nameHomes(facts: readonly Fact[], words: GrowerWords | undefined): Slot | undefined {
  const homes = homesOf(facts, words);
  if (homes.length === 0) return undefined;
  return {
    factIds: homes.flatMap(({ places }) => places.map(({ id }) => id)),
    text: (language) =>
      listClauses(
        homes.map((home) => nameHome(home, language)),
        language,
      ),
  };
}

function nameHome({ goods, places }: Home, language: Language): string {
  const [name, place] = [nameGoods(goods, language), namePlace(places)?.text(language) ?? ""];
  if (language === "ja") return `${name}は${place}`;
  if (language === "vi") return `${name} ở ${place}`;
  const isWithin = places.length === 2 && places.some(({ term = "" }) => findTerm(term)?.level === "province");
  return `${name} from ${isWithin ? place.replace(", ", " in ") : place}`;
}

function called(goods: Goods, facts: readonly Fact[]): Goods {
  return { ...goods, called: nameAsSold(goods.term, facts) };
}

function areApart(one: Home, other: Home): boolean {
  const provinces = new Set(one.places.flatMap(provincesOf));
  return other.places.every((place) => provincesOf(place).every((id) => !provinces.has(id)));
}

function provincesOf({ term = "" }: Fact): string[] {
  const place = findTerm(term);
  return [...(place?.level === "province" ? [term] : []), place?.province, place?.formerProvince].flatMap((id) => id ?? []);
}

/** Between goods and a place, or a place and the next: `cam sành ở Hàm Yên (tỉnh Tuyên Quang)`. */
const BESIDE = /^[\s,(/–-]*(?:(?:o|tai|tu|cua|vung|dat|que|xu|xa|huyen|tinh|thi xa|trong|lay|nha em|nha minh)\s+)*$/;
