import type { AmountMention } from "./amounts.ts";
import { foldText } from "./fold.ts";

/** `một chục mười hai trái`, `1 chục (14 quả)`: what a dozen comes to in the south is said with it; it is one amount. */
export function explainedDozens<Mention extends AmountMention>(text: string, mentions: readonly Mention[]): Mention[] {
  return mentions.flatMap((mention, at) => {
    const [before, next] = [mentions[at - 1], mentions[at + 1]];
    if (next !== undefined && explains(text, mention, next)) return [];
    if (before === undefined || !explains(text, before, mention)) return [mention];
    return [{ ...mention, start: before.start, quote: text.slice(before.start, mention.end) }];
  });
}

/** How many one `chục` is to this grower, where they say so: `chục 12 trứng 60k`, `chục (14 quả)`. */
export function dozenOf(text: string): number | undefined {
  const said = SAID.exec(foldText(text))?.groups?.many;
  return said === undefined ? undefined : (IN_WORDS[said] ?? Number(said));
}
const SAID =
  /(?<![\p{L}\d])(?<!(?:[02-9]|\d1) )chuc(?: (?:la|tinh|dem|co|bang|nha em|o day|cua em))? ?[(=:]? ?(?<many>1[2468]|muoi hai|muoi bon|muoi sau|muoi tam)(?= ?(?:trai|qua|trung|bap|cai|chiec|cay|con|cu|banh|hot|bong|nai|chiec)(?!\p{L}))/u;
const IN_WORDS: Record<string, number> = { "muoi hai": 12, "muoi bon": 14, "muoi sau": 16, "muoi tam": 18 };

/** `150 chục`, as a number of tens. */
export function isInTens({ quote, dimension }: AmountMention): boolean {
  return dimension === "none" && /(?:chục|chuc)$/iu.test(quote);
}

function explains(text: string, dozen: AmountMention, { dimension, min, max, start, per }: AmountMention): boolean {
  return (
    dozen.dimension === "none" &&
    DOZEN.test(dozen.quote) &&
    dimension === "count" &&
    per === undefined &&
    min === max &&
    TOLD.has(max) &&
    /^ ?[ (]$/.test(text.slice(dozen.end, start))
  );
}
const DOZEN = /^(?:một|mot|1) ?(?:chục|chuc)$/iu;
const TOLD = new Set([10, 12, 14, 16, 18]);
