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

const follows = new Map<string, string>(Object.entries(data.follows));
const parsed = new Map<string, Followers>();
let known: Known | undefined;

/** The marked syllables that a bare one stands for in sellers' sentences. */
export function readingsOf(plain: string): readonly string[] {
  known ??= count();
  return known.byPlain.get(plain) ?? [];
}

/** How likely a syllable is after another, as a natural logarithm: counted pairs, and its own frequency where they are few. */
export function likelihood(before: string, syllable: string): number {
  known ??= count();
  const alone = ((known.alone.get(syllable) ?? 0) + UNSEEN) / known.seen;
  const { counts, seen } = followersOf(numberOf(before));
  const spread = SPREAD * counts.size + Number.EPSILON;
  return Math.log(((counts.get(syllable) ?? 0) + spread * alone) / (seen + spread));
}

/** What follows a number follows any number, written or said. */
export function numberOf(syllable: string): string {
  return syllable === "0" || NUMBERS.has(syllable) ? "#" : syllable;
}
const NUMBERS = new Set("một mốt hai ba bốn tư năm lăm sáu bảy tám chín mười mươi chục trăm nghìn ngàn triệu rưỡi".split(" "));

function followersOf(before: string): Followers {
  const found = parsed.get(before);
  if (found !== undefined) return found;
  const pairs = [...(follows.get(before) ?? "").matchAll(/([^ \d]+)(\d*)/gu)];
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
  return { alone, seen, byPlain: Map.groupBy(syllables, foldText) };
}
