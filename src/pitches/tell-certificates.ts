import type { Fact, GrowerWords } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { nameCertificate } from "./name-certificate.ts";
import { nameTerm } from "./name-product.ts";
import type { Telling } from "./sentence.ts";
import { goodsIn } from "./tell-together.ts";
import { wordsAround } from "./words-around.ts";

/** Certificates, each of the goods that have it where the notes say that only they do. */
export function tellCertificates(own: readonly Fact[], words: GrowerWords | undefined): Telling[] {
  return own.flatMap((fact) => {
    const goods = words === undefined ? undefined : onlyFor(fact, words);
    const text = (name: (language: Language) => string) => (language: Language) => of(name(language), goods, language);
    return nameCertificate(fact).map((name): Telling => ({
      key: "certification",
      slots: { name: { factIds: [fact.id], text: text(name) } },
    }));
  });
}

/** `VietGAP chỉ có bên nho xanh`: the goods named right behind. */
function onlyFor(fact: Fact, words: GrowerWords): string | undefined {
  const { after } = wordsAround(fact, {}, words);
  return ONLY.test(foldText(after)) ? goodsIn(after)[0] : undefined;
}
const ONLY = /^ *(?:thi )?(?:chi|moi) (?:(?:co|lam|cap|duoc|la|ben|cho|phan|vuon|lo) )+/;

function of(name: string, goods: string | undefined, language: Language): string {
  if (goods === undefined) return name;
  const term = nameTerm(goods, language);
  if (language === "ja") return `${term}の${name}`;
  return `${name} ${language === "vi" ? "cho" : "for the"} ${term}`;
}
