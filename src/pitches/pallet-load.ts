import { readAmounts } from "#facts/amounts.ts";
import type { Fact } from "#facts/fact.ts";
import { namesPallet, perPallet } from "#facts/per-pallet.ts";
import type { Language } from "#i18n/language.ts";
import { addReading } from "./japanese-reading.ts";
import { writeAmount } from "./write-amount.ts";

/** How much stands on a pallet, where a fact says it: `72 thùng/pallet`. */
export function palletLoad({ kind, text }: Fact): ((language: Language) => string) | undefined {
  const amount = kind === "pack" && namesPallet(text) ? perPallet(text, readAmounts(text, "vi"))[0]?.amount : undefined;
  const { min = 0, max = 0, unit } = amount ?? {};
  return unit === undefined ? undefined : (language) => addReading(writeAmount({ min, max, unit }, language));
}
