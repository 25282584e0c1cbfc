import type { Fact, Unit } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { writeAmount } from "./write-amount.ts";
import { writeDateRange } from "./write-date-range.ts";

/** What the listeners of a language pay in. */
const CURRENCY: Partial<Record<Language, Unit>> = { en: "USD", ja: "JPY" };

/** ` (about 1.30 US dollars at the exchange rate of November 1, 2026)`, `（2026年11月1日のレートで約200円）`; nothing where no rate is known. `dated`: with the day of the rate. */
export function writeConverted({ converted }: Fact, language: Language, dated: boolean): string {
  const amount = converted?.amounts.find(({ unit }) => unit === CURRENCY[language]);
  if (converted === undefined || amount === undefined) return "";
  const { per: _, ...sum } = amount;
  const cost = writeAmount(sum, language);
  const day = writeDateRange({ from: converted.date, to: converted.date }, language);
  if (language === "ja") return `（${dated ? `${day}のレートで` : ""}約[やく]${cost}）`;
  return ` (about ${cost}${dated ? ` at the exchange rate ${day.replace(/^on /, "of ")}` : ""})`;
}
