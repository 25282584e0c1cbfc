import { agrees, liesWithin } from "#facts/agree-amounts.ts";
import { behindNames, behindSizes, type OfGoods } from "./goods-named.ts";
import type { Found, Told } from "./ground.ts";

/** Months, weights, counts, prices of two goods or sizes, each told of the other. */
export function exchangedGoods(told: Told): Found[] {
  const own = [...behindNames(told.terms, told.bound), ...behindSizes(told.bound)];
  if (new Set(own.map(({ goods }) => goods)).size < 2) return [];
  const held = told.ground.goods;
  const isHeld = (goods: string, one: OfGoods) => held.some((other) => other.goods === goods && isSame(one, other));
  const isStrange = (one: OfGoods) =>
    held.some((other) => other.goods === one.goods && other.class === one.class) && !isHeld(one.goods, one);
  const strange = own.filter(isStrange);
  const swapped = strange.flatMap((one): [OfGoods, OfGoods][] => {
    const other = strange.find(
      (next) => next.goods !== one.goods && next.class === one.class && isHeld(next.goods, one) && isHeld(one.goods, next),
    );
    return other === undefined ? [] : [[one, other]];
  });
  return swapped.map(([{ amount }, other]): Found => {
    const { start, end, quote } = amount;
    return { kind: "number", start, end, message: told.say("numberSwapped", { quote, held: other.amount.quote.trim() }) };
  });
}

function isSame(one: OfGoods, other: OfGoods): boolean {
  if (one.class !== other.class) return false;
  const [amount, held] = [one.amount, { ...other.amount, per: one.amount.per }];
  return agrees(amount, held) || liesWithin(amount, held);
}
