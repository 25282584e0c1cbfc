import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";

/** What growers of each fruit call its flesh: `cùi dày`. */
export function inOwnWords(told: string, { text }: Fact): string {
  const flesh = /(?<![a-z])(?:cui|com)(?= (?:day|vang))/.exec(foldText(text))?.[0];
  return told.replace(/thịt(?= (?:dày|vàng))/u, FLESH[flesh ?? ""] ?? "thịt");
}
const FLESH: Readonly<Record<string, string>> = { cui: "cùi", com: "cơm" };
