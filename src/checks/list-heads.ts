import { foldText } from "#facts/fold.ts";
import { overlaps, type Span } from "#facts/said.ts";
import type { Bound, Label } from "./bind-amounts.ts";

/** `hạt bí rang, 1 kg 130k, túi 250g 35k`: what heads a list of packs and prices is, loosely, of each. */
export function headOf(
  text: string,
  held: readonly Clause[],
  clauses: readonly Span[],
  index: number,
  kind: Bound["class"],
  amounts: readonly Bound[],
): Label[] {
  for (let at = index; at >= 0; at -= 1) {
    const clause = held[at];
    if (clause !== undefined && clause.labels.length > 0) {
      if (clause.amounts.length === 0) return clause.labels.map((label) => ({ ...label, loose: true }));
      return kind === "money" && at < index && isNamedFirst(clause) ? clause.labels : [];
    }
    if (!isPriceOfPack(text, clauses[at], amounts)) return [];
  }
  return [];
}

/** `lạp xưởng 1kg 240k 500g 125k`: the second price, with no other word before it, is of what was named first. */
export function goesOn(text: string, clause: Clause, { amount }: Bound, amounts: readonly Bound[]): Label[] {
  const start = Math.min(...clause.amounts.map((one) => one.amount.start));
  return isNamedFirst(clause) && isPriceOfPack(text, { start, end: amount.end }, amounts) ? clause.labels : [];
}

/** `ớt bột 100g 25k, 500g 110k`: goods named before the first price go on to the next pack. */
function isNamedFirst({ labels, amounts }: Clause): boolean {
  const first = Math.min(...amounts.map(({ amount }) => amount.start));
  return labels.every(({ family, loose, end }) => GOODS.has(family) && loose !== true && end <= first);
}
type Clause = { labels: Label[]; amounts: readonly Bound[] };
const GOODS = new Set(["product", "variety"]);

/** Amounts and what holds them, and no other word. */
function isPriceOfPack(text: string, clause: Span | undefined, amounts: readonly Bound[]): boolean {
  const inside = amounts.filter(({ amount }) => clause !== undefined && overlaps(amount, clause));
  let rest = "";
  let at = clause?.start ?? 0;
  for (const { amount } of inside) {
    rest += `${text.slice(at, Math.max(at, amount.start))} `;
    at = Math.max(at, amount.end);
  }
  return inside.length > 0 && PACKS_ONLY.test(foldText(rest + text.slice(at, clause?.end)));
}
const PACKS_ONLY = /^\s*(?:(?:tui|goi|hu|lo|hop|chai|thung|bao|bich|keo|lon|can|khay|vi|gia|thi|con|le|lay|mua|ban|co)\s*){0,4}$/u;
