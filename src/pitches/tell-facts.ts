import type { Fact, FactKind, GrowerWords } from "#facts/fact.ts";
import { keyOf } from "./goods.ts";
import { goodsOfFacts, type GoodsOf } from "./goods-of-facts.ts";
import type { Phrases } from "./phrases.ts";
import type { Slot, Telling } from "./sentence.ts";
import { tellAmount, tellCalibre, tellPacks } from "./tell-amounts.ts";
import { tellAreas } from "./tell-areas.ts";
import { tellCertificates } from "./tell-certificates.ts";
import { tellClauses } from "./tell-clauses.ts";
import { tellContacts } from "./tell-contacts.ts";
import { tellDeals } from "./tell-deals.ts";
import { isBounded, tellKeeping } from "./tell-keeping.ts";
import { tellPrices, tiersOf } from "./tell-prices.ts";
import { tellLeastCount } from "./tell-least-count.ts";
import { tellOfGoods } from "./tell-of-goods.ts";
import { tellStrength } from "./tell-strength.ts";
import { tellTogether } from "./tell-together.ts";
import { isPlaceToKeep } from "./where-kept.ts";
import { kinBefore, tellYearsOfKin } from "./years-of-kin.ts";

/**
 * What is told from, and how: the grower's words say which grade a price is for. `leftOut`: of phrases, only what is not used or
 * added; `goods`: of which goods each fact is, where not all facts are here that say it.
 */
export type Tale = { facts: readonly Fact[]; phrases: Phrases; words?: GrowerWords | undefined; leftOut?: boolean; goods?: GoodsOf };

/** Every way to tell what the facts of some kinds say, in order; a fact that cannot be told in all languages is left out of all. */
export function tellFacts(tale: Tale, kinds: readonly FactKind[]): Telling[] {
  const { phrases, words, leftOut = false } = tale;
  const { goods = goodsOfFacts(tale.facts, words) } = tale;
  // Of goods that have no name here, it would be told of all.
  const facts = tale.facts.filter(({ id }) => goods.get(id)?.length !== 0);
  const { voice } = phrases;
  const tiers = tiersOf(facts, words);
  // `ngăn mát 1 tháng, ngăn đông 6 tháng`: the times say where, too.
  const times = kinds.includes("shelf-life") ? facts.filter(({ kind }) => kind === "shelf-life") : [];
  const isOfSame = (left: Fact) => (right: Fact) => keyOf(goods.get(left.id)) === keyOf(goods.get(right.id));
  const places = facts.filter((fact) => isPlaceToKeep(fact) && isBounded(times, words, isOfSame(fact)));
  return distinct(
    kinds.flatMap((kind) => {
      const own = facts.filter((fact) => fact.kind === kind && !tiers.has(fact.id) && !places.includes(fact));
      if (kind === "price") return tellPrices(facts, words, voice.aloud ? voice.region : undefined);
      return [
        ...tellAmounts(kind, own, { ...tale, facts, goods }),
        ...tellClauses(own, phrases, goods, leftOut),
        ...(kind === "grower" ? tellYearsOfKin(own, phrases, words) : []),
        // Beside several prices each is told with its own.
        ...(kind === "size" && facts.filter((fact) => fact.kind === "price").length === 1 ? tellAreas({ facts, words }) : []),
        ...(kind === "minimum-order" ? tellDeals(facts, voice) : []),
      ];
    }),
  );
}

function tellAmounts(
  kind: FactKind,
  own: readonly Fact[],
  { facts, phrases: { voice }, words, goods }: Tale & { goods: GoodsOf },
): Telling[] {
  if (kind === "pack") return tellPacks(own, facts, voice);
  if (kind === "contact") return tellContacts(own);
  if (kind === "variety") return tellStrength(own, facts);
  if (kind === "shelf-life") return tellOfGoods(tellKeeping(own, voice, words, goods), goods);
  if (kind === "certification") return tellCertificates(own, facts, words);
  const tellings = own.flatMap((fact) =>
    kind === "grower" && words !== undefined && kinBefore(fact, words) !== undefined
      ? []
      : (kind === "size" ? tellCalibre(fact, facts, voice) : tellLeastCount(fact, facts)).concat(tellAmount(fact, voice, words, facts)),
  );
  return kind === "size" || kind === "sweetness"
    ? tellTogether(kind === "size" ? "size.each" : kind, tellings, goods)
    : tellOfGoods(tellings, goods);
}

/** Said twice in the notes, told once, and resting on both. */
function distinct(tellings: readonly Telling[]): Telling[] {
  const byWords = new Map<string, Telling>();
  for (const { key, slots } of tellings) {
    const words = `${key}:${Object.values(slots)
      .map((slot) => slot.text("vi"))
      .join("|")}`;
    const before = byWords.get(words)?.slots ?? {};
    const both = Object.entries(slots).map(([name, slot]): [string, Slot] => [
      name,
      { ...slot, factIds: [...(before[name]?.factIds ?? []), ...slot.factIds] },
    ]);
    byWords.set(words, { key, slots: Object.fromEntries(both) });
  }
  return [...byWords.values()];
}
