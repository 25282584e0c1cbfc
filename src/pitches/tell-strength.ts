import { readAmounts } from "#facts/amounts.ts";
import type { Fact } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Telling } from "./sentence.ts";

const NAMES: Record<Language, { to: string; unit: string }> = {
  vi: { to: " đến ", unit: " độ đạm" },
  en: { to: " to ", unit: " degrees N" },
  ja: { to: "～", unit: "度" },
};

/** How strong a sauce is, in degrees of nitrogen, for which the contract has no unit; of several strengths each has its price. */
export function tellStrength(varieties: readonly Fact[]): Telling[] {
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
  return [{ key: "strength", slots: { amount: { factIds: said.map(({ id }) => id), text } } }];
}
