import { z } from "zod";
import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm, nameOf } from "#lexicon/lexicon.ts";
import type { Term } from "#lexicon/term.ts";
import { addReading } from "./japanese-reading.ts";
import data from "./english-plurals.json" with { type: "json" };
import { nameAsSold } from "./name-as-sold.ts";
import { nameByMake } from "./name-by-make.ts";
import { writeList } from "./write-list.ts";
import type { Slot } from "./sentence.ts";

const plurals = z.record(z.string(), z.string()).parse(data.plurals);
/** Bare, these want their polite お. */
const POLITE: Record<string, string> = { 米: "お米[こめ]", 茶: "お茶[ちゃ]" };
/** A show is about one thing, or a few: more would bury the sentence. */
const NAMES_MAX = 3;

/** What is sold, with its varieties: `vải thiều`, `Thieu lychees`, `ティエウ種[しゅ]のライチ`; `undefined` where the lexicon knows none of it. */
export function nameProduct(facts: readonly Fact[]): Slot | undefined {
  const told = goodsTold(facts);
  const names = new Map<string, string[]>();
  for (const { id, term = "" } of told) names.set(term, [...(names.get(term) ?? []), id]);
  const varieties = [...names.keys()].map((id) => findTerm(id)?.of);
  const kept = [...names].filter(([id]) => !varieties.includes(id) && (id !== "vegetable" || names.size === 1)).slice(0, NAMES_MAX);
  if (kept.length === 0) return undefined;
  const own = (id: string) => [...(names.get(id) ?? []), ...(names.get(findTerm(id)?.of ?? "") ?? [])];
  return {
    factIds: [...new Set(kept.flatMap(([id]) => own(id)))],
    text: (language) => {
      const written = kept.map(([id]) => nameOfGoods(id, language, facts));
      return language === "ja" ? written.join("と") : writeList(written, language);
    },
  };
}

/** The goods by their everyday name, without varieties: `vải`, `lychees`, `ライチ`; `undefined` where they are several or none. */
export function nameItem(facts: readonly Fact[]): Slot | undefined {
  const kinds = productsOf(facts);
  const [only] = kinds;
  if (only === undefined || kinds.length > 1) return undefined;
  return { factIds: nameProduct(facts)?.factIds ?? [], text: (language) => nameOfGoods(only, language, facts) };
}

/** One of the goods as it stands in a sentence, in Vietnamese by the name that the grower has for it. */
export function nameOfGoods(id: string, language: Language, facts: readonly Fact[]): string {
  return (language === "vi" ? nameAsSold(id, facts) : nameByMake(id, language, facts)) ?? nameTerm(id, language);
}

/** True where English says `they` of the goods: lychees, but not rice. */
export function isMany(facts: readonly Fact[]): boolean {
  const kinds = productsOf(facts);
  const [only = ""] = kinds;
  return kinds.length > 1 || isManyOf(only);
}

/** A product or a variety that is told in the plural. */
export function isManyOf(id: string): boolean {
  return plurals[plainName(nameOf(findTerm(id)?.of ?? id, "en") ?? "")] !== undefined;
}

/** The products told, a variety by its product. */
function productsOf(facts: readonly Fact[]): string[] {
  const told = toldTerms(facts).map((id) => findTerm(id)?.of ?? id);
  return [...new Set(told)].filter((id, _at, all) => id !== "vegetable" || all.length === 1).slice(0, NAMES_MAX);
}

function toldTerms(facts: readonly Fact[]): string[] {
  return goodsTold(facts).flatMap(({ term }) => term ?? []);
}

/** Goods that the lexicon holds; not what they are made of, nor a variety that the next word names more closely. */
function goodsTold(facts: readonly Fact[]): Fact[] {
  const named = facts.filter(
    ({ kind, term }) => (kind === "product" || kind === "variety") && term !== undefined && findTerm(term) !== undefined,
  );
  return named.filter((fact) => !named.some((other) => isMadeInto(fact, other, facts) || isNarrowedBy(fact, other)));
}

/** `tôm khô Rạch Gốc, tôm đất`: dried from these, which have no price before them. */
function isMadeInto(raw: Fact, dried: Fact, facts: readonly Fact[]): boolean {
  const animal = /^(\S+) (?:khô|một nắng)(?: |$)/u.exec(nameOf(dried.term ?? "", "vi") ?? "")?.[1];
  const names = [raw.term, findTerm(raw.term ?? "")?.of].flatMap((term) => nameOf(term ?? "", "vi") ?? []);
  if (animal === undefined || dried.end > raw.start || dried.source !== raw.source) return false;
  const priced = facts.some(
    ({ kind, source, start }) => kind === "price" && source === raw.source && start > dried.start && start < raw.start,
  );
  const isRaw = (name: string) => (name === animal || name.startsWith(`${animal} `)) && !/khô|một nắng/u.test(name);
  return !priced && names.some(isRaw);
}

/** `nho xanh NH01-48`, `cà phê Arabica Catimor`: right behind a variety and without the goods' name, which one of it. */
function isNarrowedBy({ kind, source, end, term = "" }: Fact, next: Fact): boolean {
  const product = findTerm(term)?.of;
  if (kind !== "variety" || next.kind !== "variety" || next.source !== source || next.start !== end + 1 || product === undefined)
    return false;
  return findTerm(next.term ?? "")?.of === product && !foldText(next.text).startsWith(foldText(nameOf(product, "vi") ?? ""));
}

/** Where it comes from, in the order of the language: `Mỏ Cày Bắc, Bến Tre`, `ベンチェ省モーカイバック`; places of one province together. */
export function namePlace(facts: readonly Fact[]): Slot | undefined {
  const told = facts.filter(({ kind, term }) => kind === "origin" && term !== undefined && findTerm(term)?.kind === "place");
  const ids = [...new Set(told.map(({ term = "" }) => term))].toSorted((left, right) => rank(left) - rank(right));
  if (ids.length === 0) return undefined;
  const provinces = [...Map.groupBy(ids, (id) => findTerm(id)?.province ?? id).values()];
  return {
    factIds: told.map(({ id }) => id),
    text: (language) => {
      const names = provinces.map((own) => own.map((id) => nameOf(id, language) ?? ""));
      // Aloud no abbreviation is read, and a full stop is a breath.
      if (language !== "ja") return names.flat().join(", ").replaceAll("TP. ", "thành phố ");
      return addReading(names.map((own) => own.toReversed().join("・").replaceAll("省・", "省")).join("・"));
    },
  };
}

/** One term as it stands in a sentence, plural where it is counted. */
export function nameTerm(id: string, language: Language): string {
  const term = findTerm(id);
  const name = term?.[language].name ?? "";
  const product = term?.of === undefined ? "" : (nameOf(term.of, language) ?? "");
  if (language === "vi") return product === "" ? name : (shortName(term) ?? `${product} ${name}`);
  if (language === "en") return nameInEnglish(plainName(name), product);
  return nameInJapanese(name.replace(/（.*?）/g, ""), product.replace(/（.*?）/g, ""));
}

/** `cua gạch`, not `cua biển gạch`: a name that the lexicon has for the product and for the variety. */
function shortName(term: Term | undefined): string | undefined {
  const product = findTerm(term?.of ?? "")?.vi;
  const short = `${product?.name.split(" ")[0] ?? ""} ${term?.vi.name ?? ""}`;
  return term?.vi.aliases?.includes(short) === true && product?.aliases?.includes(short) === true ? short : undefined;
}

function plainName(english: string): string {
  return english.replace(/ ?\(.*?\)/g, "");
}

function nameInEnglish(name: string, product: string): string {
  const noun = product === "" ? name : product;
  const many = plurals[noun] ?? noun;
  if (product === "") return many;
  return name.endsWith(` ${product}`) ? name : `${name} ${many}`;
}

function nameInJapanese(name: string, product: string): string {
  if (product === "") return POLITE[name] ?? addReading(name);
  if (name.includes(product) || product === "きのこ") return addReading(name);
  if (!name.endsWith("種") && !name.endsWith("花")) return addReading(`${name}${product}`);
  const polite = POLITE[product];
  return polite === undefined ? addReading(`${name}の${product}`) : `${addReading(name)}の${polite}`;
}

function rank(placeId: string): number {
  const level = findTerm(placeId)?.level;
  return level === "province" ? 2 : level === "region" ? 1 : 0;
}
