import type { AmountMention } from "./amounts.ts";
import { isHalfMonth } from "./half-months.ts";
import { sameDegrees } from "./same-degrees.ts";

/** How much of the smallest unit of its kind each is. A month is thirty days, as sellers count. */
const BASE: Record<string, number> = {
  g: 1,
  kg: 1000,
  t: 1e6,
  ml: 1,
  l: 1000,
  hour: 1,
  day: 24,
  month: 720,
  year: 8640,
  m2: 1,
  ha: 1e4,
  cm: 1,
  mm: 0.1,
};
const LASTING = new Set(["time", "day", "month"]);
const TOLERANCE = 1e-6;
/** Pounds, ounces and inches are said rounded: 5 kg is "11 lb", 40 cm "16 inches". */
const ROUNDED_TOLERANCE = 0.01;
const ROUNDED_LENGTH_TOLERANCE = 0.02;
const ROUNDED = /(?:lbs?|pounds?|oz|ounces?|inch(?:es)?|foot|feet|ft|miles?|ポンド|オンス|インチ|フィート)$/iu;

/** Made once: it is asked of each amount with each other. */
const LOOSELY = {};

/** How many are in a `đôi`. */
const PAIR = 2;

/** True where the told amount may stand for the held one: same value after normalising, same kind of unit, same thing it is per. */
export function agrees(told: AmountMention, held: AmountMention, { strict = false }: { strict?: boolean } = LOOSELY): boolean {
  // "18 years" of the notes' `dưới 18`, 30日 of `nghỉ bán 30`: what they leave unsaid may be named, but for money and shares.
  if (!strict && held.dimension === "none" && NAMED.has(told.dimension) && told.per === undefined && saysSame(told, held)) return true;
  // 半径10キロ is ten kilometres where the notes have them.
  if (held.dimension === "length" && told.quote.endsWith("キロ") && /(?:km|cây số|cay so)$/iu.test(held.quote))
    return told.min * KM === held.min && told.max * KM === held.max;
  // 1キロ5千ドン is a kilometre's where the notes have `5k/km`.
  if (told.per === "kg" && held.rate?.unit === "cm" && held.rate.of === KM && told.quote.includes("キロ"))
    return told.min === held.min && told.max === held.max;
  // 500ミリ is half a litre where the notes have that.
  if (held.dimension === "volume" && told.dimension === "length" && told.quote.endsWith("ミリ"))
    return told.min === baseOf(held, held.min) && told.max === baseOf(held, held.max);
  // `3-5 cu/ky` are bulbs: told in words they sound like millions.
  if (told.dimension === "VND" && held.dimension === "count" && BULBS.test(held.quote) && BULBS.test(told.quote))
    return told.min === held.min * 1e6 && told.max === held.max * 1e6;
  // `3 doi` without its marks: three generations, or pairs.
  if (told.dimension === "generation" && /(?<!\p{L})doi$/iu.test(held.quote))
    return told.max === Number(DIGITS.exec(held.quote)?.[0] ?? held.max / PAIR);
  // `2 sao` without its mark: fields, or stars.
  if (told.dimension === "regional" && held.dimension === "star" && FIELDS.test(told.quote) && held.quote.endsWith("sao"))
    return told.min === held.min && told.max === held.max;
  // `3 vi` without its mark: flavours, or trays.
  if (told.dimension === "kind" && /(?<!\p{L})vi$/iu.test(held.quote)) return told.min === held.min && told.max === held.max;
  // `bộ 4 ly`: glasses, read as millimetres.
  if (held.unit === "mm" && (told.dimension === "count" || told.dimension === "none") && GLASSES.test(held.quote))
    return told.min === held.min && told.max === held.max;
  // "176°F" of the notes' 80 độ.
  if (told.dimension === "fahrenheit")
    return (
      (held.dimension === "celsius" || (held.dimension === "none" && held.max < 0)) &&
      [told.min - inFahrenheit(held.min), told.max - inFahrenheit(held.max)].every((off) => Math.abs(off) < 1)
    );
  // `cách chợ mười cây`: the word for a tree is one for a kilometre too.
  if (isByTrees(held) && told.quote.endsWith("キロ")) return told.min === held.min && told.max === held.max;
  if (isByTrees(held) && told.dimension === "length") return told.min === held.min * KM && told.max === held.max * KM;
  if (isByTrees(told) && held.dimension === "length") return told.min * KM === held.min && told.max * KM === held.max;
  if (sameCans(told, held)) return told.min === held.min && told.max === held.max;
  if (isHalfMonth(told, held) || isHalfMonth(held, told)) return true;
  if (!sameDimension(told, held, strict)) return false;
  // "For a dozen" is no 12,000 đồng, and no twelve months.
  if (DOZEN.test(told.quote) && !["count", "kind", "none"].includes(held.dimension)) return false;
  // "24 to the kilo" is not the notes' `18-24`.
  const isOneEnd = told.per !== undefined && told.min === told.max && held.min !== held.max;
  if (told.dimension === "none" && !isOneEnd && saidIn(held, told.min) && saidIn(held, told.max)) return true;
  // `800 cặp` are 800 pairs and 800組, whatever is in one.
  if (
    told.dimension === "count" &&
    held.dimension === "count" &&
    told.min === told.max &&
    (PAIRED.test(told.quote) || (PAIRED.test(held.quote) && AS_ONE.test(told.quote))) &&
    saidIn(held, Number(DIGITS.exec(told.quote)?.[0] ?? Number.NaN))
  )
    return true;
  const toldRate = measureOf(told);
  const heldRate = measureOf(held);
  const rated = toldRate !== undefined && heldRate !== undefined;
  const toldOf = rated ? toldRate : 1;
  const heldOf = rated ? heldRate : 1;
  const low = baseOf(told, told.min) / toldOf;
  const heldLow = baseOf(held, held.min) / heldOf;
  // Most are off by far: only of the others it is asked how far off they may be.
  if (!same(low, heldLow, ROUNDED_LENGTH_TOLERANCE)) return false;
  const high = baseOf(told, told.max) / toldOf;
  const heldHigh = baseOf(held, held.max) / heldOf;
  if (!same(high, heldHigh, ROUNDED_LENGTH_TOLERANCE)) return false;
  const tolerance = toleranceOf(told);
  return same(low, heldLow, tolerance) && same(high, heldHigh, tolerance) && (rated || samePer(told, held, strict));
}

function isByTrees({ unit, quote }: AmountMention): boolean {
  return unit === "tree" && /(?<!\p{L})c[âa]y$/iu.test(quote);
}

const DOZEN = /(?:dozens?|ダース)$/iu;
const GLASSES = /(?<!\p{L})ly$/iu;
const FIELDS = /sào$/iu;
const BULBS = /(?<!\p{L})c[uủ](?!\p{L})/iu;
const NAMED = new Set(["day", "month", "time", "length", "mass", "volume", "celsius"]);
function saysSame(told: AmountMention, held: AmountMention): boolean {
  return (told.min === held.min && told.max === held.max) || (held.min === held.max && told.min >= 0 && saidIn(told, held.max));
}
const inFahrenheit = (celsius: number): number => celsius * 1.8 + 32;
const KM = 1e5;
const PAIRED = /cặp|cap|đôi|doi|pairs?|couples?|braces?|組|対|膳|ペア/iu;
/** What a pair is called that is sold as one; 20鉢 are no 20 pairs. */
const AS_ONE = /(?:bộ|sets?|packs?|box(?:es)?|セット|足|箱|パック)$|^[\d.,]+$/iu;
const DIGITS = /\d+/;
const HALVES = /\d(?:tr|củ|cu|m|h|kg|ký|ky|kí|lít|lit|l)\d/iu;
/** "Steam for 20" of the notes' 20 phút: a bare number is held as it was said, whatever its unit comes to; no half of `1tr6` is. */
function saidIn({ quote }: AmountMention, value: number): boolean {
  // A whole number stands in its digits, and most quotes lack it.
  if (Number.isInteger(value) && !quote.includes(String(value))) return false;
  if (HALVES.test(quote)) return false;
  return (quote.match(/\d+(?:[.,]\d+)*/g) ?? []).some((digits) => digits.replace(/,(?=\d{1,2}$)/, ".") === String(value));
}

function toleranceOf({ quote, dimension }: AmountMention): number {
  if (!ROUNDED.test(quote)) return TOLERANCE;
  return dimension === "length" ? ROUNDED_LENGTH_TOLERANCE : ROUNDED_TOLERANCE;
}

function sameDimension(told: AmountMention, held: AmountMention, strict: boolean): boolean {
  if (told.dimension === "count" && held.dimension === "count") return strict ? told.unit === held.unit : sameCounted(told, held);
  if (told.dimension === held.dimension) return true;
  if (LASTING.has(told.dimension) && LASTING.has(held.dimension)) return true;
  if (sameQuintals(told, held) || sameHour(told, held) || sameKinds(told, held)) return true;
  if (strict) return false;
  // `mùng 4, 10, 14`: the month's days go without their word.
  if (told.dimension === "none" || held.dimension === "none") {
    const { dimension } = told.dimension === "none" ? held : told;
    return !dimension.startsWith("calendar") || dimension === "calendar-day";
  }
  return sameDegrees(told, held);
}

/** `4 vị`, 4つの味: other languages count flavours like anything. */
function sameKinds(told: AmountMention, held: AmountMention): boolean {
  return told.dimension === "count" && told.unit === undefined && held.dimension === "kind";
}

/** `2 giờ sáng` is told as "hai giờ": the same hour, with or without its part of the day. */
function sameHour(told: AmountMention, held: AmountMention): boolean {
  return (told.dimension === "clock" || held.dimension === "clock") && (told.unit === "hour" || held.unit === "hour");
}

/** `can 5 lít, 4 can 1 thùng`, `10 can truc`: the word for a kilo without its marks is a jerrycan too, a straw or a branch. */
function sameCans(told: AmountMention, held: AmountMention): boolean {
  return (
    told.dimension === "count" &&
    (held.dimension === "mass" || (held.dimension === "count" && held.unit === undefined)) &&
    /(?<!\p{L})can(?!\p{L})/iu.test(held.quote) &&
    (told.unit === undefined || /本$|cans?|jerrycans?|缶|容器|ポリタンク/iu.test(told.quote))
  );
}

/** A tạ of the south has no size of ours, a tạ in a text read alone has: both are so many tạ; told of the notes' kilos it is a hundred. */
function sameQuintals(told: AmountMention, held: AmountMention): boolean {
  if (told.dimension === "regional") return held.dimension === "mass" && QUINTAL.test(told.quote);
  return held.dimension === "regional" && told.dimension === "mass" && QUINTAL.test(told.quote) && QUINTAL.test(held.quote);
}
const QUINTAL = /(?:tạ|ta|quintals?)$/iu;

/** What one language counts as boxes another counts as packs; pieces may be anything. */
const ALIKE = [
  ["box", "pack"],
  ["bag", "pack"],
  ["jar", "bottle"],
  ["jar", "pack"],
  ["bunch", "pack"],
] as const;
function sameCounted(told: AmountMention, held: AmountMention): boolean {
  if (told.unit === undefined || ANY_COUNT.test(told.quote)) return true;
  return held.unit === undefined
    ? !HOLDERS.has(told.unit) || told.quote.endsWith("房")
    : isAlike(told.unit, held.unit) || isTin(told, held.unit);
}
/** 個 counts anything, 本 whatever is long; a set is whatever is sold together. */
const ANY_COUNT =
  /(?:(?:個|本|枚|膳)(?:[1１一](?:\p{Script=Han}|パック|ケース|セット))?|ダース(?:箱|パック|ケース)?|セット|組|(?<!\p{L})sets?)$/iu;
const HOLDERS = new Set(["box", "bag", "pack", "bottle", "jar", "bunch"]);

/** `hộp` is a tin or a tub, too. */
function isTin({ quote }: AmountMention, held: string): boolean {
  return held === "box" && /(?<!\p{L})(?:tins?|cans?|tubs?)(?!\p{L})|缶/iu.test(quote);
}

/** True where two languages may count the same holders by these units. */
export function isAlike(left: string, right: string): boolean {
  return left === right || ALIKE.some((pair) => pair.some((unit) => unit === left) && pair.some((unit) => unit === right));
}

/** How many of the smallest unit of its kind a unit is. */
export function sizeOf(unit: string | undefined): number {
  return BASE[unit ?? ""] ?? 1;
}

/** How much an amount comes to in the smallest unit of its kind (g, ml, hours, cm). */
export function baseOf(mention: AmountMention, value: number): number {
  if (mention.dimension === "regional" && QUINTAL.test(mention.quote)) return value * 1e5;
  return value * (BASE[mention.unit ?? (mention.dimension === "day" ? "day" : "")] ?? 1);
}

function same(left: number, right: number, tolerance: number): boolean {
  return Math.abs(left - right) <= tolerance * Math.max(1, Math.abs(left), Math.abs(right));
}

/** The weight or volume that a price is per, in the smallest unit. */
function measureOf({ per, rate }: AmountMention): number | undefined {
  if (rate !== undefined) return rate.of * (BASE[rate.unit] ?? 1);
  return per !== undefined && WEIGHED.has(per) ? BASE[per] : undefined;
}

const WEIGHED = new Set(["g", "kg", "t", "ml", "l"]);
const MEASURES = new Set([...WEIGHED, "m2", "ha", "hour", "day", "month", "year"]);

/** True where one told value lies in a range that is held. */
export function liesWithin(told: AmountMention, held: AmountMention): boolean {
  if (told.min !== told.max || held.min === held.max || told.dimension !== held.dimension || MEASURES.has(told.per ?? "")) return false;
  const value = baseOf(told, told.min);
  return baseOf(held, held.min) <= value && value <= baseOf(held, held.max);
}

/** A told "per kilo" must be held; a held one may be left out, and packs go by many names. */
function samePer(told: AmountMention, held: AmountMention, strict: boolean): boolean {
  if (told.rate !== undefined) return false;
  if (told.each === true && (MEASURES.has(held.per ?? "") || held.rate !== undefined)) return false;
  if (told.per === held.per) return true;
  if (strict) return false;
  // 1本 is a bottle, a stick, a stalk.
  if (held.per !== undefined && !MEASURES.has(held.per) && !HOLDERS.has(held.per) && told.quote.includes("本")) return true;
  if (told.per === undefined) return true;
  if (MEASURES.has(told.per)) return false;
  return held.per === undefined || (!MEASURES.has(held.per) && (isAlike(told.per, held.per) || isTin(told, held.per)));
}
