import { foldText } from "#facts/fold.ts";
import data from "./noise.json" with { type: "json" };

const phrases = data.phrases.map(({ pattern }) => new RegExp(pattern, "u"));
const names = new Set(data.wholes);
/** A live seller who says a thing three times says other things too; a recogniser in a loop does not. */
const LOOP_TIMES_MIN = 3;
const LOOP_WORDS_MIN = 6;

/**
 * True for what a recogniser makes of silence and music: pleas to subscribe, credits of subtitles, `[âm nhạc]`, one
 * phrase over and over, punctuation alone. A seller's own thanks to buyers are none.
 */
export function isNoise(text: string): boolean {
  const folded = foldText(text)
    .replaceAll(/[[\](){}♪♫*]/gu, " ")
    .replaceAll(/[^\p{L}\p{N}.]+/gu, " ")
    .replaceAll(/(?<!\p{L})\.|\.(?!\p{L})/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
  if (folded === "" || names.has(folded) || isOnlyMarks(text)) return true;
  return phrases.some((phrase) => phrase.test(folded)) || isLoop(folded.split(" "));
}

/** `[âm nhạc]`, `(vỗ tay)`: a description of a sound, not speech. */
function isOnlyMarks(text: string): boolean {
  return /^[\s[\](){}♪♫*.…\p{P}]*$/u.test(text) || /^\s*(?:\[[^\]]*\]|\([^)]*\)|♪[^♪]*♪?)\s*$/u.test(text);
}

function isLoop(words: readonly string[]): boolean {
  for (let length = 1; length <= words.length / LOOP_TIMES_MIN; length += 1) {
    const times = Math.floor(words.length / length);
    const repeats = words.every((word, at) => word === words[at % length]);
    // `dạ dạ dạ` is an answer: short loops have to go on for long.
    if (repeats && times >= LOOP_TIMES_MIN && words.length >= LOOP_WORDS_MIN) return true;
  }
  return false;
}
