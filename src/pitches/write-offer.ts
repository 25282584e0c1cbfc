import type { Fact } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Beside } from "./beside-price.ts";
import { addReading } from "./japanese-reading.ts";
import { nameTerm } from "./name-product.ts";
import type { Region } from "./voice.ts";
import { writeAmount, writePack, writePackPrice, type Manner } from "./write-amount.ts";

/** A price with what sets it apart from the others: the goods, their grade, the pack, or from how much on. */
export type Offered = Beside & { price: Fact; goods?: Fact; pack?: Fact; tier?: Fact };

/** `bao 5 ký 175 ngàn`, `lấy từ 1 tấn trở lên thì 31 ngàn một ký`; `5-kilo bags at 175,000 dong each`; `5キロ入りは1袋17万5千ドン`. `several`: beside others. */
export function writeOffer(offer: Offered, several: boolean, language: Language, aloud: Region | undefined): string {
  const { price, goods, pack, tier } = offer;
  if (price.amount === undefined) return "";
  const manner = ({ text }: Fact): Manner => (aloud === undefined ? { said: text } : { said: text, aloud });
  const { per: _per, ...bare } = price.amount;
  const packed = pack?.amount !== undefined && several;
  const sum =
    pack?.amount === undefined || several
      ? writeAmount(packed && language !== "ja" ? bare : price.amount, language, manner(price))
      : writePackPrice(price.amount, pack.amount, language, manner(price));
  const parts: Parts = {
    goods: goods?.term === undefined ? "" : nameTerm(goods.term, language),
    grade: offer.grade?.[language] ?? "",
    spot: offer.spot?.[language] ?? "",
    pack: packed && pack.amount !== undefined ? writePack(pack.amount, language, manner(pack)) : "",
    floor: tier?.amount === undefined ? "" : writeAmount(tier.amount, language, manner(tier)),
    sum,
  };
  return ORDERS[language](parts);
}

type Parts = { goods: string; grade: string; spot: string; pack: string; floor: string; sum: string };

const ORDERS: Record<Language, (parts: Parts) => string> = {
  vi: ({ goods, grade, spot, pack, floor, sum }) =>
    joined([goods, grade, floor === "" ? "" : `lấy từ ${floor} trở lên thì`, pack, sum, spot], " "),
  en({ goods, grade, spot, pack, floor, sum }) {
    const what = joined([goods, grade], ", ");
    const cost = pack === "" ? sum : `${pack} at ${sum} each`;
    const told = what === "" ? cost : `${what} ${pack === "" ? "at" : "in"} ${cost}`;
    return joined([told, floor === "" ? "" : `from ${floor} up`, spot], " ");
  },
  ja({ goods, grade, spot, pack, floor, sum }) {
    const what = joined([goods, grade, floor === "" ? "" : `${floor}以上[いじょう]`, pack.replace(/の[^の]*$/u, "")], "の");
    const cost = addReading(sum);
    const told = spot === "" ? cost : `${spot}で${cost}`;
    return what === "" ? told : `${addReading(what)}は${told}`;
  },
};

function joined(parts: readonly string[], between: string): string {
  return parts.filter((part) => part !== "").join(between);
}
