import { expect, test } from "vitest";
import { findTerm } from "#lexicon/lexicon.ts";
import { ingredientsOf, recipes } from "#lexicon/recipes.ts";

test("recipes speak of goods that the lexicon knows, none made of itself", () => {
  for (const { made, of } of recipes) for (const id of [...made, ...of]) expect([id, findTerm(id)?.kind]).toEqual([id, "product"]);
  for (const id of recipes.flatMap(({ made }) => made)) expect([id, ingredientsOf(id).has(id)]).toEqual([id, false]);
});
