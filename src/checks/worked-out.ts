import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Bound } from "./bind-amounts.ts";
import type { Told } from "./ground.ts";

/** A pack of the notes with its price: `túi 5kg 190k`. */
type Priced = { price: AmountMention; pack: AmountMention };

export const MONEY = new Set(["VND", "USD", "JPY"]);
/** How far behind the price of a pack the buyer still sees what was worked out of it. */
const NEAR = 70;

/**
 * A sum that nobody said and every buyer can do, told right behind the price it comes of: 175,000 for five kilos, "35,000 a
 * kilo"; 370,000 the box of six, "20,000 less" than by the kilo. And ten kilos at 15,000, where the notes price no ten.
 */
export function isWorkedOut(amount: AmountMention, told: Told): boolean {
  if (!isMoney(amount) || amount.min !== amount.max) return false;
  const before = told.amounts.filter(({ end }) => end <= amount.start && amount.start - end <= NEAR);
  if (before.length === 0) return false;
  const packs = packsOf(told.ground.bound);
  const said = packs.filter(({ price }) => before.some((other) => isMoney(other) && agrees(other, price)));
  const isOne = amount.per !== undefined || amount.each === true || isOfOne(amount, told.text);
  if (isOne && said.some(({ price, pack }) => same(price.min / countOf(pack, amount.per), amount.min))) return true;
  return isOne ? false : said.some((one) => same(savingOf(one, told), amount.min)) || isManyOf(amount, before, packs, told.ground);
}

/** `18.000đ một tờ`, "6,000 apiece", 1枚あたり2千ドン: of one of whatever the pack holds. */
function isOfOne({ start, end }: AmountMention, text: string): boolean {
  return OF_ONE.test(text.slice(end, end + 10)) || ONE_OF.test(text.slice(Math.max(0, start - 8), start));
}
const OF_ONE = /^\s*(?:\/|một |mỗi |an? |apiece|each|per )/iu;
const ONE_OF = /[1１一]\p{L}(?:あたり|当たり|につき)$/u;

const known = new WeakMap<readonly Bound[], readonly Priced[]>();
function packsOf(bound: readonly Bound[]): readonly Priced[] {
  const packs = known.get(bound) ?? bound.flatMap((one) => pricedPacks(one, bound));
  known.set(bound, packs);
  return packs;
}

function pricedPacks({ amount: price, labels }: Bound, bound: readonly Bound[]): Priced[] {
  if (!MONEY.has(price.dimension) || price.min !== price.max) return [];
  const own = labels.flatMap(({ family, loose, amount }) => (family === "pack" && loose !== true && amount !== undefined ? [amount] : []));
  // `túi 5kg, 190k/túi`
  const held = bound.filter(({ labels: of }) =>
    of.some(({ family, id, loose }) => family === "holder" && loose !== true && id === price.per),
  );
  const packs = price.per === undefined ? own : held.map(({ amount }) => amount);
  return packs.filter(({ min, max, per }) => min === max && per === undefined).map((pack) => ({ price, pack }));
}

/** English says the currency once: "370,000 the box, which saves you 20,000". */
export function isMoney({ dimension, min }: AmountMention): boolean {
  return MONEY.has(dimension) || (dimension === "none" && min >= 1000);
}

/** How many of what a price is per a pack holds; no number where it holds something else. */
function countOf({ dimension, unit, min }: AmountMention, per: AmountMention["per"]): number {
  if (dimension === "mass") return per === "kg" ? (unit === "g" ? min / 1000 : min) : Number.NaN;
  return (dimension === "count" || dimension === "none") && (per === undefined || per === "fruit" || per === unit) ? min : Number.NaN;
}

/** What as much costs by the kilo, by the piece, less what the pack costs. */
function savingOf({ price, pack }: Priced, { ground }: Told): number {
  const single = ground.amounts.find(({ dimension, per }) => dimension === price.dimension && per !== undefined && countOf(pack, per) > 0);
  return single === undefined ? Number.NaN : single.min * countOf(pack, single.per) - price.min;
}

function isManyOf(amount: AmountMention, before: readonly AmountMention[], packs: readonly Priced[], { amounts }: Told["ground"]): boolean {
  return before.some(
    (pack) =>
      pack.per === undefined &&
      pack.min === pack.max &&
      !packs.some((held) => agrees(pack, held.pack)) &&
      amounts.some(
        ({ dimension, per, min, max }) =>
          MONEY.has(dimension) &&
          (amount.dimension === "none" || dimension === amount.dimension) &&
          per !== undefined &&
          min === max &&
          same(min * countOf(pack, per), amount.min),
      ),
  );
}

/** 100,000 for three are "33,333 each". */
const ROUNDED = 1e-4;
function same(left: number, right: number): boolean {
  return Math.abs(left - right) <= ROUNDED * right;
}
