import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { nameTerm } from "#pitches/name-product.ts";
import { plainText } from "#pitches/ruby.ts";

/** What one product is called: the words of each name. */
type Names = string[][];
type Searchable = { titles: readonly string[]; facts: readonly Fact[] };

const ASIAN = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;

/**
 * The products that a query asks for by name or place, in any of the languages; all of them for an empty one. Where some are
 * called just so, only those: `dragon fruit` is not the longan, though one of its names is `dragon eye fruit`.
 */
export function searchListings<Product extends Searchable>(products: readonly Product[], query: string): Product[] {
  const asked = wordsOf(query);
  if (asked.length === 0) return [...products];
  const called = products.map((product) => ({ product, names: namesOf(product) }));
  const exact = called.filter(({ names }) => names.some((name) => holds(name, asked.join(""), "whole")));
  const begun = called.filter(({ names }) => asked.every((word) => names.some((name) => holds(name, word, "begun"))));
  return (exact.length > 0 ? exact : begun).map(({ product }) => product);
}

/** Letters from the beginning of a word on, spaced as anybody likes (`vaithieu`), to a word's end where `whole`; kana and kanji anywhere. */
function holds(name: readonly string[], asked: string, how: "whole" | "begun"): boolean {
  if (ASIAN.test(asked)) return name.join("").includes(asked);
  return name.some((_, at) => {
    if (how === "begun") return name.slice(at).join("").startsWith(asked);
    return name.slice(at).some((_, words) => name.slice(at, at + words + 1).join("") === asked);
  });
}

function namesOf({ titles, facts }: Searchable): Names {
  const terms = facts.flatMap(({ kind, term }) => (term === undefined || !NAMED.has(kind) ? [] : [term, ...kinOf(term)]));
  return [...new Set(terms)].flatMap(termNames).concat(titles).map(wordsOf);
}
const NAMED = new Set<Fact["kind"]>(["product", "variety", "origin"]);

/** The product of a variety, the province of a place, of today and before. */
function kinOf(id: string): string[] {
  const { of, province, formerProvince } = findTerm(id) ?? {};
  return [of, province, formerProvince].flatMap((each) => each ?? []);
}

function termNames(id: string): string[] {
  const term = findTerm(id);
  if (term === undefined) return [];
  return LANGUAGES.flatMap((language) => {
    const { name, aliases = [] } = term[language];
    return [name, ...aliases, plainText(nameTerm(id, language))];
  });
}

/** Without marks, capitals and widths; hiragana as katakana. */
function wordsOf(text: string): string[] {
  const folded = foldText(text.normalize("NFKC")).replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
  return folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== "");
}
