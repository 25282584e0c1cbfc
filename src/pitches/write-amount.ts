import { z } from "zod";
import { unitSchema, type Amount, type Unit } from "#facts/fact.ts";
import { foldText, lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import data from "./amount-words.json" with { type: "json" };
import { sayDong } from "./say-dong.ts";
import type { Region } from "./voice.ts";

const unitWordsSchema = z.object({ vi: z.array(z.string()).min(1), en: z.tuple([z.string(), z.string()]), ja: z.string() });
const regionalSchema = z.object({ north: z.string(), central: z.string(), south: z.string() });
const unitWords = z.record(unitSchema, unitWordsSchema).parse(data.units);
const regional = z.partialRecord(unitSchema, regionalSchema).parse(data.regional);
const thousand = regionalSchema.parse(data.thousand);
/** Said with `mỗi`: see `amount-words.json`. */
const each = new Set(z.array(z.string()).parse(data.each));

/**
 * How an amount is put: in the grower's words `said`, whose unit names are kept, the first or the `last`, and aloud where a region's
 * speaker says it.
 */
export type Manner = { said?: string; aloud?: Region | undefined; last?: boolean };

const MONEY: ReadonlySet<Unit> = new Set<Unit>(["VND", "USD", "JPY"]);
const HALVED: ReadonlySet<Unit> = new Set<Unit>(["t", "kg", "l", "ha"]);
/** Made once: a formatter costs more than all it formats. */
const formats = { vi: formatsOf("vi-VN"), en: formatsOf("en-US"), ja: formatsOf("ja-JP") };
const MINUS: Record<Language, string> = { vi: "âm ", en: "minus ", ja: "マイナス" };
const TO: Record<Language, string> = { vi: " đến ", en: " to ", ja: "～" };

/** An amount as it is written, `35.000 đồng một cân`, or said, `35 nghìn một cân`; `35,000 dong per kilo`, `1キロ3万5千ドン`. */
export function writeAmount(amount: Amount, language: Language, manner: Manner = {}): string {
  const value = writeValue(amount, language, manner);
  if (amount.per === undefined) return value;
  const per = unitName(amount.per, 1, language, manner);
  if (language === "vi") return `${value} ${oneOf(per, manner)}`;
  if (language === "en") return manner.aloud === undefined ? `${value} per ${per}` : perInEnglish(amount, value, per);
  return `1${per}${value}`;
}

/** `một cân`, `mỗi nải`. */
export function oneOf(name: string, { aloud }: Manner): string {
  return `${aloud !== undefined && each.has(name) ? "mỗi" : "một"} ${name}`;
}

/** `35,000 dong a kilo`, `400 to 500 grams each`, `60 to 70 to the kilo`. */
function perInEnglish({ min, max, unit, per }: Amount, value: string, perName: string): string {
  if (per === "fruit") return `${value} each`;
  if (unit === "fruit")
    return `${min === max ? "" : `${writeNumber(min, unit, "en")} to `}${writeNumber(max, unit, "en")} to the ${perName}`;
  return `${value} ${per === "order" || per === "hour" ? "an" : "a"} ${perName}`;
}

/** `2.8 million`, but `1,234,500`. */
function isInMillions(value: number): boolean {
  return value >= 1e6 && value % 1e4 === 0;
}

/** `khoảng 3 tấn`, `hơn 2 tấn`, `gần 1 tấn`: about so much is not so much. */
export function writeValue(amount: Amount, language: Language, manner: Manner): string {
  const [, word] = ROUGHLY.exec(lightText(manner.said ?? "")) ?? [];
  const value = writeExactly(amount, language, manner);
  return word === undefined ? value : (ROUGH[word] ?? ABOUT)[language](value);
}
const ROUGHLY = /(?<!\p{L})(khoảng|tầm|chừng|khoang|hơn|gần) \d/u;

/** True of words that say about how much: what only writes numbers says too much of them. */
export function isRough(said: string): boolean {
  return ROUGHLY.test(lightText(said));
}

type Rough = Record<Language, (value: string) => string>;
const ABOUT: Rough = { vi: (value) => `khoảng ${value}`, en: (value) => `about ${value}`, ja: (value) => `約[やく]${value}` };
const ROUGH: Readonly<Record<string, Rough>> = {
  hơn: { vi: (value) => `hơn ${value}`, en: (value) => `more than ${value}`, ja: (value) => `${value}以上[いじょう]` },
  gần: { vi: (value) => `gần ${value}`, en: (value) => `nearly ${value}`, ja: (value) => `${value}近[ちか]く` },
};

function writeExactly(amount: Amount, language: Language, manner: Manner): string {
  const { aloud } = manner;
  const { min, max, unit } = amount;
  if (language === "vi" && aloud !== undefined) {
    const spoken = sayInVietnamese(amount, { ...manner, aloud });
    if (spoken !== undefined) return spoken;
  }
  const name = unitName(unit, max, language, manner);
  if (min === max && max === 0.5 && HALVED.has(unit) && language !== "vi")
    return language === "en" ? `half a ${unitName(unit, 1, "en", {})}` : `半${name}`;
  const number = (value: number) =>
    language === "en" && aloud !== undefined && unit === "VND" && isInMillions(value)
      ? `${formats.en.plain.format(value / 1e6)} million`
      : writeNumber(value, unit, language);
  const range = min === max ? number(max) : `${number(min)}${TO[language]}${number(max)}`;
  return language === "ja" ? `${range}${name}` : `${range} ${name}`;
}

/** `3 tấn rưỡi`, `nửa ký`, `6 đến 7 lạng`, where that is how it is said. */
function sayInVietnamese({ min, max, unit }: Amount, manner: Manner & { aloud: Region }): string | undefined {
  const { said = "", aloud } = manner;
  if (unit === "VND") return sayDong(min, max, thousand[aloud]);
  const name = unitName(unit, 1, "vi", manner);
  if (min === max && HALVED.has(unit) && max === 0.5) return `nửa ${name}`;
  if (HALVED.has(unit) && min >= 1 && isInParts(min) && isInParts(max) && max % 1 !== 0) {
    const low = min % 1 === 0 ? writeNumber(min, unit, "vi") : sayParts(min, name);
    return `${min === max ? "" : `${low} đến `}${sayParts(max, name)}`;
  }
  const inLang = unit === "g" && min % 100 === 0 && max % 100 === 0 && /(?<![a-z])lang(?![a-z])/.test(foldText(said));
  if (inLang) return `${min === max ? "" : `${min / 100} đến `}${max / 100} lạng`;
  return undefined;
}

/** To a tenth: more digits are read as they are written. */
function isInParts(value: number): boolean {
  return Math.abs(value * 10 - Math.round(value * 10)) < 1e-9;
}

/** `1 ký 2`, `3 tấn rưỡi`. */
function sayParts(value: number, name: string): string {
  const tenths = Math.round((value % 1) * 10);
  return `${Math.floor(value).toLocaleString("vi-VN")} ${name} ${tenths === 5 ? "rưỡi" : tenths}`;
}

export function writeNumber(value: number, unit: Unit, language: Language): string {
  if (language === "ja" && unit === "VND" && value >= 10_000) return writeMyriads(value);
  if (value < 0) return `${MINUS[language]}${writeNumber(-value, unit, language)}`;
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

export function unitName(unit: Unit, count: number, language: Language, { said = "", aloud, last = false }: Manner): string {
  const { vi, en, ja } = unitWords[unit];
  if (language === "en") return count === 1 ? en[0] : en[1];
  if (language === "ja") return ja;
  const own = aloud === undefined ? undefined : regional[unit]?.[aloud];
  return namesIn(unit, said).at(last ? -1 : 0) ?? own ?? vi[0] ?? unit;
}

const NAMES = new Map<string, ReadonlyMap<string, string>>(
  Object.entries(unitWords).map(([unit, { vi }]) => [unit, new Map(vi.toReversed().map((name) => [foldText(name), name]))]),
);
/** The grower's words for a unit, in order. */
export function namesIn(unit: Unit, said: string): string[] {
  const words: string[] = foldText(said).match(/[a-z]+/g) ?? [];
  return words.flatMap((word) => NAMES.get(unit)?.get(word) ?? []);
}
