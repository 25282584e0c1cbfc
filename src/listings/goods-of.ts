import type { Fact, FactKind } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { familyOf, findTerm, nameOf } from "#lexicon/lexicon.ts";
import type { Family } from "#lexicon/term.ts";
import { nameTerm } from "#pitches/name-product.ts";
import { plainText } from "#pitches/ruby.ts";

/** Kinds whose names buyers look for, in the order they matter. */
const TAGGED: readonly FactKind[] = ["product", "variety", "origin", "certification"];

/** That of the goods told first; a variety's is its product's. */
export function familyOfGoods(facts: readonly Fact[]): Family | undefined {
  const goods = facts.flatMap(({ kind, term }) => ((kind === "product" || kind === "variety") && term !== undefined ? [term] : []));
  return goods.map(familyOf).find((family) => family !== undefined);
}

/** What it is, where it grows and what is certified, as buyers look for it, each once and without a comma of its own. */
export function tagsOf(facts: readonly Fact[], language: Language): string[] {
  const names = TAGGED.flatMap((tagged) =>
    facts.flatMap(({ kind, term }) => (kind === tagged && term !== undefined ? (tagOf(term, language) ?? []) : [])),
  );
  return [...new Set(names.map((name) => name.replaceAll(",", "")))];
}

/** None for organic certificates, whose words each market's law rules, nor for what the lexicon does not hold. */
function tagOf(id: string, language: Language): string | undefined {
  const term = findTerm(id);
  if (term?.kind === "product" || term?.kind === "variety") return plainText(nameTerm(id, language));
  return term?.certificate === "organic" ? undefined : nameOf(id, language);
}
