import { readAmounts } from "#facts/amounts.ts";
import type { Amount, Fact, Unit } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { isMoney } from "#facts/source-text.ts";

const ORDERED: ReadonlySet<Unit> = new Set<Unit>(["kg", "t", "l", "fruit", "box", "bag", "bottle", "jar", "bunch", "pack"]);
/** `từ 5 gói`, `10 ký trở lên`, `gần thì`: not for every order. */
const BOUNDED = /\d|(?<![a-z])(?:tu|tren|du|hon|gan|thi|neu|khi|chi|km|tro len|do len)(?![a-z])/;

/** From what an order on it is sent for free; nothing for a bound that is not of the order, as how far away the buyer lives. */
export function freeFrom({ text }: Fact): Amount | "any order" | undefined {
  const amounts = readAmounts(text, "vi");
  const [floor, ...more] = amounts.filter(
    ({ unit, per }) => per === undefined && unit !== undefined && (ORDERED.has(unit) || isMoney(unit)),
  );
  if (floor?.unit !== undefined && more.length === 0 && amounts.length === 1) return { min: floor.min, max: floor.max, unit: floor.unit };
  return floor === undefined && !BOUNDED.test(foldText(text)) ? "any order" : undefined;
}
