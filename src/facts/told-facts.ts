import type { Fact } from "./fact.ts";

/** What a writing model is shown of a fact: offsets and lexicon ids are none of its business. */
export function toldFacts(facts: readonly Fact[]): object[] {
  return facts.map(({ id, kind, quote, text, amount, date, converted }) => ({ id, kind, quote, text, amount, date, converted }));
}

/** The ids among `factIds` that exist, each once: models invent some. */
export function knownFactIds(factIds: readonly string[], facts: readonly Fact[]): string[] {
  const known = new Set(facts.map(({ id }) => id));
  return [...new Set(factIds)].filter((id) => known.has(id));
}
