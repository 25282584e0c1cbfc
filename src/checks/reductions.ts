import { agrees, baseOf, sizeOf } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { eitherBare } from "#facts/said.ts";
import type { Ground, Told } from "./ground.ts";
import { MONEY } from "./worked-out.ts";

/** `mua 50 con giảm 10%`, `từ 10kg bớt 5k/kg`: what comes off, from so many on. */
type Reduction = { amount: AmountMention; floor: number };

const known = new WeakMap<Ground["bound"], readonly Reduction[]>();

/** What so many cost less what the notes take off, where the text tells that too. */
export function reducedCosts(cost: number, quantity: AmountMention, { ground, amounts }: Told): number[] {
  const many = baseOf(quantity, quantity.min);
  return reductionsOf(ground).flatMap(({ amount, floor }) => {
    if (floor > many || !amounts.some((one) => agrees(one, amount))) return [];
    if (amount.dimension === "%") return [(cost * (HUNDRED - amount.min)) / HUNDRED];
    return [cost - (amount.min * many) / sizeOf(amount.per)];
  });
}
const HUNDRED = 100;

function reductionsOf(ground: Ground): readonly Reduction[] {
  const reductions = known.get(ground.bound) ?? readReductions(ground);
  known.set(ground.bound, reductions);
  return reductions;
}

function readReductions({ amounts, notes }: Ground): Reduction[] {
  return amounts.flatMap((amount) => {
    const { dimension, min, max, per, each, start } = amount;
    const isOfEach = MONEY.has(dimension) && (per !== undefined || each === true);
    if (min !== max || !(dimension === "%" || isOfEach) || !COMES_OFF.test(notes.slice(Math.max(0, start - WORD_BEFORE), start))) return [];
    const from = amounts.findLast((one) => QUANTITIES.has(one.dimension) && one.end <= start && start - one.end <= FLOOR_BEFORE);
    return [{ amount, floor: from === undefined ? 0 : baseOf(from, from.min) }];
  });
}
const WORD_BEFORE = 24;
const FLOOR_BEFORE = 32;
const QUANTITIES = new Set(["count", "none", "mass", "volume", "length"]);
const COMES_OFF = new RegExp(`(?<!\\p{L})(?:${eitherBare("bớt|giảm|trừ|chiết khấu")}|ck)(?: \\p{L}+)? ?$`, "u");
