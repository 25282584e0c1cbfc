import { isRangeWord, unitAt, type Scan } from "./amount-scan.ts";

/** `trái cân 1-1,3 kg`: weighs from one kilo to so many. */
export function isWeighing({ tokens, ...scan }: Scan, at: number, next: number): boolean {
  if (tokens[at]?.plain !== "can" || !isRangeWord(tokens[next]) || tokens[next + 1]?.kind !== "digits") return false;
  const end = scan.read(tokens, next + 1);
  return end !== undefined && unitAt({ tokens, ...scan }, end.next)?.row.dimension === "mass";
}
