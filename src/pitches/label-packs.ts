import type { Fact, GrowerWords } from "#facts/fact.ts";
import type { Market } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import { familyOf, findTerm } from "#lexicon/lexicon.ts";
import type { LabelRow } from "./coach.ts";
import { goodsOfFacts, type GoodsOf } from "./goods-of-facts.ts";
import { goodsNamed, goodsSold } from "./goods-named.ts";
import { homesOf, type Home } from "./homes.ts";
import { labelPack, nameOnLabel } from "./label-pack.ts";
import { nameOfGoods } from "./name-product.ts";
import { familiesOf } from "./plan-pitch.ts";
import { plainText } from "./ruby.ts";
import { textsOf } from "./texts-of.ts";
import { sourceOf } from "./words-around.ts";

/** What to print on each pack: goods of one family and place share a label, others have one each, from the facts that are about them. */
export function labelPacks(asked: {
  facts: readonly Fact[];
  markets: readonly Market[];
  words: Words;
  said?: GrowerWords | undefined;
}): LabelRow[] {
  const { facts, said } = asked;
  const families = familiesOf(facts);
  const homes = homesOf(facts, said);
  if (families.length < 2 && homes.length === 0) return labelPack({ ...asked, family: families[0] });
  const goods = goodsOfFacts(facts, said);
  return [...goodsSold(facts)].flatMap((term) => {
    const name = textsOf((language) => nameOnLabel(plainText(nameOfGoods(term, language, facts))));
    const rows = labelPack({
      ...asked,
      facts: facts.filter((fact) => isAbout(fact, term, { facts, said, goods, homes })),
      family: familyOf(term),
    });
    return rows.map((row): LabelRow => ({ ...row, goods: name }));
  });
}

/** A fact of these goods, or of all; what a pack holds is of the goods named last before it, a place of those it stands behind. */
function isAbout(
  fact: Fact,
  term: string,
  { facts, said, goods, homes }: { facts: readonly Fact[]; said: GrowerWords | undefined; goods: GoodsOf; homes: readonly Home[] },
): boolean {
  const isSame = (one: { term?: string | undefined } | undefined) => one?.term === term || findTerm(term)?.of === one?.term;
  if (isGoods(fact)) return isSame(fact);
  const tied = goods.get(fact.id);
  if (tied !== undefined) return tied.some(isSame);
  const home = homes.find(({ places }) => places.includes(fact));
  if (home !== undefined) return home.goods.some(isSame);
  const own = facts.filter(({ source }) => source === fact.source);
  if (fact.kind === "origin") {
    const before = own.filter((other) => isGoods(other) && other.start <= fact.start && fact.start <= other.end + 1);
    return before.length === 0 || before.some(isSame);
  }
  if (fact.kind !== "pack" && fact.kind !== "size") return true;
  const mentions = said === undefined ? [] : goodsNamed(sourceOf(fact, said), own, goodsSold(facts));
  const last = mentions.findLast(({ end }) => end <= fact.start);
  return last === undefined || last.goods.some(isSame);
}

function isGoods({ kind }: Fact): boolean {
  return kind === "product" || kind === "variety";
}
