import type { Fact, FactKind, GrowerWords } from "#facts/fact.ts";
import { asSaid } from "#facts/loose-packs.ts";
import type { Phrases } from "./phrases.ts";
import type { Slot, Telling } from "./sentence.ts";
import { tellAmount, tellCalibre, tellContacts, tellPacks } from "./tell-amounts.ts";
import { tellCertificates } from "./tell-certificates.ts";
import { isPlaceToKeep, tellClauses } from "./tell-clauses.ts";
import { isBounded, tellKeeping } from "./tell-keeping.ts";
import { tellPrices, tiersOf } from "./tell-prices.ts";
import { tellStrength } from "./tell-strength.ts";
import { tellTogether } from "./tell-together.ts";

/** What is told from, and how: the grower's words say which grade a price is for. `leftOut`: of phrases, only what is not used or added. */
export type Tale = { facts: readonly Fact[]; phrases: Phrases; words?: GrowerWords | undefined; leftOut?: boolean };

/** Every way to tell what the facts of some kinds say, in order; a fact that cannot be told in all languages is left out of all. */
export function tellFacts(tale: Tale, kinds: readonly FactKind[]): Telling[] {
  const { phrases, words } = tale;
  const facts = tale.facts.map(asSaid);
  const { voice } = phrases;
  const tiers = tiersOf(facts);
  // `ngăn mát 1 tháng, ngăn đông 6 tháng`: the times say where, too.
  const times = kinds.includes("shelf-life") ? facts.filter(({ kind }) => kind === "shelf-life") : [];
  const places = isBounded(times, words) ? facts.filter(isPlaceToKeep) : [];
  return distinct(
    kinds.flatMap((kind) => {
      const own = facts.filter((fact) => fact.kind === kind && !tiers.has(fact.id) && !places.includes(fact));
      if (kind === "price") return tellPrices(facts, words, voice.aloud ? voice.region : undefined);
      return [...tellAmounts(kind, own, tale), ...tellClauses(own, tale)];
    }),
  );
}

function tellAmounts(kind: FactKind, own: readonly Fact[], { facts, phrases: { voice }, words }: Tale): Telling[] {
  if (kind === "pack") return tellPacks(own, voice);
  if (kind === "contact") return tellContacts(own);
  if (kind === "variety") return tellStrength(own);
  if (kind === "shelf-life") return tellKeeping(own, voice, words);
  if (kind === "certification") return tellCertificates(own, facts, words);
  const tellings = own.flatMap((fact) => (kind === "size" ? tellCalibre(fact, facts, voice) : []).concat(tellAmount(fact, voice, words)));
  return tellTogether(kind === "size" ? "size.each" : kind, tellings, own, words);
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
