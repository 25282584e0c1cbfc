import { foldText } from "./fold.ts";
import data from "./syllable-counts.json" with { type: "json" };

/** What was seen to follow one syllable, and how often anything did. */
type Followers = { counts: ReadonlyMap<string, number>; seen: number };
/** Every syllable of the counted sentences. */
type Known = { alone: ReadonlyMap<string, number>; seen: number; byPlain: ReadonlyMap<string, readonly string[]> };

/** What a syllable that was never counted counts for. */
const UNSEEN = 0.1;
/** How much a syllable's own frequency weighs against what was seen to follow the one before: half a sighting for each different follower. */
const SPREAD = 0.5;

/** Rarer readings than these come from words of the list alone. */
const READINGS_MAX = 5;

const follows = new Map<string, string>(Object.entries(data.follows));
const parsed = new Map<string, Followers>();
/** Kept for the syllables of the language, which are few. */
const likelihoods = new Map<string, (syllable: string) => number>();
let known: Known | undefined;

/** The marked syllables that a bare one stands for in sellers' sentences. */
export function readingsOf(plain: string): readonly string[] {
  known ??= count();
  return known.byPlain.get(plain) ?? [];
}

/** How likely each syllable is after another, where one is given, as a natural logarithm: counted pairs, and its own frequency where they are few. */
export function likelihoodAfter(before: string | undefined): (syllable: string) => number {
  const key = before ?? "";
  const found = likelihoods.get(key);
  if (found !== undefined) return found;
  known ??= count();
  const { alone, seen: all } = known;
  const { counts, seen } = followersOf(key);
  const spread = SPREAD * counts.size + Number.EPSILON;
  const told = new Map<string, number>();
  const likelihood = (syllable: string) => {
    const before = told.get(syllable);
    if (before !== undefined) return before;
    const share = ((alone.get(syllable) ?? 0) + UNSEEN) / all;
    const result = Math.log(((counts.get(syllable) ?? 0) + spread * share) / (seen + spread));
    told.set(syllable, result);
    return result;
  };
  likelihoods.set(key, likelihood);
  return likelihood;
}

/** What follows a number follows any number, written or said. */
export function numberOf(syllable: string): string {
  return syllable === "0" || NUMBERS.has(syllable) ? "#" : syllable;
}
const NUMBERS = new Set("một mốt hai ba bốn tư năm lăm sáu bảy tám chín mười mươi chục trăm nghìn ngàn triệu rưỡi".split(" "));

function followersOf(before: string): Followers {
  const found = parsed.get(before);
  if (found !== undefined) return found;
  const pairs = [...(follows.get(numberOf(before)) ?? "").matchAll(/([^ \d]+)(\d*)/gu)];
  const counts = new Map(pairs.map(([, syllable = "", times = ""]): [string, number] => [syllable, Number(times || 1)]));
  const followers = { counts, seen: [...counts.values()].reduce((sum, times) => sum + times, 0) };
  parsed.set(before, followers);
  return followers;
}

function count(): Known {
  const alone = new Map<string, number>();
  for (const before of follows.keys())
    for (const [syllable, times] of followersOf(before).counts) alone.set(syllable, (alone.get(syllable) ?? 0) + times);
  const seen = [...alone.values()].reduce((sum, times) => sum + times, 0);
  const syllables = [...alone.keys()].filter((text) => /^\p{L}/u.test(text));
  const often = syllables.toSorted((left, right) => (alone.get(right) ?? 0) - (alone.get(left) ?? 0));
  const byPlain = Map.groupBy(often, foldText);
  for (const [plain, readings] of byPlain) byPlain.set(plain, readings.slice(0, READINGS_MAX));
  return { alone, seen, byPlain };
}
