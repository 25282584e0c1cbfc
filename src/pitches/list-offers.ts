import type { Language } from "#i18n/language.ts";
import type { Region } from "./voice.ts";
import { writeConverted } from "./write-converted.ts";
import { writeChoice } from "./write-list.ts";
import { writeOffer, type Offered } from "./write-offer.ts";

/** What is said of each offer, each once; those for the same buyers abroad come last, under one name. */
export function listOffers(offers: readonly Offered[], language: Language, aloud: Region | undefined): string[] {
  const abroad = Map.groupBy(offers, ({ buyers }) => buyers?.en);
  const shared = [...abroad].flatMap(([buyers, group]) => (buyers === undefined || group.length < 2 ? [] : [group]));
  const own = offers.filter((offer) => !shared.some((group) => group.includes(offer)));
  const [first] = [...own, ...shared.flat()];
  const write = (offer: Offered) =>
    writeOffer(offer, offers.length > 1, language, aloud) + writeConverted(offer.price, language, offer === first);
  return [...new Set([...own.map(write), ...shared.map((group) => nameOnce(group, write, language))])];
}

/** `khách nước ngoài thì 8 đô la giá FOB, 9 đô la giá CIF`; `for orders from abroad, 8 US dollars FOB or 9 US dollars CIF`. */
function nameOnce(group: readonly Offered[], write: (offer: Offered) => string, language: Language): string {
  const named = group.map((offer) => write({ ...offer, named: true }));
  const [first] = group;
  if (first === undefined) return "";
  if (language === "en") return `${first.buyers?.en ?? ""}, ${writeChoice(named, language)}`;
  return [write(first), ...named.slice(1)].join(language === "ja" ? "、" : ", ");
}
