import type { UnitRow } from "#lexicon/units.ts";
import { unitAt, type Scan } from "./amount-scan.ts";
import type { SaidNumber } from "./said-number.ts";

/** The unit after a number, across the hyphen of `15-year-old`. */
export function unitAfter(scan: Scan, number: SaidNumber): { row: UnitRow; next: number } | undefined {
  const hyphen = scan.tokens[number.next];
  const joined = scan.language === "en" && hyphen?.text === "-" && hyphen.glued && scan.tokens[number.next + 1]?.kind === "word";
  // A six-pack is six of whatever is in it.
  if (joined && /^packs?$/.test(scan.tokens[number.next + 1]?.text ?? "")) return undefined;
  return unitAt(scan, joined ? number.next + 1 : number.next) ?? described(scan, number);
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
  return unit?.row.dimension === "count" && unit.row.unit !== undefined ? unit : undefined;
}
