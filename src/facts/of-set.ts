import { foldText } from "./fold.ts";
import type { Span } from "./said.ts";
import type { SourceText } from "./source-text.ts";

/** `combo 3 đòn 450k`: how many are sold as one. */
export function isOfSet(read: SourceText, { start }: Span): boolean {
  return /(?<!\p{L})(?:set|combo|bo) $/u.test(foldText(read.text.slice(Math.max(0, start - 8), start)));
}
