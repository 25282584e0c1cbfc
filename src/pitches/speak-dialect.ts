import { z } from "zod";
import data from "./dialect.json" with { type: "json" };
import type { Voice } from "./voice.ts";

const swapSchema = z.strictObject({ north: z.string(), central: z.string().optional(), south: z.string().optional() });
const swaps = z
  .array(swapSchema)
  .parse(data.swaps)
  .map((swap) => ({ ...swap, said: wholeWord(swap.north) }));
const SELF = wholeWord("em");
const VIEWERS = wholeWord("cả nhà");

/** A phrase of `locales/vi`, written as in the north, as the grower says it at home. */
export function speakDialect(phrase: string, { region, self, viewers }: Voice): string {
  const spoken = swaps.reduce((text, swap) => {
    const swapped = swap[region];
    return swapped === undefined || region === "north" ? text : text.replace(swap.said, (found) => likeCase(found, swapped));
  }, phrase);
  return spoken
    .replace(SELF, (found) => likeCase(found, self))
    .replace(VIEWERS, (found) => likeCase(found, viewers))
    .replaceAll(" ,", ",");
}

function wholeWord(words: string): RegExp {
  const escaped = words.replace(/[?.]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}{])${escaped}${/\p{L}$/u.test(words) ? "(?!\\p{L})" : ""}`, "giu");
}

function likeCase(found: string, swapped: string): string {
  return /^\p{Lu}/u.test(found) ? swapped.charAt(0).toUpperCase() + swapped.slice(1) : swapped;
}
