import { foldText } from "./fold.ts";
import type { Freight } from "./freight.ts";
import type { Span } from "./said.ts";
import { trim, type SourceText } from "./source-text.ts";
import { nextFrom } from "./spans.ts";
import { endBefore } from "./times-of-places.ts";

/** `ra Vinh đi tàu 2 ngày, phí 30k/thùng`: the fee alone in the next clause is for just that. */
export function feeAfter({ text }: SourceText, { end }: Span, fees: readonly Freight[]): number | undefined {
  const fee = nextFrom(fees, end);
  if (fee === undefined || !/^\s*[,(]?\s*$/u.test(text.slice(end, fee.start))) return undefined;
  return ALONE.test(foldText(text.slice(fee.start, fee.mention.start))) ? fee.mention.end : undefined;
}
const ALONE = /^(?:phi|cuoc|tien)(?: (?:ship|gui|giao|van chuyen|xe|hang|la|tinh|thu|khoang|tam|chi))*:? ?$/;

/** `ship Vinh 20k Huế 30k`: each place with its own fee. */
export function eachFee(read: SourceText, whole: Span, fees: readonly Freight[]): Span[] {
  const own = fees.filter(({ mention }) => mention.start > whole.start && mention.end <= whole.end);
  const starts = [whole.start, ...own.slice(1).map(({ start }) => start)];
  return starts.map((start, at) => trim(read, { start, end: endBefore(read, start, starts[at + 1] ?? whole.end) ?? whole.end }));
}
