import type { Fact, GrowerWords } from "#facts/fact.ts";
import data from "./grades.json" with { type: "json" };
import { namedIn, namedRows, type Named } from "./named-rows.ts";
import { wordsAround } from "./words-around.ts";

/** `grade`: which of the goods; `spot`: where the price is for. */
export type Beside = { grade?: Named; spot?: Named };

const grades = namedRows(data.grades);
const spots = namedRows(data.spots);

/** The grade and the place of sale in the grower's words around each price; some name the grade before the price, some after it. */
export function besidePrices(prices: readonly Fact[], words: GrowerWords): Beside[] {
  const around = prices.map((price, index) => wordsAround(price, { previous: prices[index - 1], next: prices[index + 1] }, words));
  const ahead = around.map(({ before, own }) => namedIn(grades, `${before} ${own}`));
  const behind = around.map(({ own, after }) => namedIn(grades, `${own} ${after}`));
  const named = countOf(behind) > countOf(ahead) ? behind : ahead;
  return around.map(({ before, own, after }, index) => {
    const grade = named[index];
    const spot = namedIn(spots, `${before} ${own} ${after}`);
    return { ...(grade === undefined ? {} : { grade }), ...(spot === undefined ? {} : { spot }) };
  });
}

function countOf(found: readonly (Named | undefined)[]): number {
  return found.filter((each) => each !== undefined).length;
}
