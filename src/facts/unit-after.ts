import type { UnitRow } from "#lexicon/units.ts";
import { unitAt, type Scan } from "./amount-scan.ts";
import type { SaidNumber } from "./said-number.ts";

/** The unit after a number, across the hyphen of `15-year-old`. */
export function unitAfter(scan: Scan, number: SaidNumber): { row: UnitRow; next: number } | undefined {
  const hyphen = scan.tokens[number.next];
  const joined = scan.language === "en" && hyphen?.text === "-" && hyphen.glued && scan.tokens[number.next + 1]?.kind === "word";
  // A six-pack is six of whatever is in it.
  if (joined && /^packs?$/.test(scan.tokens[number.next + 1]?.text ?? "")) return undefined;
  const unit = unitAt(scan, joined ? number.next + 1 : number.next);
  // Star fruit and star anise are no stars.
  const isNamed = unit?.row.dimension === "star" && /^(?:fruits?|anise|apples?)$/.test(scan.tokens[unit.next]?.text ?? "");
  return (isNamed ? undefined : unit) ?? described(scan, number);
}

/** `200 coconut trees`, `12 large boxes`: one word tells which. */
function described(scan: Scan, number: SaidNumber): { row: UnitRow; next: number } | undefined {
  const word = scan.tokens[number.next];
  if (
    scan.language !== "en" ||
    word?.kind !== "word" ||
    word.glued ||
    /^(?:an?|the|in|to|of|per|for|or|and|is|are|each|on|by|off|from|at|with)$/.test(word.text)
  )
    return undefined;
  const unit = unitAt(scan, number.next + 1);
  if (unit?.row.dimension !== "count" || unit.row.unit === undefined) return undefined;
  // "80 dragon fruit plants", "5 passion fruit trees": no fruit is counted.
  if (unit.row.unit !== "fruit" || !PLANTS.test(scan.tokens[unit.next]?.text ?? "")) return unit;
  return unitAt(scan, unit.next);
}
const PLANTS = /^(?:plants?|trees?|vines?|bushes|posts?|stumps?|palms?|seedlings?|saplings?|farms?|growers?|orchards?)$/;
