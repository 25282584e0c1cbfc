import type { AmountMention } from "#facts/amounts.ts";
import type { Language } from "#i18n/language.ts";
import type { ReadText } from "./ground.ts";

/** "500 hives" of the notes' 500 ml: what is kept or worked at has a number of its own. */
export function isOfLiving({ dimension, end }: AmountMention, { text, language }: Pick<ReadText, "text" | "language">): boolean {
  return (dimension === "none" || dimension === "count") && LIVING[language].test(text.slice(end, end + 14));
}
const LIVING: Record<Language, RegExp> = {
  vi: /^ (?:đàn|gốc|hộ|khung|lò|ghe|ao)(?!\p{L})/iu,
  en: /^ (?:hives|colonies|trees|vines|bushes|goats|cows|pigs|ducks|hens|sheep|looms|kilns|boats|ponds|households|families)(?!\p{L})/iu,
  ja: /^(?:群|頭|羽|隻|世帯|軒)/u,
};
