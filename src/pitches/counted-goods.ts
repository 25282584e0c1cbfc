import { z } from "zod";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { familyOf, findTerm } from "#lexicon/lexicon.ts";
import data from "./counted-goods.json" with { type: "json" };
import { holderSaid, oneInEnglish } from "./holders.ts";
import { sumStart } from "./sum-start.ts";
import { sourceOf } from "./words-around.ts";

const rowSchema = z.strictObject({
  patterns: z.array(z.string()),
  vi: z.string(),
  en: z.tuple([z.string(), z.string()]),
  ja: z.string(),
  animal: z.int().optional(),
  piece: z.boolean().optional(),
  pair: z.boolean().optional(),
  suit: z.boolean().optional(),
  of: z.int().optional(),
});
/** What something is counted by that is no unit of the contract: `một chậu`, `a pot`, `鉢`. */
export type Counted = { vi: string; en: [string, string]; ja: string; of?: number | undefined; piece?: boolean | undefined; one?: string };

const rows = z.array(rowSchema).parse(data.units);
const matchers = rows.map((row) => ({ row, whole: new RegExp(`^(?:${row.patterns.join("|")})$`) }));
const countersSchema = z.record(z.string(), z.array(z.string()));
const [animals, pieces, pairs] = [data.animals, data.pieces, data.pairs].map(
  (counters) =>
    new Map(
      Object.entries(countersSchema.parse(counters)).flatMap(([counter, terms]) => terms.map((term): [string, string] => [term, counter])),
    ),
);

/** `150k/chậu`, `150 ngàn một chậu`: in the price's own words or right behind them. */
const EACH = /^[^\p{L}]*(?:(?:k|ngan|nghin|tr|trieu|d|dong|vnd|usd)[\d\s]*)*(?:\/|(?<![a-z])(?:mot|moi|1|per) )\s*(?:1 )?([a-z]+)/u;
const REACH = 14;

/** What a price is for one of, where the contract has no word for it. */
export function eachOf(price: Fact, facts: readonly Fact[], words: GrowerWords): Counted | undefined {
  const said = unitSaid(price, words);
  return (
    (said === undefined ? undefined : countedBy(said, price, facts)) ??
    weightOf(price, words) ??
    (said === undefined && isGoods(price, facts) ? undefined : holderOf(said ?? price.quote))
  );
}

/** `vi 90k` of wallets: no tray. */
function isGoods({ start, source }: Fact, facts: readonly Fact[]): boolean {
  return facts.some((fact) => fact.kind === "product" && fact.source === source && fact.start === start);
}

/** `giỏ quà 250k`, `300k/can`: for one of what they are put into. */
function holderOf(said: string): Counted | undefined {
  const holder = holderSaid(said);
  return holder && { ...holder, vi: `một ${holder.vi}`, en: [oneInEnglish(holder.en[0]), holder.en[1]] };
}

/** `2tr8/100g`, `120k/lạng`: for so many grams, which no price of the contract is. */
function weightOf(price: Fact, words: GrowerWords): Counted | undefined {
  const behind = foldText(sourceOf(price, words).slice(sumStart(price), price.end + REACH));
  const [, many, grams] = WEIGHED.exec(behind) ?? [];
  if (many !== undefined) return { vi: "một lạng", en: ["for 100 grams", "times 100 grams"], ja: "グラム", of: 100 };
  if (grams === undefined) return undefined;
  return { vi: `cho ${grams} gam`, en: [`for ${grams} grams`, `times ${grams} grams`], ja: "グラム", of: Number(grams) };
}
const WEIGHED = /(?:\/|(?<![a-z])(?:mot|moi|cho) )\s*(?:(?:1 ?)?(lang)|(\d{2,3}) ?(?:g|gr|gram|gam))(?![a-z])/u;

/** 1個18,000円 of a hat: the contract's word for a piece is a fruit, which nothing made by hand is. */
export function pieceOf(price: Fact, facts: readonly Fact[]): Counted | undefined {
  const terms = facts.flatMap(({ kind, term }) => (kind === "product" && term !== undefined ? [findTerm(term)] : []));
  const areCrafts = terms.length > 0 && terms.every((term) => term?.family === "craft");
  return price.amount?.per === "fruit" && areCrafts ? countedBy("cai", price, facts) : undefined;
}

/** The word a price is per, folded, known or not. */
export function unitSaid(price: Fact, words: GrowerWords): string | undefined {
  const behind = foldText(sourceOf(price, words).slice(sumStart(price), price.end + REACH)).replace(/^[^\d]*/u, "");
  return EACH.exec(behind)?.[1];
}

/** What goods are counted by, by its folded name; in Japanese by the kind of the goods named last before the price. */
export function countedBy(said: string, price: Fact, facts: readonly Fact[]): Counted | undefined {
  const row = matchers.find(({ whole }) => whole.test(said))?.row;
  const goods = goodsBefore(price, facts);
  if (row === undefined || goods?.term === undefined) return row;
  const animal = row.animal === undefined ? undefined : animals?.get(goods.term);
  if (animal !== undefined) return { ...row, ja: animal, of: row.animal };
  const isCraft = CRAFTED.has(familyOf(goods.term) ?? "");
  if (row.piece === true) return { ...row, ja: pieces?.get(goods.term) ?? (isCraft ? row.ja : "個") };
  if (row.suit === true) return { ...row, ja: pieces?.get(goods.term) === "着" ? "着" : row.ja };
  if (row.pair !== true) return row;
  if (!isCraft) return { ...row, ja: "個", of: 2 };
  return { ...row, ja: pairs?.get(goods.term) ?? (CHOPSTICKS.test(foldText(goods.quote)) ? "膳" : row.ja) };
}
const CRAFTED: ReadonlySet<string> = new Set(["craft", "flower"]);
const CHOPSTICKS = /(?<![a-z])dua(?! luoi)(?![a-z])/;

/** So many of what is counted: `20 chậu`, `20 pots`, `20鉢`. */
export function writeCounted({ min, max }: { min: number; max: number }, by: Counted, language: Language): string {
  const count = (to: string, each = 1) => `${min === max ? "" : `${min * each}${to}`}${max * each}`;
  if (language === "vi") return `${count(" đến ")} ${by.vi.replace(/^\S+ /u, "")}`;
  return language === "en" ? `${count(" to ")} ${by.en[1]}` : `${count("～", by.of)}${by.ja}`;
}

/** The counter of the animal that is sold; none where the goods do not say which. */
export function animalCounter(price: Fact, facts: readonly Fact[]): string | undefined {
  return animals?.get(goodsBefore(price, facts)?.term ?? "");
}

function goodsBefore(price: Fact, facts: readonly Fact[]): Fact | undefined {
  const named = facts
    .filter(({ kind, term, source }) => kind === "product" && term !== undefined && source === price.source)
    .toSorted((left, right) => left.start - right.start);
  return named.findLast(({ end }) => end <= price.start) ?? named[0];
}
