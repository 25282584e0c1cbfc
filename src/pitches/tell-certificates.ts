import type { Fact, GrowerWords } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { nameCertificate } from "./name-certificate.ts";
import { nameTerm } from "./name-product.ts";
import type { Telling } from "./sentence.ts";
import { wordsAround } from "./words-around.ts";

/** Certificates, each of the goods that have it where the notes say that only they do. */
export function tellCertificates(own: readonly Fact[], facts: readonly Fact[], words: GrowerWords | undefined): Telling[] {
  return own.flatMap((fact) => {
    const goods = words === undefined ? undefined : onlyFor(fact, facts, words);
    const text = (name: (language: Language) => string) => (language: Language) => of(name(language), goods, language);
    return nameCertificate(fact).map((name): Telling => ({
      key: "certification",
      slots: { name: { factIds: [fact.id], text: text(name) } },
    }));
  });
}

/** `VietGAP chỉ có bên nho xanh`: the goods named right behind; `cà phê Arabica` is not all the coffee. */
function onlyFor(fact: Fact, facts: readonly Fact[], words: GrowerWords): string | undefined {
  const said = ONLY.exec(foldText(wordsAround(fact, {}, words).after))?.groups?.["goods"];
  if (said === undefined) return undefined;
  const goods = facts.filter(({ kind, term = "" }) => (kind === "product" || kind === "variety") && findTerm(term) !== undefined);
  const named = goods.filter(({ text }) => new RegExp(`(?<![a-z0-9])${RegExp.escape(foldText(text))}(?![a-z0-9])`).test(said));
  return (named.find(({ kind }) => kind === "variety") ?? named[0])?.term;
}
const ONLY = /^ *(?:(?:thi|la|moi) )?chi (?:(?:moi|co|lam|cap|duoc|la|rieng|ben|cho|phan|vuon|lo) )+(?<goods>.*)$/;

function of(name: string, goods: string | undefined, language: Language): string {
  if (goods === undefined) return name;
  const term = nameTerm(goods, language);
  if (language === "ja") return `${term}の${name}`;
  return `${name} ${language === "vi" ? "cho" : "for the"} ${term}`;
}
