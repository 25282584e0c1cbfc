import { z } from "zod";
import { foldText, hasMarks, lightText } from "#facts/fold.ts";
import data from "./noise.json" with { type: "json" };
import { repeatsItself } from "./repeats-itself.ts";

const rules = z.array(z.object({ pattern: z.string(), why: z.string() }));
const noise = z
  .object({
    source: z.string(),
    /** Anywhere in what was said. */
    phrases: rules,
    /** Only where they are all that was said. */
    endings: rules,
    sounds: z.array(z.string()),
    sellers: z.object({ source: z.string(), words: z.array(z.string()) }),
  })
  .parse(data);

const phrases = noise.phrases.map(({ pattern }) => new RegExp(pattern, "u"));
const endings = noise.endings.map(({ pattern }) => new RegExp(`^(?:${pattern})$`, "u"));
const sounds = new Set(noise.sounds);
const anyOf = (words: readonly string[]) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${words.join("|")})(?![\\p{L}\\p{M}])`, "u");
const marked = anyOf(noise.sellers.words.map(lightText));
/** Without its mark `đơn` is half of `don't`. */
const bare = anyOf(noise.sellers.words.map(foldText).filter((word, at) => word.includes(" ") || word === noise.sellers.words[at]));

type Said = { text: string; startMs?: number | undefined; endMs?: number | undefined };

/**
 * True for what a recogniser makes of silence and music: pleas to subscribe, credits of subtitles, `[âm nhạc]`, one
 * phrase over and over, more than can be said in its time, punctuation alone. A seller's own thanks and pleas are none.
 */
export function isNoise({ text, startMs, endMs }: Said): boolean {
  const folded = foldText(text)
    .replaceAll(/[[\](){}<>♪♫*]/gu, " ")
    .replaceAll(/[^\p{L}\p{N}.]+/gu, " ")
    .replaceAll(/(?<!\p{L})\.|\.(?!\p{L})/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
  if (folded === "" || sounds.has(folded) || isOnlyMarks(text) || isTooFast(text, startMs, endMs)) return true;
  const isSeller = hasMarks(text) ? marked.test(lightText(text)) : bare.test(folded);
  if (!isSeller && [...phrases, ...endings].some((phrase) => phrase.test(folded))) return true;
  return repeatsItself(folded.split(" "), { patient: isSeller, isNoise: (unit) => endings.some((ending) => ending.test(unit)) });
}

/** `[âm nhạc]`, `(vỗ tay)`: a description of a sound, not speech. */
function isOnlyMarks(text: string): boolean {
  return /^[\s[\](){}♪♫*.…\p{P}]*$/u.test(text) || /^(?:\s*(?:\[[^\]]*\]|\([^)]*\)|<[^>]*>|♪[^♪]*♪?))+\s*$/u.test(text);
}

/** Nobody speaks half so fast. */
const CHARACTERS_A_SECOND_MAX = 50;
/** A recogniser may notice late that somebody has begun to speak. */
const LATE_MS = 3_000;

/** Two thousand characters in a second. */
function isTooFast(text: string, startMs: number | undefined, endMs: number | undefined): boolean {
  if (startMs === undefined || endMs === undefined || endMs <= startMs) return false;
  return text.length > ((endMs - startMs + LATE_MS) / 1_000) * CHARACTERS_A_SECOND_MAX;
}
