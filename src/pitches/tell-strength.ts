import { readAmounts } from "#facts/amounts.ts";
import type { Fact } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { nameTerm } from "./name-product.ts";
import type { Telling } from "./sentence.ts";

const NAMES: Record<Language, { to: string; unit: string }> = {
  vi: { to: " đến ", unit: " độ đạm" },
  en: { to: " to ", unit: " degrees N" },
  ja: { to: "～", unit: "度" },
};

/**
 * How strong a sauce is, in degrees of nitrogen, for which the contract has no unit; of several strengths each has its price, and
 * among other goods the sauce is named.
 */
export function tellStrength(varieties: readonly Fact[], facts: readonly Fact[]): Telling[] {
  const said = varieties.flatMap(({ id, text }) => {
    const amount = readAmounts(text, "vi").find(({ dimension }) => dimension === "protein");
    return amount === undefined || amount.approximate !== undefined ? [] : [{ id, min: amount.min, max: amount.max }];
  });
  const [first] = said;
  if (first === undefined || said.some(({ min, max }) => min !== first.min || max !== first.max)) return [];
  const text = (language: Language) => {
    const { to, unit } = NAMES[language];
    return `${first.min === first.max ? "" : `${first.min}${to}`}${first.max}${unit}`;
  };
  const factIds = said.map(({ id }) => id);
  const sauce = sauceAmongOthers(varieties.find(({ id }) => id === first.id)?.start ?? 0, facts);
  if (sauce === undefined) return [{ key: "strength", slots: { amount: { factIds, text } } }];
  const named = (language: Language) => nameTerm(sauce, language);
  return [{ key: "strength-of", slots: { amount: { factIds, text }, goods: { factIds, text: named } } }];
}

/** The goods named last before the degrees, where others are sold, too. */
function sauceAmongOthers(start: number, facts: readonly Fact[]): string | undefined {
  const goods = facts.flatMap(({ kind, term, start: at }) => (kind === "product" && term !== undefined ? [{ term, at }] : []));
  if (new Set(goods.map(({ term }) => term)).size < 2) return undefined;
  return (goods.filter(({ at }) => at <= start).at(-1) ?? goods[0])?.term;
}
