import type { AmountMention } from "./amounts.ts";

const BASE: Record<string, number> = {
  g: 1,
  kg: 1000,
  t: 1e6,
  ml: 1,
  l: 1000,
  month: 1,
  year: 12,
  hour: 1,
  m2: 1,
  ha: 1e4,
  cm: 1,
  mm: 0.1,
};
const TOLERANCE = 1e-6;

/** True where the told amount may stand for the held one: same value after normalising, same kind of unit, same thing it is per. */
export function agrees(told: AmountMention, held: AmountMention, { strict = false } = {}): boolean {
  if (!sameDimension(told, held, strict)) return false;
  return (
    same(base(told, told.min), base(held, held.min)) && same(base(told, told.max), base(held, held.max)) && samePer(told, held, strict)
  );
}

function sameDimension(told: AmountMention, held: AmountMention, strict: boolean): boolean {
  if (told.dimension === held.dimension) return !strict || told.dimension !== "count" || told.unit === held.unit;
  if (strict) return false;
  if (told.dimension === "none" || held.dimension === "none")
    return !told.dimension.startsWith("calendar") && !held.dimension.startsWith("calendar");
  return degrees(told) && degrees(held);
}

/** "40 độ" may be of protein, of sweetness or of heat: only where one side left it open. */
function degrees(mention: AmountMention): boolean {
  return mention.dimension === "protein" || mention.dimension === "celsius";
}

function base(mention: AmountMention, value: number): number {
  return value * (BASE[mention.unit ?? ""] ?? 1);
}

function same(left: number, right: number): boolean {
  return Math.abs(left - right) <= TOLERANCE * Math.max(1, Math.abs(left), Math.abs(right));
}

/** A told "per kilo" must be held; a held one may be left out, and packs go by many names. */
function samePer(told: AmountMention, held: AmountMention, strict: boolean): boolean {
  if (told.per === held.per) return true;
  if (strict) return false;
  if (told.per === undefined) return true;
  if (held.per === undefined) return isCount(told.per);
  return isCount(told.per) && isCount(held.per);
}

const MEASURES = new Set(["g", "kg", "t", "ml", "l", "hour", "day", "month", "year"]);
function isCount(unit: string): boolean {
  return !MEASURES.has(unit);
}
