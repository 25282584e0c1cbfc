import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";

/** Of how many layers the board of a box is: `thùng carton 5 lớp`, `5-layer carton`. */
export function layersOf({ kind, text }: Fact): string | undefined {
  const said = kind === "pack" ? LAYERS.exec(foldText(text)) : null;
  const count = said?.[1] ?? said?.[2];
  return count === undefined ? undefined : (COUNTS[count] ?? count);
}
const LAYERS = /(?<![a-z\d])(?:(\d|ba|nam|bay) lop|(\d)[- ](?:layer|ply))(?![a-z])/;
const COUNTS: Readonly<Record<string, string>> = { ba: "3", nam: "5", bay: "7" };
