import type { Language } from "#i18n/language.ts";
import { measureBefore } from "./before-price.ts";
import { addReading } from "./japanese-reading.ts";
import type { Telling } from "./sentence.ts";
import type { Tale } from "./tell-facts.ts";
import { writeArea } from "./write-area.ts";
import { writeChoice } from "./write-list.ts";

/** How big mats and cloths are, by the sizes that stand before their prices: `1m6 x 2m hoặc 1m8 x 2m`. */
export function tellAreas({ facts, words }: Pick<Tale, "facts" | "words">): Telling[] {
  if (words === undefined) return [];
  const prices = facts.filter(({ kind, amount }) => kind === "price" && amount !== undefined);
  const sized = prices.flatMap((price, at) => {
    const { area, fact } = measureBefore(price, prices[at - 1], facts, words) ?? {};
    return area === undefined ? [] : [{ area, id: fact?.id ?? price.id }];
  });
  if (sized.length === 0) return [];
  const list = (language: Language) => writeChoice([...new Set(sized.map(({ area }) => writeArea(area, language)))], language);
  const text = (language: Language) => (language === "ja" ? addReading(list(language)) : list(language));
  return [{ key: "size.each", slots: { amount: { factIds: sized.map(({ id }) => id), text } } }];
}
