import type { Span } from "#facts/said.ts";
import type { Bound, Label } from "./bind-amounts.ts";
import type { ReadText } from "./ground.ts";

/** Dictated notes go on without a stop: there a price ends what was said of it. */
export function isRunOn({ language }: Pick<ReadText, "language">, clause: Span | undefined): boolean {
  return language === "vi" && clause !== undefined && clause.end - clause.start > RUN_ON_MIN;
}
const RUN_ON_MIN = 150;

/** What stands before the number, behind the price before: `hạng nhì bốn chục ngàn giỏ biếu gồm hai trái trăm hai`. */
export function labelsAhead(one: Bound, labels: readonly Label[], alike: readonly Bound[], amounts: readonly Bound[]): Label[] {
  let from = 0;
  for (const { amount, class: kind } of amounts) if (kind === "money" && amount.end <= one.amount.start) from = amount.end;
  for (const { amount } of alike) if (amount.end <= one.amount.start) from = Math.max(from, amount.end);
  const nearest = labels.findLast((label) => label.start >= from && label.end <= one.amount.start);
  return nearest === undefined ? [] : [nearest];
}
