import { findTerm } from "#lexicon/lexicon.ts";
import { clauseAt } from "./clauses.ts";
import type { Fact } from "./fact.ts";
import { foldText } from "./fold.ts";
import type { Span } from "./said.ts";
import type { SourceText } from "./source-text.ts";

/** Words that tell nothing of what the price is for. */
const PLAIN =
  /(?<!\p{L})(?:gia|ban|la|chi|con|co|thoi|nha|nhe|a|em|nha|minh|hien|gio|nay|dang|lay|tinh|vuon|tai|ghi chu|bua|ngay|thi|mot|kg|ky|can)(?!\p{L})|[\s:=.,()/-]/gu;

/** Two prices of one product, unit and pack size, with nothing that tells them apart: one of them is a slip. */
export function twoPrices(facts: readonly Fact[], sources: readonly SourceText[]): [Fact, Fact][] {
  if (facts.filter(({ kind }) => kind === "product").length !== 1) return [];
  const first = new Map<string, Fact>();
  const pairs: [Fact, Fact][] = [];
  for (const fact of facts) {
    if (fact.kind !== "price" || fact.amount === undefined) continue;
    const read = sources.find(({ source }) => source === fact.source);
    if (read === undefined) continue;
    const key = `${fact.amount.unit} ${fact.amount.per ?? ""} ${pricedFor(read, fact)}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, fact);
    else if (other.amount?.min !== fact.amount.min || other.amount.max !== fact.amount.max) pairs.push([other, fact]);
  }
  return pairs;
}

/** What stands in the price's clause beside the money: grade, size, pack, from how much on. */
function pricedFor(read: SourceText, { start, end }: Fact): string {
  const clause = clauseAt(read, start);
  const money = read.amounts.filter((amount) => amount.start >= start && amount.end <= end).at(-1);
  const products = read.products.filter((product) => product.start >= clause.start && product.end <= end);
  const from = Math.max(clause.start, products.at(-1)?.end ?? 0, start - 40);
  const before = untitled(read, { start: Math.min(from, start), end: money?.start ?? end });
  const after = untitled(read, { start: end, end: Math.min(clause.end, end + 24) });
  return foldText(`${before} ${after}`).replace(PLAIN, " ").replace(/\s+/g, " ").trim();
}

/** The words without the goods' own names and where they are from. */
function untitled({ text, terms }: SourceText, { start, end }: Span): string {
  const named = terms.filter((term) => term.start < end && term.end > start && findTerm(term.id)?.kind !== "practice");
  const cuts = [start, ...named.flatMap((term) => [Math.max(start, term.start), Math.min(end, term.end)]), end];
  return cuts.flatMap((from, at) => (at % 2 === 0 ? [text.slice(from, cuts[at + 1])] : [])).join(" ");
}
