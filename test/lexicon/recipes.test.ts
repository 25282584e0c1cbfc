import { expect, test } from "vitest";
import { ingredientCalled } from "#facts/ingredient-names.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { always, alwaysIn, ingredientsOf, recipes } from "#lexicon/recipes.ts";

test("recipes speak of goods that the lexicon knows, none made of itself", () => {
  for (const { made, of } of recipes) for (const id of [...made, ...of]) expect([id, findTerm(id)?.kind]).toEqual([id, "product"]);
  for (const id of recipes.flatMap(({ made }) => made)) expect([id, ingredientsOf(id).has(id)]).toEqual([id, false]);
});

test("what goods are never without is a product, or an ingredient that nobody sells by itself", () => {
  const isKnown = (name: string) => findTerm(name)?.kind === "product" || ingredientCalled(name) !== undefined;
  for (const { made, of } of always) {
    for (const name of [...made, ...of]) expect([name, isKnown(name)]).toEqual([name, true]);
    for (const name of made) expect([name, alwaysIn(name).has(name)]).toEqual([name, false]);
  }
});
