import { z } from "zod";
import { foldText, lightText } from "#facts/fold.ts";
import data from "./spoken-words.json" with { type: "json" };

const words = z.object({ source: z.string(), words: z.array(z.string()) });
const parsed = z
  .object({
    source: z.string(),
    fillers: words,
    light: words,
    address: words,
    variants: z.object({ source: z.string(), groups: z.array(z.array(z.string()).min(2)) }),
    negations: words,
    turns: words,
  })
  .parse(data);

const fillers = new Set(parsed.fillers.words.map(lightText));
const light = new Set(parsed.light.words.map(lightText));
const address = new Set(parsed.address.words.map(lightText));
const negations = new Set(parsed.negations.words.map(lightText));
const variantOf = new Map(
  parsed.variants.groups.flatMap(([first = "", ...others]) => others.map((other) => [lightText(other), lightText(first)])),
);

/** Carries the tone of a sentence and not its statement: `ạ`, `nhé`, `bà con`. */
export const isFiller = (word: string): boolean => fillers.has(word);
/** Whom one speaks to: a phrase is the same without. */
export const isAddress = (word: string): boolean => address.has(word);
/** A filler that says something in a short sentence: `còn`, `được`. */
export const isLight = (word: string): boolean => light.has(word);
/** Said on one side only, the sentence is another one. */
export const isNegation = (word: string): boolean => negations.has(word);
/** One form for all the spellings and regions of a word: `hông` → `không`. */
export const settleVariant = (word: string): string => variantOf.get(word) ?? word;

/** Turns of meaning, each as folded words: `hôm qua`, `bao nhiêu`. */
export const TURNS: readonly (readonly string[])[] = parsed.turns.words.map((turn) => foldText(turn).split(" "));
