import type { Span } from "#facts/said.ts";
import type { Bound } from "./bind-amounts.ts";

/** "A and B are x and y respectively": paired by order, not by nearness. */
export function isPairedByOrder(text: string, { start, end }: Span): boolean {
  return RESPECTIVELY.test(text.slice(start, end));
}
const RESPECTIVELY = /lần lượt|lan luot|respectively|それぞれ|順に/iu;

const AND = "(?:,|、|&|と|や|and|or|và|va|với|voi|hay|hoặc|hoac)";
/** `túi 2 kg với túi 5 kg`, "2 kg and 5 kg bags", 2キロ袋と5キロ袋 */
const PACK_TO_PACK = new RegExp(`^(?:\\s?\\p{L}{1,8})?\\s*${AND}\\s*(?:of\\s)?(?:(?:an?|the)\\s)?(?:\\p{L}{1,8}\\s(?:of\\s)?)?$`, "iu");
const PRICE_TO_PRICE = new RegExp(`^\\s*${AND}\\s*$`, "iu");
const BETWEEN_MAX = 40;

/**
 * "Bags of 2 kg and 5 kg cost 80,000 and 190,000 VND": as many packs in a row as prices in the next, one each. Gives the packs
 * of such prices.
 */
export function pairLists(text: string, amounts: readonly Bound[]): Map<Bound, Bound> {
  const pairs = new Map<Bound, Bound>();
  for (let first = 0; first < amounts.length; first += 1) {
    const packs = runFrom(text, amounts, first, isPack, PACK_TO_PACK);
    // "Pots of three and of five stems": what the last is of, all are.
    if (packs.length < 2 || packs.at(-1)?.amount.dimension === "none") continue;
    const prices = runFrom(text, amounts, first + packs.length, isPrice, PRICE_TO_PRICE);
    const last = packs.at(-1);
    const isNear = last !== undefined && (prices[0]?.amount.start ?? Infinity) - last.amount.end <= BETWEEN_MAX;
    if (isNear && prices.length === packs.length) {
      for (const [index, price] of prices.entries()) pairs.set(price, packs[index] ?? last);
    }
    first += packs.length - 1;
  }
  return pairs;
}

function runFrom(text: string, amounts: readonly Bound[], first: number, isOf: (one: Bound) => boolean, joined: RegExp): Bound[] {
  const run: Bound[] = [];
  for (const one of amounts.slice(first)) {
    const before = run.at(-1);
    if (!isOf(one) || (before !== undefined && !joined.test(text.slice(before.amount.end, one.amount.start)))) break;
    run.push(one);
  }
  return run;
}

function isPack({ class: kind, amount }: Bound): boolean {
  return (kind === "goods" || kind === "packs") && amount.per === undefined;
}

function isPrice({ class: kind, amount }: Bound): boolean {
  return kind === "money" && amount.per === undefined;
}
