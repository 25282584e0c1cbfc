import type { TFunction } from "i18next";
import type { Amount, Fact, FactKind, Unit } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { readPhones } from "#facts/phones.ts";
import type { Language } from "#i18n/language.ts";
import { addReading } from "./japanese-reading.ts";
import { nameCertificate, namePrize } from "./name-certificate.ts";
import { knownClauses } from "./known-clauses.ts";
import type { Slot, Telling } from "./sentence.ts";
import { writeList } from "./write-list.ts";
import { writeAmount, writePack, writePackPrice } from "./write-amount.ts";
import { writeDateRange } from "./write-date-range.ts";

/** A language's words of the pitch. */
export type PitchWords = (language: Language) => TFunction;

const LASTING: ReadonlySet<Unit> = new Set<Unit>(["hour", "day", "month", "year"]);
const GROWN: ReadonlySet<Unit> = new Set<Unit>(["year", "household", "tree", "ha"]);
/** Words of an order's floor; without them `từ 5 thùng` may be the floor of a price only. */
const LEAST = /toi thieu|it nhat|khong ban le|ko ban le|ban tu|nhan tu|dat tu|moq|minimum/;

/** Every way to tell what the facts of some kinds say, in order; a fact that cannot be told in all languages is left out of all. */
export function tellFacts(facts: readonly Fact[], kinds: readonly FactKind[], words: PitchWords): Telling[] {
  const told = facts.filter(({ kind }) => kinds.includes(kind));
  return distinct(
    kinds.flatMap((kind) => {
      const own = told.filter((fact) => fact.kind === kind);
      if (kind === "price") return tellPrices(own, facts);
      if (kind === "pack") return [...tellPacks(own), ...own.flatMap((fact) => tellClauses(fact, words))];
      return own.flatMap((fact) => [...tellAmount(fact), ...tellClauses(fact, words)]);
    }),
  );
}

/** Said twice in the notes, told once, and resting on both. */
function distinct(tellings: readonly Telling[]): Telling[] {
  const byWords = new Map<string, Telling>();
  for (const { key, slots } of tellings) {
    const words = `${key}:${Object.values(slots)
      .map((slot) => slot.text("vi"))
      .join("|")}`;
    const before = byWords.get(words)?.slots ?? {};
    const both = Object.entries(slots).map(([name, slot]): [string, Slot] => [
      name,
      { ...slot, factIds: [...(before[name]?.factIds ?? []), ...slot.factIds] },
    ]);
    byWords.set(words, { key, slots: Object.fromEntries(both) });
  }
  return [...byWords.values()];
}

function tellPrices(prices: readonly Fact[], facts: readonly Fact[]): Telling[] {
  const said = prices.filter(({ amount }) => amount !== undefined).map((fact) => ({ fact, pack: packOf(fact, facts) }));
  if (said.length === 0) return [];
  const text = (language: Language) => {
    const written = said.map(({ fact, pack }) => writePrice(fact, pack, language));
    return withKana(writeList([...new Set(written)], language), language);
  };
  const factIds = said.flatMap(({ fact, pack }) => [fact.id, ...(pack === undefined ? [] : [pack.id])]);
  const many = new Set(said.map(({ fact, pack }) => writePrice(fact, pack, "en"))).size > 1;
  return [{ key: many ? "price.many" : "price.one", slots: { price: { factIds, text } } }];
}

/** The pack a price is for: named inside the price's own words. */
function packOf(price: Fact, facts: readonly Fact[]): Fact | undefined {
  return facts.find(
    ({ kind, source, start, end, amount }) =>
      kind === "pack" &&
      source === price.source &&
      start < price.end &&
      price.start < end &&
      amount?.per !== undefined &&
      amount.per === price.amount?.per,
  );
}

function writePrice(price: Fact, pack: Fact | undefined, language: Language): string {
  if (price.amount === undefined) return "";
  return pack?.amount === undefined
    ? writeAmount(price.amount, language, price.text)
    : writePackPrice(price.amount, pack.amount, language, price.text);
}

function tellPacks(packs: readonly Fact[]): Telling[] {
  const said = packs.filter(({ amount }) => amount !== undefined);
  if (said.length === 0) return [];
  const text = (language: Language) => {
    const written = said.map((fact) => (fact.amount === undefined ? "" : writePack(fact.amount, language, fact.text)));
    return withKana(writeList([...new Set(written)], language), language);
  };
  return [{ key: "pack", slots: { pack: { factIds: said.map(({ id }) => id), text } } }];
}

function tellAmount(fact: Fact): Telling[] {
  const { kind, amount, date, text } = fact;
  const slot = (write: (language: Language) => string): Slot => ({ factIds: [fact.id], text: write });
  const plain = (write: (language: Language) => string): Slot => slot((language) => withKana(write(language), language));
  if (kind === "season" && date !== undefined)
    return [{ key: "season", slots: { season: plain((language) => writeDateRange(date, language)) } }];
  if (kind === "certification") return nameCertificate(fact).map((name) => ({ key: "certification", slots: { name: slot(name) } }));
  if (kind === "award") return namePrize(fact).map((prize) => ({ key: "award", slots: { prize: slot(prize) } }));
  if (kind === "contact") return phonesOf(fact).map((phone) => ({ key: "contact", slots: { phone: slot(() => phone) } }));
  if (amount === undefined) return [];
  const said = plain((language) => writeAmount(amount, language, text));
  if (kind === "stock" && amount.per === undefined) return [{ key: "stock", slots: { stock: said } }];
  if (kind === "minimum-order") return [{ key: LEAST.test(foldText(text)) ? "minimum.least" : "minimum.from", slots: { minimum: said } }];
  if (kind === "sweetness" && amount.unit === "brix") return [{ key: "sweetness", slots: { amount: said } }];
  if (kind === "size" && isSize(amount)) return [{ key: "size.each", slots: { amount: said } }];
  if (kind === "shelf-life" && LASTING.has(amount.unit)) return [{ key: "shelf", slots: { amount: said } }];
  if (kind === "grower" && GROWN.has(amount.unit)) return [{ key: `grower.${amount.unit}`, slots: { amount: said } }];
  return [];
}

function isSize({ unit, per }: Amount): boolean {
  if (unit === "g" || unit === "kg") return per === "fruit";
  return (unit === "fruit" && per === "kg") || ((unit === "cm" || unit === "mm") && per === undefined);
}

/** Phrases of the trade in free text, and the amount beside them where it is one that they are about. */
function tellClauses(fact: Fact, words: PitchWords): Telling[] {
  const found = knownClauses(fact).filter(({ id }) => id !== "fermented" || isLasting(fact));
  const more: typeof found = [];
  if (fact.kind === "storage" && fact.amount?.unit === "celsius") more.push({ id: "temperature", frame: "store" });
  if (fact.kind === "delivery" && isLasting(fact)) more.push({ id: "delivery-time", frame: "tell" });
  const amount = (language: Language) =>
    fact.amount === undefined ? "" : withKana(writeAmount(fact.amount, language, fact.text), language);
  return [...found, ...more].map(({ id, frame }) => ({
    key: frame,
    slots: {
      clause: {
        factIds: [fact.id],
        text: (language: Language) => words(language)(`known.${id}.0`, { replace: { amount: amount(language) } }),
      },
    },
  }));
}

function withKana(text: string, language: Language): string {
  return language === "ja" ? addReading(text) : text;
}

function isLasting({ amount }: Fact): boolean {
  return amount !== undefined && amount.per === undefined && LASTING.has(amount.unit);
}

/** Phone numbers in groups that can be read out: `0912 345 678`. */
function phonesOf({ text, quote }: Fact): string[] {
  const found = readPhones(text);
  const digits = new Set((found.length > 0 ? found : readPhones(quote)).map((phone) => phone.digits));
  return [...digits].map((number) => number.replace(/^(\d{4})(\d{3})(\d{3,4})$/, "$1 $2 $3"));
}
