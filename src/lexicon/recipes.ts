import { z } from "zod";
import data from "./recipes.json" with { type: "json" };

const id = z.string();
/** Goods, and what they are made of. */
export const recipes = z
  .strictObject({ source: z.string(), recipes: z.array(z.strictObject({ made: z.array(id).min(1), of: z.array(id).min(1) })) })
  .parse(data).recipes;
const ofEach = new Map<string, Set<string>>();
for (const { made, of } of recipes) for (const product of made) ofEach.set(product, (ofEach.get(product) ?? new Set()).union(new Set(of)));

/** What goods are made of, by the ids of both; nothing for goods that are sold as they grow. */
export function ingredientsOf(product: string): ReadonlySet<string> {
  return ofEach.get(product) ?? NONE;
}
const NONE: ReadonlySet<string> = new Set();
