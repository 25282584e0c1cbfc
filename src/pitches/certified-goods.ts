import type { Fact, GrowerWords } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { nameTerm } from "./name-product.ts";
import { wordsAround } from "./words-around.ts";

/** What follows up to where others come that have none. */
const ONLY = /^ *(?:(?:thi|la|moi) )?chi (?:(?:co|cho|rieng|ben|moi|la) )+(?<goods>.*)$/;

/** `VietGAP chỉ có bên nho xanh`: the goods that have it, where others are sold that have not. */
export function certifiedGoods(certificate: Fact, facts: readonly Fact[], words: GrowerWords): string | undefined {
  const said = ONLY.exec(foldText(wordsAround(certificate, {}, words).after))?.groups?.["goods"];
  if (said === undefined) return undefined;
  const goods = facts.filter(({ kind, term = "" }) => (kind === "product" || kind === "variety") && findTerm(term) !== undefined);
  const named = goods.filter(({ text }) => new RegExp(`(?<![a-z0-9])${RegExp.escape(foldText(text))}(?![a-z0-9])`).test(said));
  // `cà phê Arabica` is not all the coffee.
  return (named.find(({ kind }) => kind === "variety") ?? named[0])?.term;
}

/** `VietGAP certification for the green grapes`. */
export function nameFor(goods: string, name: string, language: Language): string {
  const told = nameTerm(goods, language);
  return { vi: `${name} cho ${told}`, en: `${name} for the ${told}`, ja: `${told}の${name}` }[language];
}
