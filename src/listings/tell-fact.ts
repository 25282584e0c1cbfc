import type { Fact, FactKind } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import { openPhrases } from "#pitches/phrases.ts";
import { plainText } from "#pitches/ruby.ts";
import { tellFacts } from "#pitches/tell-facts.ts";
import { writtenVoice } from "#pitches/voice.ts";

/** These say more than an amount or a name holds: `keep them in the fridge`, `we ship nationwide`. */
const IN_CLAUSES = new Set<FactKind>(["storage", "delivery", "practice", "taste", "award", "grower", "story"]);

/** What one fact says in words of the reader's language; undefined where its amount or name says it all, or no words are known. */
export function tellFact(words: Words, facts: readonly Fact[], fact: Fact, language: Language): string | undefined {
  if (!IN_CLAUSES.has(fact.kind)) return undefined;
  const tellings = tellFacts({ facts: [fact], phrases: openPhrases(words, writtenVoice(facts)) }, [fact.kind]);
  const told = tellings.flatMap(({ slots }) => Object.values(slots).map((slot) => plainText(slot.text(language))));
  return told.length === 0
    ? undefined
    : told.map((text) => text.charAt(0).toUpperCase() + text.slice(1)).join(language === "ja" ? "。" : "; ");
}
