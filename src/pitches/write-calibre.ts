import { readAmounts } from "#facts/amounts.ts";
import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { animalCounter, writeCounted } from "./counted-goods.ts";
import { writeAmount, type Manner } from "./write-amount.ts";

/** How many make a kilo, where each is no unit of the contract: `3 con/kg`; ja: the counter; `bare`: the kilo is not said, `loại 20-25 con`. */
export type Calibre = { min: number; max: number; vi: string; ja: string; bare?: boolean };

const COUNTED = /(?<!\p{L})(con|củ|cu|hạt|hat|trái|trai|quả|qua)(?!\p{L})/u;
const COUNTERS: Record<string, { vi: string; ja: string | undefined }> = {
  cu: { vi: "củ", ja: "個" },
  hat: { vi: "hạt", ja: "粒" },
  trai: { vi: "trái", ja: "個" },
  qua: { vi: "quả", ja: "個" },
};

/** What is counted in a quote, by the goods that a fact is about. */
export function counterIn(quote: string, about: Fact, facts: readonly Fact[]): Pick<Calibre, "vi" | "ja"> | undefined {
  const noun = foldText(COUNTED.exec(quote.toLowerCase())?.[1] ?? "");
  if (noun === "") return undefined;
  const { vi, ja } = COUNTERS[noun] ?? { vi: "con", ja: animalCounter(about, facts) };
  return ja === undefined ? undefined : { vi, ja };
}

/** The calibre that a size says by itself. */
export function calibreIn(size: Fact, facts: readonly Fact[]): Calibre | undefined {
  if (size.amount !== undefined) return undefined;
  const said = readAmounts(size.text, "vi").find(({ unit, per }) => unit === undefined && per === "kg");
  const counter = said && counterIn(said.quote, size, facts);
  return said && counter && { min: said.min, max: said.max, ...counter };
}

/** As so many pieces, in the words of the kilo's own names: `3 con một ký`, `3 to the kilo`, `1キロ3匹`. */
export function writeCalibre({ min, max, vi, ja, bare }: Calibre, language: Language, manner: Manner): string {
  if (bare === true) return writeCounted({ min, max }, { vi: `một ${vi}`, en: ["", "count"], ja: `${ja}サイズ` }, language);
  const written = writeAmount({ min, max, unit: "fruit", per: "kg" }, language, manner);
  if (language === "vi") return written.replace(/^([\d.,]+(?: đến [\d.,]+)?) \p{L}+/u, `$1 ${vi}`);
  return language === "ja" ? written.replace(/個$/u, ja) : written;
}
