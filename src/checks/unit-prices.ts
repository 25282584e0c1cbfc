import { baseOf, isAlike, sizeOf } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Bound } from "./bind-amounts.ts";
import type { Ground } from "./ground.ts";
import { HOLDERS } from "./holders.ts";
import { BAND } from "./tiers.ts";
import { ofOneKilo } from "./unsaid-amounts.ts";
import { MONEY } from "./worked-out.ts";

/** What one piece costs, or a gram, a millilitre, a centimetre: from so many on; `pack` is what the one piece holds. */
export type UnitPrice = {
  amount: AmountMention;
  value: number;
  dimension: string;
  unit?: string | undefined;
  pack?: AmountMention | undefined;
  floor: number;
};

const known = new WeakMap<readonly Bound[], readonly UnitPrice[][]>();

/** The notes' prices of one, each with its own tiers behind it: `20k/xấp, từ 10 xấp 18k/xấp`. */
export function unitPricesOf({ bound, amounts, notes }: Ground): readonly UnitPrice[][] {
  const prices = known.get(bound) ?? readPrices(bound, amounts, notes);
  known.set(bound, prices);
  return prices;
}

function readPrices(bound: readonly Bound[], amounts: readonly AmountMention[], notes: string): UnitPrice[][] {
  const groups: UnitPrice[][] = [];
  for (const one of bound) {
    const price = one.amount;
    if (one.class !== "money" || !MONEY.has(price.dimension) || price.min !== price.max || isOff(price, notes)) continue;
    const tens = tensOf(price, amounts);
    const from = floorOf(one, tens, notes);
    const base = baseFor(perWeight(one, amounts), tens);
    const group = from === undefined ? undefined : groups.findLast(([first]) => first !== undefined && isOfKind(first, from));
    const first = group?.[0];
    if (from === undefined || first === undefined) {
      const floor = from === undefined ? 0 : baseOf(from, from.min);
      // `chợ 40k`, `vé 80k` behind a price a kilo may be of one piece all the same.
      const whole = base?.dimension === "count" ? undefined : baseFor(one, tens);
      groups.push(...[base, whole].flatMap((own) => (own === undefined ? [] : [[{ ...own, floor }]])));
      continue;
    }
    // `từ 50 xấp 16k` is a stack's price where no fifty cost so little.
    const tier =
      base?.dimension === first.dimension ? base : price.max < first.amount.max ? { ...first, ...valued(price, first) } : undefined;
    if (tier !== undefined) group?.push({ ...tier, pack: first.pack, floor: baseOf(from, from.min) });
  }
  return groups;
}

/** `trả vỉ lại bớt 1k`: nothing costs so little. */
function isOff({ start }: AmountMention, notes: string): boolean {
  return OFF.test(notes.slice(Math.max(0, start - OFF_REACH), start));
}
const OFF = /(?<!\p{L})(?:bớt|bot|giảm|giam|trừ|tru) ?$/u;
const OFF_REACH = 6;

function valued(amount: AmountMention, { value, amount: first }: UnitPrice): Pick<UnitPrice, "amount" | "value"> {
  return { amount, value: (value * amount.min) / first.min };
}

function isOfKind({ dimension }: UnitPrice, quantity: AmountMention): boolean {
  return dimension === (isCounted(quantity) ? "count" : quantity.dimension);
}

/** `20k/kg loại 1, 14k loại 2`: what the next is per, too. */
function perWeight(one: Bound, amounts: readonly AmountMention[]): Bound {
  if (one.amount.per !== undefined) return one;
  const { start, end, dimension, min } = one.amount;
  const same = amounts.find(
    (held) =>
      held.start <= start && held.end === end && held.min === min && held.dimension === dimension && MEASURES[held.per ?? ""] !== undefined,
  );
  return same === undefined ? one : { ...one, amount: { ...one.amount, per: same.per } };
}

/** `chục 60k`, `55k/chục`: of so many. */
function tensOf({ start, end }: AmountMention, amounts: readonly AmountMention[]): number | undefined {
  return amounts.find((one) => one.dimension === "count" && one.start === start && one.end === end && one.min > PAIR)?.min;
}
const PAIR = 2;

function floorOf({ labels }: Bound, tens: number | undefined, notes: string): AmountMention | undefined {
  // `loại 25 tai trở lên` is how large one is, not how many one must take.
  const isOfOne = (start: number) => SORT.test(notes.slice(Math.max(0, start - SORT_REACH), start));
  const from = labels.find(({ family, id, start }) => family === BAND.id && id === "over" && !isOfOne(start))?.amount;
  if (from !== undefined || tens === undefined) return from;
  return labels.find(({ family, loose, amount }) => family === "pack" && loose !== true && (amount?.min ?? 0) > tens)?.amount;
}

const SORT_REACH = 12;
const SORT = /(?<!\p{L})(?:loại|loai|hạng|hang|cỡ|size) (?:từ |tu |trên |tren )?$/u;

function baseFor(one: Bound, tens: number | undefined): Omit<UnitPrice, "floor"> | undefined {
  const { amount, labels } = one;
  if (tens !== undefined) return { amount, value: amount.min / tens, dimension: "count" };
  const [kilo] = ofOneKilo(one);
  const { rate, per } = kilo ?? amount;
  if (rate !== undefined) return { amount, value: amount.min / (rate.of * sizeOf(rate.unit)), dimension: MEASURES[rate.unit] ?? "count" };
  const measure = MEASURES[per ?? ""];
  if (measure !== undefined) return { amount, value: amount.min / sizeOf(per), dimension: measure };
  const pack = labels.find(({ family, loose }) => family === "pack" && loose !== true)?.amount;
  // `chốt 3 tấn giá 18k`: nothing is so cheap but by the kilo.
  if (pack?.dimension === "mass" && per === undefined && amount.min < (CHEAP * baseOf(pack, pack.min)) / sizeOf("kg"))
    return { amount, value: amount.min / sizeOf("kg"), dimension: "mass" };
  if (pack !== undefined && isCounted(pack) && pack.min > 1 && per === undefined) return undefined;
  return { amount, value: amount.min, dimension: "count", unit: per, pack: pack !== undefined && !isCounted(pack) ? pack : undefined };
}
/** Dong a kilo. */
const CHEAP = 1000;
const MEASURES: Readonly<Record<string, string>> = { g: "mass", kg: "mass", t: "mass", ml: "volume", l: "volume", cm: "length" };

const isCounted = ({ dimension }: AmountMention): boolean => dimension === "count" || dimension === "none";

/** What so many cost by a price and its tiers; nothing where they are of something else. */
export function costOf(quantity: AmountMention, group: readonly UnitPrice[]): { price: UnitPrice; sum: number } | undefined {
  const many = baseOf(quantity, quantity.min);
  const price = group.filter(({ floor }) => floor <= many).at(-1);
  if (price === undefined) return undefined;
  const { unit } = quantity;
  if (!isOfKind(price, quantity)) return undefined;
  // "Twenty boxes" are no twenty bottles.
  const differs =
    unit !== undefined && price.unit !== undefined && HOLDERS.has(price.unit) && HOLDERS.has(unit) && !isAlike(unit, price.unit);
  return isCounted(quantity) && differs ? undefined : { price, sum: price.value * many };
}
