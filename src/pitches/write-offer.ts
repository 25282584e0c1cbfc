import type { Fact } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { FromMany, Measure } from "./before-price.ts";
import type { Beside } from "./beside-price.ts";
import { writeCounted, type Counted } from "./counted-goods.ts";
import { addReading } from "./japanese-reading.ts";
import { nameOfGoods, nameTerm } from "./name-product.ts";
import type { PricedGoods } from "./priced-goods.ts";
import type { Region } from "./voice.ts";
import { writeAmount, type Manner } from "./write-amount.ts";
import { writeArea } from "./write-area.ts";
import { writeCalibre } from "./write-calibre.ts";
import { filledPack, onePack, writePack, writePackPrice, type Pack } from "./write-pack.ts";

/**
 * A price with what sets it apart from the others: the goods, their grade, size or pack, or from how much on. `each`: what it
 * is for one of; `mark`: the fact that its grade is from; `buyers`: for whom it is, in whose money, which `named` says was
 * told before it; `rest`: it is the least of several that nothing sets apart.
 */
export type Offered = Beside & {
  price: Fact;
  goods?: Fact | undefined;
  noun?: PricedGoods | undefined;
  measure?: Measure | undefined;
  pack?: (Pack & { fact: Fact }) | undefined;
  tier?: Fact | undefined;
  from?: FromMany | undefined;
  each?: Counted | undefined;
  mark?: Fact | undefined;
  buyers?: Record<Language, string> | undefined;
  named?: boolean;
  rest?: readonly Fact[];
};

/** `bao 5 ký 175 ngàn`, `lấy từ 1 tấn trở lên thì 31 ngàn một ký`; `5-kilo bags at 175,000 dong each`; `5キロ入りは1袋17万5千ドン`. `several`: beside others. */
export function writeOffer(offer: Offered, several: boolean, language: Language, aloud: Region | undefined): string {
  const { price, pack, measure } = offer;
  if (price.amount === undefined) return "";
  const manner = (text: string): Manner => (aloud === undefined ? { said: text } : { said: text, aloud });
  const packed = pack !== undefined && several;
  const quantity = measure?.quantity === undefined ? "" : writeAmount(measure.quantity, language, manner(measure.text));
  return ORDERS[language]({
    goods: goodsOf(offer, language),
    grade: isSized(offer) ? "" : gradeOf(offer, language, aloud),
    wholesale: offer.grade?.wholesale === true,
    state: isNamed(offer) ? "" : (offer.state?.[language] ?? ""),
    spot: offer.spot?.[language] ?? "",
    tax: offer.tax?.[language] ?? "",
    terms: offer.terms?.[language] ?? "",
    buyers: offer.named === true ? "" : (offer.buyers?.[language] ?? ""),
    abroad: offer.buyers !== undefined,
    size: sizeOf(measure, language, manner),
    flat: measure?.area !== undefined,
    pack: pack !== undefined && several ? packIn(pack, language, manner(pack.said)) : quantity,
    packed,
    floor: floorOf(offer, language, manner),
    sum: sumOf(offer, packed, several, language, manner),
    least: offer.rest !== undefined,
    set: offer.grade?.set === true,
    several,
  });
}

function packIn(pack: Pack, language: Language, manner: Manner): string {
  return language === "ja" ? filledPack(pack, manner) : writePack(pack, language, manner);
}

/** What is `to` in the north is `lớn` elsewhere. */
function gradeOf({ grade }: Offered, language: Language, aloud: Region | undefined): string {
  const name = grade?.[language] ?? "";
  return language === "vi" && aloud !== undefined && aloud !== "north" ? name.replace(/(?<= )to$/u, "lớn") : name;
}

/** `dried longan` need not be called dried. */
function isNamed({ goods, state }: Offered): boolean {
  return goods?.term !== undefined && state !== undefined && nameTerm(goods.term, "en").includes(state.en);
}

/** How many make a kilo says more than `loại to`. */
function isSized({ grade, measure }: Offered): boolean {
  return grade?.en.endsWith(" size") === true && measure !== undefined && measure.quantity === undefined;
}

type Write = (text: string) => Manner;

function goodsOf({ goods, noun, each, state }: Offered, language: Language): string {
  if (goods?.term !== undefined) {
    const name = state === undefined ? nameOfGoods(goods.term, language, [goods]) : nameTerm(goods.term, language);
    // A live duck is no duck meat.
    return state?.en === "live" ? name.replace(/^thịt |肉(?:\[[^\]]+\])?$/u, "") : name;
  }
  if (noun === undefined) return "";
  if (language !== "en") return noun[language];
  return each === undefined || each.en[0] === "each" ? noun.en[0] : noun.en[1];
}

/** `3 con một ký`, `3 to the kilo`, `1キロ3匹`. */
function sizeOf(measure: Measure | undefined, language: Language, manner: Write): string {
  if (measure?.area !== undefined) return writeArea(measure.area, language);
  if (measure?.size !== undefined) return writeAmount(measure.size, language, manner(measure.text));
  return measure?.calibre === undefined ? "" : writeCalibre(measure.calibre, language, manner(measure.text));
}

function floorOf({ tier, from }: Offered, language: Language, manner: Write): string {
  if (tier?.amount !== undefined) return writeAmount(tier.amount, language, manner(tier.text));
  if (from?.amount !== undefined) return writeAmount(from.amount, language, manner(""));
  return from?.by === undefined || from.count === undefined ? "" : writeCounted({ min: from.count, max: from.count }, from.by, language);
}

function sumOf({ price, pack, each, noun, grade }: Offered, packed: boolean, several: boolean, language: Language, write: Write): string {
  if (price.amount === undefined) return "";
  const manner = write(price.text);
  const { per: _per, ...bare } = price.amount;
  if (grade?.set === true) return writeAmount(bare, language, manner);
  if (pack !== undefined && !several) return writePackPrice(price.amount, pack, language, write(pack.said));
  const value = writeAmount(bare, language, manner);
  if (packed && language !== "ja") return value;
  if (packed && pack !== undefined) return `${onePack(pack)}${value}`;
  if (each !== undefined) {
    if (language === "vi") return `${value} ${each.vi}`;
    if (language === "en") return noun !== undefined && each.en[0] === "each" ? value : `${value} ${each.en[0]}`;
    return each.ja === "" || (noun !== undefined && each.piece === true) ? value : `${each.one ?? `${each.of ?? 1}${each.ja}`}${value}`;
  }
  return writeAmount(price.amount, language, manner);
}

type Parts = Record<"goods" | "grade" | "state" | "spot" | "tax" | "terms" | "buyers" | "size" | "pack" | "floor" | "sum", string> & {
  /** `pack` is a pack, not a bare quantity. */
  packed: boolean;
  /** `grade` is of the price, not of the goods. */
  wholesale: boolean;
  /** `size` is of a mat or a cloth. */
  flat: boolean;
  least: boolean;
  /** `grade` is what makes up a set. */
  set: boolean;
  /** Beside other prices. */
  several: boolean;
  /** For buyers who are named, here or before it. */
  abroad: boolean;
};

const ORDERS: Record<Language, (parts: Parts) => string> = {
  vi({ goods, grade, state, size, flat, floor, pack, sum, spot, tax, terms, buyers, least, set, several }) {
    if (set && !several) return joined([sum, `một ${grade}`, spot, terms, tax], " ");
    const kind = goods === "" ? state : state.replace(/^hàng /u, "");
    const sized = size === "" ? "" : `${grade !== "" ? "" : flat ? "khổ " : "loại "}${size}${floor === "" ? " thì" : ""}`;
    const from = floor === "" ? "" : `lấy từ ${floor} trở lên thì`;
    const whose = buyers === "" || sized !== "" || from !== "" ? buyers : `${buyers} thì`;
    return joined([whose, goods, kind, grade, sized, from, pack, least ? "từ" : "", sum, spot, terms, tax, least ? "tùy loại" : ""], " ");
  },
  en({ goods, grade, state, size, pack, packed, floor, sum, spot, tax, terms, buyers, least, several }) {
    if (!several && grade !== "" && floor === "") return joined([joined([sum, state, size], ", "), terms, `for ${grade}`, spot, tax], " ");
    const quantity = packed ? "" : pack;
    if (!several && quantity !== "" && goods === "") return joined([`${sum} for ${quantity}`, state, grade, terms, spot, tax], " ");
    const what = joined(goods === "" ? [state, grade, quantity, size] : [joined([quantity, goods], " of "), state, grade, size], ", ");
    const at = least ? "from" : "at";
    const cost = packed ? `${pack} ${at} ${sum} each` : `${what === "" && !least ? "" : `${at} `}${sum}`;
    const sized = size === "" || size === what ? "" : ",";
    const told = joined([what === "" ? "" : `${what}${sized}`, packed && what !== "" ? "in" : "", cost, terms], " ");
    return joined([told, floor === "" ? "" : `from ${floor} up`, spot, tax, buyers], " ");
  },
  ja({ goods, grade, wholesale, state, size, floor, pack, sum, spot, tax, terms, buyers, abroad, least, several }) {
    const many = floor === "" ? "" : `${floor}以上[いじょう]`;
    const sized = size === "" || many !== "" || pack !== "" ? size : `${size}のもの`;
    const what = joined([goods, state, wholesale ? "" : grade, sized, many, pack, wholesale ? grade : ""], "の").replace("のものの", "の");
    const cost = `${least ? "種類[しゅるい]により" : ""}${addReading(sum)}${least ? "から" : ""}`;
    const conditions = joined([spot, terms, tax], "、");
    const told = conditions === "" ? cost : `${conditions}で${cost}`;
    if (abroad) return what === "" ? `${buyers}${told}` : `${buyers}${addReading(what)}が${told}`;
    // Behind `お値段は` one price is no subject of its own.
    return what === "" ? told : `${addReading(what)}${several || floor !== "" ? "は" : "で"}${told}`;
  },
};

function joined(parts: readonly string[], between: string): string {
  return parts.filter((part) => part !== "").join(between);
}
