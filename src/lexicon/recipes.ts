import { z } from "zod";
import data from "./recipes.json" with { type: "json" };

const id = z.string();
const row = z.strictObject({ made: z.array(id).min(1), of: z.array(id).min(1) });
/** Goods, and what they are made of; `always`: what they are never without, whatever else is in them. */
export const { recipes, always } = z.strictObject({ source: z.string(), recipes: z.array(row), always: z.array(row) }).parse(data);
const ofEach = byGoods(recipes);
const inEach = byGoods(always);

function byGoods(rows: readonly z.infer<typeof row>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const goods = new Map<string, Set<string>>();
  for (const { made, of } of rows) for (const product of made) goods.set(product, (goods.get(product) ?? new Set()).union(new Set(of)));
  return goods;
}

/** What goods are made of, by the ids of both; nothing for goods that are sold as they grow. */
export function ingredientsOf(product: string): ReadonlySet<string> {
  return ofEach.get(product) ?? NONE;
}

/** What goods are never without. */
export function alwaysIn(product: string): ReadonlySet<string> {
  return inEach.get(product) ?? NONE;
}
const NONE: ReadonlySet<string> = new Set();
