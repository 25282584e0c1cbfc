import type { Fact, FactKind, GrowerWords } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import { goodsOfFacts } from "#pitches/goods-of-facts.ts";
import { openPhrases } from "#pitches/phrases.ts";
import { plainText } from "#pitches/ruby.ts";
import { tellDeals } from "#pitches/tell-deals.ts";
import { tellFacts } from "#pitches/tell-facts.ts";
import { tellEachPrice } from "#pitches/tell-prices.ts";
import { writtenVoice } from "#pitches/voice.ts";
import { isRough } from "#pitches/write-amount.ts";

/** These say more than an amount or a name holds: `keep them in the fridge`, `we ship nationwide`. */
const IN_CLAUSES = new Set<FactKind>(["storage", "delivery", "practice", "taste", "award", "grower", "story"]);

/** What is told from: the facts the listing rests on, and the grower's words, which say which grade a price is for. */
type Told = { words: Words; facts: readonly Fact[]; said: GrowerWords };

/** What one fact says in words of the reader's language; undefined where its amount or name says it all, or no words are known. */
export function tellFact({ words, facts, said }: Told, fact: Fact, language: Language): string | undefined {
  if (fact.kind === "price") return written(tellEachPrice(facts, said, language).get(fact.id) ?? dealOf({ words, facts }, fact, language));
  const goods = goodsOfFacts(facts, said);
  if (!IN_CLAUSES.has(fact.kind) && !goods.has(fact.id) && !isRough(fact.text)) return undefined;
  const tellings = tellFacts({ facts: [fact], phrases: openPhrases(words, writtenVoice(facts)), goods }, [fact.kind]);
  const told = tellings.flatMap(({ slots }) => Object.values(slots).map((slot) => written(slot.text(language))));
  return told.length === 0 ? undefined : told.join(language === "ja" ? "。" : "; ");
}

/** A discount, a gift or a deposit, with its name. */
function dealOf({ words, facts }: Pick<Told, "words" | "facts">, fact: Fact, language: Language): string | undefined {
  const deals = tellDeals(facts, writtenVoice(facts)).map(({ key, slots }) => ({ key, deal: slots["deal"] }));
  const told = deals.find(({ deal }) => deal?.factIds.includes(fact.id));
  return told?.deal && words.in(language, "listing")(`line.${told.key}`, { deal: told.deal.text(language) });
}

function written(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = plainText(text);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
