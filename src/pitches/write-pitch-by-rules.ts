import type { Fact, GrowerWords } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import { answerBuyers } from "./answer-buyers.ts";
import { fitScript } from "./fit-script.ts";
import { openPhrases } from "./phrases.ts";
import type { Pitch } from "./pitch.ts";
import { planPitch } from "./plan-pitch.ts";
import { readVoice } from "./voice.ts";
import { writeBlock } from "./write-block.ts";

const INTRO_SECONDS = { min: 32, max: 58 };
const LOOP_SECONDS = { min: 182, max: 295 };
const LOOP_MINUTES_MIN = 1;

/**
 * A pitch told from facts alone, without a model: the same story, facts and language always give the same pitch. `minutes`
 * shortens the loop below its three; `said` are the grower's words, where the grade beside a price is read.
 */
export function writePitchByRules({
  storyId,
  facts,
  language,
  minutes,
  words,
  said,
}: {
  storyId: string;
  facts: readonly Fact[];
  language: Language;
  minutes?: number | undefined;
  words: Words;
  said?: GrowerWords | undefined;
}): Pitch {
  const phrases = openPhrases(words, readVoice(storyId, facts));
  const tale = { facts, phrases, words: said };
  const { intro, loop, offer } = planPitch(storyId, tale);
  const loopMin = Math.min(LOOP_SECONDS.min, Math.max(LOOP_MINUTES_MIN, minutes ?? Infinity) * 60);
  fitScript(intro, INTRO_SECONDS, offer, phrases);
  fitScript(loop, { min: loopMin, max: LOOP_SECONDS.max }, offer, phrases);
  return {
    intro: intro.blocks.map((block) => writeBlock(block, language, phrases)),
    loop: loop.blocks.map((block) => writeBlock(block, language, phrases)),
    answers: answerBuyers(storyId, tale, language),
  };
}
