import { z } from "zod";
import { unitSchema, type Amount, type Unit } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import data from "./amount-words.json" with { type: "json" };

const unitWordsSchema = z.object({ vi: z.array(z.string()).min(1), en: z.tuple([z.string(), z.string()]), ja: z.string() });
const unitWords = z.record(unitSchema, unitWordsSchema).parse(data.units);

const MONEY: ReadonlySet<Unit> = new Set<Unit>(["VND", "USD", "JPY"]);
/** Made once: a formatter costs more than all it formats. */
const formats = { vi: formatsOf("vi-VN"), en: formatsOf("en-US"), ja: formatsOf("ja-JP") };
const TO: Record<Language, string> = { vi: " đến ", en: " to ", ja: "～" };

/** An amount as a seller says it: `35.000 đồng một cân`, `35,000 dong per kilo`, `1キロ3万5千ドン`. `said`: the grower's words, whose unit names are kept. */
export function writeAmount(amount: Amount, language: Language, said = ""): string {
  const value = writeValue(amount, language, said);
  if (amount.per === undefined) return value;
  const per = unitName(amount.per, 1, language, said);
  if (language === "vi") return `${value} một ${per}`;
  if (language === "en") return `${value} per ${per}`;
  return `1${per}${value}`;
}

/** What a pack holds, pack first: `thùng 10 cân`, `10-kilo boxes`, `10キロ入りの箱`. */
export function writePack(amount: Amount, language: Language, said = ""): string {
  const { per, ...content } = amount;
  const value = writeValue(content, language, said);
  const pack = per ?? "pack";
  if (language === "vi") return `${per === undefined ? "phần" : unitName(pack, 1, language, said)} ${value}`;
  if (language === "en") return `${unitName(pack, 2, language, said)} of ${value}`;
  return `${value}入りの${packName(pack)}`;
}

/** A price for a pack whose content is known: `175.000 đồng một bao 5 cân`, `175,000 dong per bag of 5 kilos`, `5キロ入り1袋17万5千ドン`. */
export function writePackPrice(price: Amount, pack: Amount, language: Language, said = ""): string {
  const { per: _per, ...content } = pack;
  const value = writeValue(content, language, said);
  const cost = writeAmount(price, language, said);
  if (language === "ja") return `${value}入り${cost}`;
  return `${cost} ${language === "en" ? "of " : ""}${value}`;
}

function writeValue(amount: Amount, language: Language, said: string): string {
  const { min, max, unit } = amount;
  const range =
    min === max
      ? writeNumber(max, unit, language)
      : `${writeNumber(min, unit, language)}${TO[language]}${writeNumber(max, unit, language)}`;
  const name = unitName(unit, max, language, said);
  return language === "ja" ? `${range}${name}` : `${range} ${name}`;
}

function writeNumber(value: number, unit: Unit, language: Language): string {
  if (language === "ja" && unit === "VND" && value >= 10_000) return writeMyriads(value);
  if (language === "ja" && value < 0) return `マイナス${writeNumber(-value, unit, language)}`;
  const { cents, plain } = formats[language];
  return (MONEY.has(unit) && !Number.isInteger(value) ? cents : plain).format(value);
}

/** 35000 is 3万5千, 16500 is 1万6500: as prices are said in Japanese. */
export function writeMyriads(value: number): string {
  const oku = Math.floor(value / 1e8);
  const man = Math.floor((value % 1e8) / 1e4);
  const rest = value % 1e4;
  const tail = rest === 0 ? "" : rest % 1000 === 0 ? `${rest / 1000}千` : String(rest);
  return `${oku > 0 ? `${oku}億` : ""}${man > 0 ? `${man}万` : ""}${tail}`;
}

function formatsOf(locale: string) {
  return {
    cents: new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 3 }),
    plain: new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }),
  };
}

function unitName(unit: Unit, count: number, language: Language, said: string): string {
  const { vi, en, ja } = unitWords[unit];
  if (language === "en") return count === 1 ? en[0] : en[1];
  if (language === "ja") return ja;
  const words: string[] = foldText(said).match(/[a-z]+/g) ?? [];
  return vi.find((name) => words.includes(foldText(name))) ?? vi[0] ?? unit;
}

/** A bottle is counted with 本 but called びん. */
function packName(unit: Unit): string {
  return unit === "bottle" ? "びん" : unitWords[unit].ja;
}
