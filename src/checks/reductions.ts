import { agrees, baseOf, isAlike, sizeOf } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { eitherBare } from "#facts/said.ts";
import type { Ground, Told } from "./ground.ts";
import { HOLDERS } from "./holders.ts";
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
    const { dimension, min, max, per, each, start, end } = amount;
    const isOfEach = MONEY.has(dimension) && (per !== undefined || each === true);
    if (min !== max || !(dimension === "%" || isOfEach) || !comesOff(amount, notes)) return [];
    const before = amounts.filter((one) => isQuantity(one) && one.end <= start && start - one.end <= FLOOR_BEFORE);
    const last = Math.max(...before.map((one) => one.end));
    const from =
      before.find((one) => one.end === last) ??
      amounts.find((one) => isQuantity(one) && one.start >= end && FROM_BEHIND.test(notes.slice(end, one.start)));
    return [{ amount, floor: from === undefined ? 0 : baseOf(from, from.min) }];
  });
}
/** What a price is for without a number of its own, `chục 45k`, is told in the price's words. */
function isQuantity({ dimension, spelled, quote }: AmountMention): boolean {
  return QUANTITIES.has(dimension) && !(spelled && /\d/u.test(quote));
}
const FLOOR_BEFORE = 32;
/** `bớt 2k/kg nếu lấy từ 50kg` */
const FROM_BEHIND = new RegExp(`^ ?(?:(?:${eitherBare("nếu|khi|cho|với|ai|khách|đơn|hàng|lấy|mua|đặt|từ|trên|đủ|hơn")}) )+$`, "u");
const QUANTITIES = new Set(["count", "none", "mass", "volume", "length"]);
const TO_PRICE = eitherBare("còn|xuống|về|thành|tới|là|giá|bán");
const COMES_OFF = new RegExp(`(?<!\\p{L})(?:bớt|${eitherBare("giảm|trừ|chiết khấu")}|ck|voucher)(?: (?!${TO_PRICE})\\p{L}+)? ?$`, "u");
/** A bare `bot` may be flour, and takes off only where so many or somebody is told of. */
const BARE_OFF = /(?<!\p{L})bot(?: (?:ngay|them|luon|duoc|moi|cho|thang))? ?$/u;
const FOR_MANY = new RegExp(`(?<!\\p{L})(?:${eitherBare("lấy|mua|đặt|trở lên|đổ lên|khách|đơn|từ")})(?!\\p{L})[^;.\\n]*$`, "u");
const IF_MANY = new RegExp(`^ ?(?:${eitherBare("nếu|khi|cho khách|cho đơn|với đơn|ai lấy")})(?!\\p{L})`, "u");
const MEASURED_FIRST = /^\d[\d.,]* ?(?:kg|g|gr|gam|ml|l|lit|lít|ký|ky)(?!\p{L})/u;

/** In the notes: `bớt 20k`, `giảm thẳng 20k`; `giảm còn 80k` and `bot 1kg 80k` are what goods cost. */
export function comesOff({ start, end, quote }: AmountMention, notes: string): boolean {
  if (MEASURED_FIRST.test(quote.toLowerCase())) return false;
  const before = notes.slice(Math.max(0, start - OFF_REACH), start);
  if (COMES_OFF.test(before)) return true;
  return BARE_OFF.test(before) && (FOR_MANY.test(before) || IF_MANY.test(notes.slice(end, end + OFF_REACH)));
}
const OFF_REACH = 44;

/** "16,000 VND a kilo from 50 kg" of `18k/kg, từ 50kg bớt 2k/kg`: what is left, told with how many it takes. */
export function isReducedPrice(amount: AmountMention, { ground, amounts }: Told): boolean {
  const { dimension, min, max, per, start, end } = amount;
  if (!MONEY.has(dimension) || min !== max) return false;
  return reductionsOf(ground).some(({ amount: off, floor }) => {
    const isTold = amounts.some(
      (one) => floor > 0 && baseOf(one, one.min) === floor && one.start - end <= FLOOR_TOLD && start - one.end <= FLOOR_TOLD,
    );
    return isTold && ground.amounts.some((price) => isOf(per, price) && lessOf(price, off) === min);
  });
}
const FLOOR_TOLD = 70;

/** `can 5 lít 800k` is a can's, with no word for what it is per. */
function isOf(per: AmountMention["per"], price: AmountMention): boolean {
  return per === undefined || isPer(per, price.per) || (price.per === undefined && HOLDERS.has(per));
}

function lessOf({ dimension, min, max, per }: AmountMention, off: AmountMention): number {
  if (!MONEY.has(dimension) || min !== max) return Number.NaN;
  if (off.dimension === "%") return (min * (HUNDRED - off.min)) / HUNDRED;
  return off.dimension === dimension && isPer(per, off.per) ? min - off.min : Number.NaN;
}

function isPer(left: AmountMention["per"], right: AmountMention["per"]): boolean {
  return left === undefined || right === undefined ? left === right : isAlike(left, right);
}
