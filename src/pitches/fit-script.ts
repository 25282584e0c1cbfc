import { LANGUAGES } from "#i18n/language.ts";
import type { Offer } from "./choose-variants.ts";
import type { Phrases } from "./phrases.ts";
import type { PlannedScript } from "./planned-script.ts";
import { plainText } from "./ruby.ts";
import { saySentences } from "./say-sentences.ts";
import type { Sentence } from "./sentence.ts";
import { speechDuration } from "./speech-duration.ts";

const HOOK_SECONDS_MAX = 15;

/** Takes out what may go while any language takes longer than `max` seconds, then adds phrases without facts, one to a block in turn, until each takes at least `min`. */
export function fitScript(script: PlannedScript, { min, max }: { min: number; max: number }, offer: Offer, phrases: Phrases): void {
  const known = new Map<Sentence, number[]>();
  const secondsOf = (sentence: Sentence) => {
    const seconds =
      known.get(sentence) ?? LANGUAGES.map((language) => speechDuration(plainText(saySentences([sentence], language, phrases)), language));
    known.set(sentence, seconds);
    return seconds;
  };
  const take = (sentences: readonly Sentence[]) => {
    const each = sentences.map(secondsOf);
    return LANGUAGES.map((_language, index) => each.reduce((sum, seconds) => sum + (seconds[index] ?? 0), 0));
  };
  const range = () => take(script.blocks.flatMap(({ sentences }) => sentences));
  for (const { beat, sentences } of script.blocks)
    while (beat === "hook" && sentences.length > 1 && Math.max(...take(sentences)) > HOOK_SECONDS_MAX) sentences.pop();
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
