import type { Fact } from "#facts/fact.ts";
import { hasMarks, lightText } from "#facts/fold.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import type { Term } from "#lexicon/term.ts";

const CLASSIFIER = /^(?:trái|quả|củ) /u;

/** What the grower calls goods that have several Vietnamese names: who sells `thơm`, `trà`, `bò khô` does not say dứa, chè, khô bò. */
export function nameAsSold(id: string, facts: readonly Fact[]): string | undefined {
  const named = facts.filter(({ kind, term, quote }) => term === id && (kind === "product" || kind === "variety") && hasMarks(quote));
  const names = namesOf(id);
  return named
    .flatMap((fact) => {
      const said = lightText(fact.quote);
      const isNarrowed = facts.some(
        (other) => other !== fact && other.kind === "variety" && other.start === fact.start && other.term !== id,
      );
      const fitting = names.filter((name) => (isNarrowed ? said.startsWith(`${name} `) : isName(name, said, fact)));
      // With its variety beside it goods are called by their short name.
      return (isNarrowed ? fitting.toReversed() : fitting).filter((name) => !namesPlace(name, fact, facts));
    })
    .map((name) => name.replace(CLASSIFIER, ""))[0];
}

/** Kept for the terms that are sold, which are few. */
const known = new Map<string, readonly string[]>();

/** Lightened, the longest first; of a variety, with its product's name before it. */
function namesOf(id: string): readonly string[] {
  const before = known.get(id);
  if (before !== undefined) return before;
  const term = findTerm(id);
  const product = findTerm(term?.of ?? "");
  const heads = product === undefined ? [] : own(product);
  const names = (term === undefined ? [] : own(term)).flatMap((name) =>
    product === undefined || heads.some((head) => name.startsWith(`${head} `)) ? [name] : heads.map((head) => `${head} ${name}`),
  );
  const longestFirst = names.toSorted((left, right) => right.length - left.length);
  known.set(id, longestFirst);
  return longestFirst;
}

function own({ vi: { name, aliases = [], weak = [], marked = [], familiar = [] } }: Term): string[] {
  return [name, ...aliases, ...weak, ...marked, ...familiar].map(lightText);
}

/** All that was said, or what stands before the name of a place. */
function isName(name: string, said: string, { quote }: Fact): boolean {
  return said === name || (said.startsWith(`${name} `) && /^ \p{Lu}/u.test(quote.slice(name.length)));
}

/** A capital inside is a place's or somebody's. */
function namesPlace(name: string, { quote }: Fact, facts: readonly Fact[]): boolean {
  if (/[\p{Lu}\d]/u.test(quote.slice(1, name.length))) return true;
  return facts.some(({ kind, text }) => kind === "origin" && name.includes(lightText(text)));
}
