import { z } from "zod";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import { foldText, hasMarks, lightText } from "#facts/fold.ts";
import data from "./priced-goods.json" with { type: "json" };
import { wordsAround } from "./words-around.ts";

const rowSchema = z.strictObject({ said: z.array(z.string()), vi: z.string(), en: z.tuple([z.string(), z.string()]), ja: z.string() });
/** What a maker sells, by its noun: `khăn`, `a scarf`, `スカーフ`. */
export type PricedGoods = Pick<z.infer<typeof rowSchema>, "vi" | "en" | "ja">;

const matchers = z
  .array(rowSchema)
  .parse(data.goods)
  .map((row) => ({
    row,
    marked: new RegExp(`(?<!\\p{L})(?:${row.said.join("|")})(?!\\p{L})`, "u"),
    folded: new RegExp(`^ *(?:${row.said.map(foldText).join("|")})(?![a-z])`),
  }));

/** The noun before each price; none where they do not differ. */
export function pricedGoods(prices: readonly Fact[], words: GrowerWords): (PricedGoods | undefined)[] {
  const named = prices.map((price, index) => {
    const { before, own } = wordsAround(price, { previous: prices[index - 1] }, words);
    const clause = `${before.trimEnd()} ${own}`;
    const [light, folded] = [lightText(clause), foldText(clause)];
    return matchers.find(({ marked, folded: bare }) => (hasMarks(clause) ? marked.test(light) : bare.test(folded)))?.row;
  });
  return new Set(named.filter((row) => row !== undefined)).size > 1 ? named : prices.map(() => undefined);
}
