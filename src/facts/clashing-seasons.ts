import { nameOf } from "#lexicon/lexicon.ts";
import type { Conflict, Fact } from "./fact.ts";
import data from "./conflicts.json" with { type: "json" };

const MONTHS = new Map<string, readonly number[]>(Object.entries(data["out-of-season"].months));

/** Fresh fruit said to ripen in months in which it grows nowhere in the country. */
export function clashingSeasons(facts: readonly Fact[]): Omit<Conflict, "id">[] {
  const products = facts.filter(({ kind, term }) => kind === "product" && MONTHS.has(term ?? ""));
  const product = products[0];
  const [from, to] = MONTHS.get(product?.term ?? "") ?? [];
  if (product === undefined || from === undefined || to === undefined || products.length > 1) return [];
  const seasons = facts.filter(({ kind, date }) => kind === "season" && date !== undefined && !meets(date, from, to));
  const name = nameOf(product.term ?? "", "vi") ?? product.text;
  return seasons.map(({ id, quote }) => ({
    kind: "out-of-season",
    factIds: [product.id, id],
    text: data["out-of-season"].text
      .replace("{{product}}", name.charAt(0).toUpperCase() + name.slice(1))
      .replace("{{from}}", String(from))
      .replace("{{to}}", String(to))
      .replace("{{quote}}", quote),
  }));
}

/** True where some month said lies in the season; both may run over the new year. */
function meets(date: NonNullable<Fact["date"]>, from: number, to: number): boolean {
  const said = [date.from, date.to].flatMap((day) => (day === undefined ? [] : [Number(day.split("-").at(-2))]));
  const [first = 1, last = first] = said;
  return monthsOf(first, last).some((month) => monthsOf(from, to).includes(month));
}

function monthsOf(first: number, last: number): number[] {
  const count = ((last - first + 12) % 12) + 1;
  return Array.from({ length: count }, (_, index) => ((first - 1 + index) % 12) + 1);
}
