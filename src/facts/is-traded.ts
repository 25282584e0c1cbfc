import { clauseAt } from "./clauses.ts";
import { tokenAt } from "./nearest-cue.ts";
import type { Span } from "./said.ts";
import { isMoney, type SourceText } from "./source-text.ts";
import { indexFrom, meeting, nextFrom } from "./spans.ts";

/** Words between a product and what it costs or how it is packed: `tim sen loại đẹp gói 100g`. */
const WORDS_TO_TRADE = 4;

/** A price taken back in words, with the words that take it back. */
const SLIP_CHARS = 60;

const GOODS = new Set(["mass", "volume", "count", "regional"]);

/** A price, a pack or a stock follows in its clause, before another product does. */
export function isTraded(read: SourceText, mention: Span): boolean {
  const clause = clauseAt(read, mention.start);
  // `nước mắm 40 độ đạm 90k/chai`, `giỏ mây cao 30 cm 85k`, `ca cao đắng 85% 60k`: how strong or large it is stands before what it costs.
  const behind = read.amounts.slice(indexFrom(read.amounts, mention.end));
  const next = behind.find(({ dimension }) => dimension !== "protein" && dimension !== "length" && dimension !== "%");
  if (next === undefined || !(isMoney(next.unit) || GOODS.has(next.dimension))) return false;
  const told = behind[behind.indexOf(next) - 1];
  const from = told?.end ?? mention.end;
  // `giỏ tre thì 80 ngàn à quên 90 ngàn`: what was taken back does not part them.
  const slip = next.start < clause.end + SLIP_CHARS ? meeting(read.closed, { start: from, end: next.start }) : undefined;
  if (next.start >= clause.end && slip === undefined) return false;
  const taken = slip === undefined ? 0 : tokenAt(read, slip.end) - tokenAt(read, slip.start);
  const words = tokenAt(read, next.start) - tokenAt(read, from) - taken;
  return words <= WORDS_TO_TRADE && (nextFrom(read.products, mention.end)?.end ?? Infinity) > next.start;
}
