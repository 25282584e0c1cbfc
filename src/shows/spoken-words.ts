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
    phrases: z.object({ source: z.string(), groups: z.array(z.array(z.string()).min(2)) }),
    units: z.object({ source: z.string(), names: z.record(z.string(), z.array(z.string())) }),
    negations: words,
    turns: words,
    emphasis: words,
    exact: words,
    kin: words,
    limits: words,
    otherWords: words,
    particles: words,
    asking: words.extend({ last: z.array(z.string()) }),
  })
  .parse(data);

const fillers = new Set(parsed.fillers.words.map(lightText));
const light = new Set(parsed.light.words.map(lightText));
const address = new Set(parsed.address.words.map(lightText));
const negations = new Set(parsed.negations.words.map(lightText));
const emphasis = new Set(parsed.emphasis.words.map(lightText));
const exact = new Set(parsed.exact.words.map(lightText));
const kin = new Set(parsed.kin.words.map(lightText));
const limits = new Set(parsed.limits.words.map(lightText));
const otherWords = new Set(parsed.otherWords.words.map(lightText));
const particles = new Set(parsed.particles.words.map(lightText));
const asking = new Set(parsed.asking.words.map(lightText));
const askingLast = new Set(parsed.asking.last.map(lightText));
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
const bareNegations = new Set(parsed.negations.words.map(foldText));
/** May deny, where it is written without its marks: `chua` is `chưa` as well as sour. */
export const mayDeny = (plain: string): boolean => bareNegations.has(plain);
/** Says with more weight what is said anyway: `nữa`, `đàng hoàng`. */
export const isEmphasis = (word: string): boolean => emphasis.has(word);
/** Has a contrary: another word in its place is no mishearing. */
export const isExact = (word: string): boolean => exact.has(word);
/** What a person is called by: `chị`, `chú`. */
export const isKin = (word: string): boolean => kin.has(word);
/** Before a number it makes it another one: `dưới`, `hơn`. */
export const isLimit = (word: string): boolean => limits.has(word);
/** A digit's word that means something else as often: `năm`, `chín`. */
export const isOtherWord = (word: string): boolean => otherWords.has(word);
/** Rounds a sentence off: `nhé`, `ạ`. */
export const isParticle = (word: string): boolean => particles.has(word);
/** One form for all the spellings and regions of a word: `hông` → `không`. */
export const settleVariant = (word: string): string => variantOf.get(word) ?? word;

const phraseOf = new Map(
  parsed.phrases.groups.flatMap(([first = "", ...others]) => others.map((other) => [lightText(other), lightText(first)])),
);
const longestFirst = [...phraseOf.keys()].toSorted((left, right) => right.length - left.length);
const PHRASES = new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst.join("|")})(?![\\p{L}\\d])`, "gu");
/** A light text with one form for what is said in several words: `freeship` → `miễn phí ship`. */
export const settlePhrases = (text: string): string => lightText(text).replace(PHRASES, (phrase) => phraseOf.get(phrase) ?? phrase);

/** Turns of meaning, each as the words that may stand in each of its places: `hôm qua`, `bao nhiêu`. */
export const TURNS: readonly (readonly ReadonlySet<string>[])[] = parsed.turns.words.map((turn) =>
  turn.split(" ").map((place) => new Set(place.split("/").map((word) => settleVariant(lightText(word))))),
);
/** As they are without their marks. */
export const BARE_TURNS: typeof TURNS = TURNS.map((turn) => turn.map((place) => new Set([...place].map(foldText))));
/** What a unit is called on air, by its name in the lexicon. */
export const UNIT_NAMES: readonly (readonly [string, readonly string[]])[] = Object.entries(parsed.units.names);

/** So many words may follow the word that asks: `hả chị Hoa`. */
const AFTER_ASKING_MAX = 2;
/** `hả` makes a question of any statement that it ends. */
export const asksAtEnd = (texts: readonly string[]): boolean =>
  askingLast.has(texts.at(-1) ?? "") || texts.slice(-1 - AFTER_ASKING_MAX).some((text) => asking.has(text));
