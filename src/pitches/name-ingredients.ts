import type { Ingredient } from "#facts/ingredient-names.ts";
import type { MadeOf } from "#facts/made-of.ts";
import type { Span } from "#facts/said.ts";
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

/** `làm từ`, `chỉ làm từ`, `nhân là`: of all that a list of ingredients may say. */
export function phraseOf({ filling, only, pure }: MadeOf): string {
  if (filling) return only ? "filling-only" : "filling";
  return pure ? "made-wholly-of" : only ? "made-only-of" : "made-of";
}

/** What a fact says besides the lists in it: `thành phần cá cơm` is no `phân cá`. */
export function besides(quote: string, lists: readonly Span[]): string {
  return lists.reduceRight((rest, { start, end }) => `${rest.slice(0, start)},${rest.slice(end)}`, quote);
}
