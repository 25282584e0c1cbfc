import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";

/** What growers of each fruit call its flesh, and how often it lay in the sun: `cùi dày`, `phơi 3 nắng`. */
export function inOwnWords(told: string, { text }: Fact): string {
  const folded = foldText(text);
  const flesh = /(?<![a-z])(?:cui|com)(?= (?:day|vang))/.exec(folded)?.[0];
  const suns = /(?<![a-z])phoi (\S+) nang/.exec(folded)?.[1];
  return told
    .replace(/thịt(?= (?:dày|vàng))/u, FLESH[flesh ?? ""] ?? "thịt")
    .replace("phơi nắng", suns === undefined ? "phơi nắng" : `phơi ${COUNTS[suns] ?? suns} nắng`);
}
const FLESH: Readonly<Record<string, string>> = { cui: "cùi", com: "cơm" };
const COUNTS: Readonly<Record<string, string>> = {
  mot: "1",
  hai: "2",
  ba: "3",
  bon: "4",
  nam: "5",
  sau: "6",
  bay: "7",
  tam: "8",
  chin: "9",
  muoi: "10",
};
