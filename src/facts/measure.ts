import type { UnitRow } from "#lexicon/units.ts";
import type { Said, Scan } from "./amount-scan.ts";
import type { Unit } from "./fact.ts";

type Measure = { unit?: Unit; factor: number; dimension: string };

/** What a number measures, in the contract's unit: what is unsaid or open (a bare `độ`) its neighbours tell. */
export function measureOf(scan: Scan, row: UnitRow | undefined, last: Said, start: number, end: number): Measure {
  const before = scan.light.text.slice(Math.max(0, start - 30), start);
  const after = scan.light.text.slice(end, end + 12);
  if (row === undefined) {
    if (last.number.scaled) return { unit: "VND", factor: 1, dimension: "VND" };
    if (SWEET_BEFORE.test(before)) return { unit: "brix", factor: 1, dimension: "brix" };
    return { factor: 1, dimension: "none" };
  }
  if (row.regional === "always" || (row.regional === "south" && scan.southern)) return { factor: 1, dimension: "regional" };
  if (row.degree === true) return degree(before, after);
  if (last.number.scaled && row.dimension === "mass" && scan.tokens[last.number.next - 1]?.text === "k")
    return { unit: "VND", factor: 1, dimension: "VND" };
  return { ...(row.unit === undefined ? {} : { unit: row.unit }), factor: row.factor, dimension: row.dimension };
}

const SWEET_BEFORE =
  /(?:độ ngọt|do ngot|độ đường|do duong|brix|糖度)(?:\s*(?:là|la|khoảng|khoang|từ|tu|đạt|dat|tầm|tam|trên|tren|of|は|が|約|:|：))*\s*$/u;
function degree(before: string, after: string): Measure {
  if (/^\s*(?:đạm|dam(?!\p{L})|cồn|con(?!\p{L})|of protein|n(?!\p{L}))/u.test(after)) return { factor: 1, dimension: "protein" };
  if (/^\s*(?:brix|ngọt|ngot)/u.test(after) || /(?:ngọt|ngot|brix|糖度|đường|sweet)[^.;\n。]{0,24}$/u.test(before))
    return { unit: "brix", factor: 1, dimension: "brix" };
  return { unit: "celsius", factor: 1, dimension: "celsius" };
}
