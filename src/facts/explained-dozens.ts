import type { AmountMention } from "./amounts.ts";

/** `một chục mười hai trái`, `1 chục (14 quả)`: what a dozen comes to in the south is said with it; it is one amount. */
export function explainedDozens<Mention extends AmountMention>(text: string, mentions: readonly Mention[]): Mention[] {
  return mentions.flatMap((mention, at) => {
    const [before, next] = [mentions[at - 1], mentions[at + 1]];
    if (next !== undefined && explains(text, mention, next)) return [];
    if (before === undefined || !explains(text, before, mention)) return [mention];
    return [{ ...mention, start: before.start, quote: text.slice(before.start, mention.end) }];
  });
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
