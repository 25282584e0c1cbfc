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
    asides: words,
    mishaps: words,
    promises: words,
    kept: words.extend({ anywhere: z.array(z.string()) }),
    order: words,
    deals: words,
    directions: words,
    pointing: z.object({ source: z.string(), times: z.array(z.string()), groups: z.array(z.array(z.string())) }),
    exact: words,
    kin: words,
    limits: words,
    otherWords: words,
    particles: words,
    asking: words.extend({ last: z.array(z.string()) }),
  })
  .parse(data);

type Among = (word: string) => boolean;

function among(list: readonly string[]): Among {
  const set = new Set(list.map(lightText));
  return (word) => set.has(word);
}

const asking = new Set(parsed.asking.words.map(lightText));
const askingLast = new Set(parsed.asking.last.map(lightText));
const variantOf = new Map(
  parsed.variants.groups.flatMap(([first = "", ...others]) => others.map((other) => [lightText(other), lightText(first)])),
);

/** Carries the tone of a sentence and not its statement: `ạ`, `nhé`, `bà con`. */
export const isFiller: Among = among(parsed.fillers.words);
/** Whom one speaks to: a phrase is the same without. */
export const isAddress: Among = among(parsed.address.words);
/** A filler that says something in a short sentence: `còn`, `được`. */
export const isLight: Among = among(parsed.light.words);
/** Said on one side only, the sentence is another one. */
export const isNegation: Among = among(parsed.negations.words);
const bareNegations = new Set(parsed.negations.words.map(foldText));
/** May deny, where it is written without its marks: `chua` is `chưa` as well as sour. */
export const mayDeny = (plain: string): boolean => bareNegations.has(plain);
/** Says with more weight what is said anyway: `nữa`, `đàng hoàng`. */
export const isEmphasis: Among = among(parsed.emphasis.words);
/** Befalls goods or people: `dập`. */
export const isMishap: Among = among(parsed.mishaps.words);
/** What a seller does for a buyer: `gửi`, `tặng`. */
export const isPromise: Among = among(parsed.promises.words);
/** Left out of the middle of a line it changes it: `giảm`. */
export const isKept: Among = among(parsed.kept.words);
/** `tháng`, which `này` or `sau` point to. */
export const isTimeWord: Among = among(parsed.pointing.times);
const pointing = new Map(parsed.pointing.groups.flatMap((group, index) => group.map((word) => [lightText(word), index])));
/** Which time a word points to, one number for all that point to it: `sau`, `tới`. */
export const pointsTo = (word: string): number | undefined => pointing.get(word);
/** Passes something from one to the other: with `lại` the other way. */
export const isDeal: Among = among(parsed.deals.words);
/** Where a thing goes: contrary to another direction only. */
export const isDirection: Among = among(parsed.directions.words);
/** Tells what comes first, or from where: `rồi`, `từ`. */
export const tellsOrder: Among = among(parsed.order.words);
const turning = new Set([...parsed.negations.words, ...parsed.limits.words, ...parsed.kept.words].map(foldText));
const adding = new Set([...parsed.fillers.words, ...parsed.emphasis.words, ...parsed.address.words].map(foldText));
/** May add nothing, where it is written without its marks: `thi`, `luon`. */
export const mayAddWeight = (plain: string): boolean => adding.has(plain) && !turning.has(plain);
/** Has a contrary: another word in its place is no mishearing. */
export const isExact: Among = among(parsed.exact.words);
/** What a person is called by: `chị`, `chú`. */
export const isKin: Among = among(parsed.kin.words);
/** Before a number it makes it another one: `dưới`, `hơn`. */
export const isLimit: Among = among(parsed.limits.words);
/** A digit's word that means something else as often: `năm`, `chín`. */
export const isOtherWord: Among = among(parsed.otherWords.words);
/** Rounds a sentence off: `nhé`, `ạ`. */
export const isParticle: Among = among(parsed.particles.words);
/** One form for all the spellings and regions of a word: `hông` → `không`. */
export const settleVariant = (word: string): string => variantOf.get(word) ?? word;

const phraseOf = new Map(
  parsed.phrases.groups.flatMap(([first = "", ...others]) => others.map((other) => [lightText(other), lightText(first)])),
);
const longestFirst = [...phraseOf.keys()].toSorted((left, right) => right.length - left.length);
const PHRASES = new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst.join("|")})(?![\\p{L}\\d])`, "gu");
/** A light text with one form for what is said in several words: `freeship` → `miễn phí ship`. */
export const settlePhrases = (text: string): string => lightText(text).replace(PHRASES, (phrase) => phraseOf.get(phrase) ?? phrase);

/** A phrase as the words that may stand in each of its places. */
export type Places = readonly ReadonlySet<string>[];
const placesIn = (phrase: string): Places =>
  phrase.split(" ").map((place) => new Set(place.split("/").map((word) => settleVariant(lightText(word)))));
/** Turns of meaning: `hôm qua`, `bao nhiêu`. */
export const TURNS: readonly Places[] = parsed.turns.words.map(placesIn);
/** Said in passing: `đảm bảo`. */
export const ASIDES: readonly Places[] = parsed.asides.words.map(placesIn);
/** Left out of a line anywhere they change it: `tối đa`. */
export const KEPT: readonly Places[] = parsed.kept.anywhere.map(placesIn);
/** As they are without their marks. */
export const BARE_TURNS: typeof TURNS = TURNS.map((turn) => turn.map((place) => new Set([...place].map(foldText))));
/** What a unit is called on air, by its name in the lexicon. */
export const UNIT_NAMES: readonly (readonly [string, readonly string[]])[] = Object.entries(parsed.units.names);

/** So many words may follow the word that asks: `hả chị Hoa`. */
const AFTER_ASKING_MAX = 2;
/** `hả` makes a question of any statement that it ends. */
export const asksAtEnd = (texts: readonly string[]): boolean =>
  askingLast.has(texts.at(-1) ?? "") || texts.slice(-1 - AFTER_ASKING_MAX).some((text) => asking.has(text));
