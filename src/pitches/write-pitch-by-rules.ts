import type { Fact } from "#facts/fact.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import { answerBuyers } from "./answer-buyers.ts";
import directions from "./directions.json" with { type: "json" };
import type { Block, Pitch } from "./pitch.ts";
import { planPitch, type PlannedBlock, type PlannedScript } from "./plan-pitch.ts";
import type { Offer } from "./choose-variants.ts";
import { respell } from "./respell.ts";
import { plainText } from "./ruby.ts";
import { saySentences } from "./say-sentences.ts";
import type { Sentence } from "./sentence.ts";
import { speechDuration } from "./speech-duration.ts";
import type { PitchWords } from "./tell-facts.ts";

const INTRO_SECONDS = { min: 32, max: 58 };
const LOOP_SECONDS = { min: 182, max: 295 };
const LOOP_MINUTES_MIN = 1;

/** A pitch told from facts alone, without a model: the same story, facts and language always give the same pitch. `minutes` shortens the loop below its three. */
export function writePitchByRules({
  storyId,
  facts,
  language,
  minutes,
  words,
}: {
  storyId: string;
  facts: readonly Fact[];
  language: Language;
  minutes?: number;
  words: Words;
}): Pitch {
  const phrases: PitchWords = (each) => words.in(each, "pitch");
  const { intro, loop, offer } = planPitch(storyId, facts, phrases);
  const loopMin = Math.min(LOOP_SECONDS.min, Math.max(LOOP_MINUTES_MIN, minutes ?? Infinity) * 60);
  fit(intro, INTRO_SECONDS, offer, phrases);
  fit(loop, { min: loopMin, max: LOOP_SECONDS.max }, offer, phrases);
  const write = (block: PlannedBlock) => writeBlock(block, language, phrases);
  return { intro: intro.blocks.map(write), loop: loop.blocks.map(write), answers: answerBuyers(facts, language, phrases) };
}

/** Takes out what may go while any language takes longer than `max`, then adds phrases without facts, one to a beat in turn, until each takes at least `min` seconds. */
function fit(script: PlannedScript, { min, max }: { min: number; max: number }, offer: Offer, words: PitchWords): void {
  const known = new Map<Sentence, number[]>();
  const secondsOf = (sentence: Sentence) => {
    const seconds =
      known.get(sentence) ?? LANGUAGES.map((language) => speechDuration(plainText(saySentences([sentence], language, words)), language));
    known.set(sentence, seconds);
    return seconds;
  };
  const range = () => {
    const each = script.blocks.flatMap(({ sentences }) => sentences.map(secondsOf));
    return LANGUAGES.map((_language, index) => each.reduce((sum, seconds) => sum + (seconds[index] ?? 0), 0));
  };
  for (const { block, sentence } of script.optional) {
    if (Math.max(...range()) <= max) break;
    block.sentences = block.sentences.filter((each) => each !== sentence);
  }
  script.blocks = script.blocks.filter(({ sentences }) => sentences.length > 0);
  const room = script.fillers.map((filler) => ({ ...filler }));
  for (let turn = 0; Math.min(...range()) < min && room.some(({ most }) => most > 0); turn += 1) {
    const filler = room[turn % room.length];
    if (filler === undefined || filler.most === 0) continue;
    filler.most -= 1;
    const { sentences } = filler.block;
    const more = offer.say(filler.key);
    const at = sentences.length - filler.closing;
    sentences.splice(at, 0, ...more);
    if (Math.max(...range()) > max) sentences.splice(at, more.length);
  }
}

function writeBlock({ id, beat, direction, sentences }: PlannedBlock, language: Language, words: PitchWords): Block {
  const said = saySentences(sentences, language, words);
  const say = plainText(said);
  const factIds = [...new Set(sentences.flatMap((sentence) => sentence.factIds))];
  const { do: hands, show } = directionOf(direction);
  const read = respell(said, language);
  return {
    id,
    beat,
    say,
    do: hands,
    show,
    seconds: speechDuration(say, language),
    factIds,
    edited: false,
    ...(read !== undefined && { read }),
  };
}

function directionOf(name: string): { do: string; show: string } {
  const { source: _source, ...rows } = directions;
  return Object.entries(rows).find(([key]) => key === name)?.[1] ?? rows.feature;
}
