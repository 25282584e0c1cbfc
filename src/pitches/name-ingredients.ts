import type { Ingredient } from "#facts/ingredient-names.ts";
import type { Language } from "#i18n/language.ts";
import { nameTerm } from "./name-product.ts";
import { writeList } from "./write-list.ts";

/** What goods are made of, in the grower's order: `cá cơm và muối`, `anchovy and salt`, カタクチイワシと塩. */
export function nameIngredients(of: readonly Ingredient[], language: Language): string {
  const names = of.map((one) => nameIngredient(one, language));
  return language === "ja" && names.length === 2 ? names.join("と") : writeList(names, language);
}

export function nameIngredient(one: Ingredient, language: Language): string {
  return "term" in one ? nameTerm(one.term, language) : one.names[language];
}
