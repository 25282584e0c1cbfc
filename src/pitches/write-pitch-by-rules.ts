import type { Fact, GrowerWords } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import { answerBuyers, answerNothing } from "./answer-buyers.ts";
import { fitScript } from "./fit-script.ts";
import { openPhrases } from "./phrases.ts";
import type { Offer } from "./choose-variants.ts";
import type { Block, Pitch } from "./pitch.ts";
import { planLoopAgain, planPitch } from "./plan-pitch.ts";
import type { PlannedBlock } from "./planned-script.ts";
import type { Tale } from "./tell-facts.ts";
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
  const { tale, intro, loop } = planOnce({ storyId, facts, minutes, words, said });
  return {
    intro: intro.map((block) => writeBlock(block, language, tale.phrases)),
    loop: loop.map((block) => writeBlock(block, language, tale.phrases)),
    answers: answerBuyers(storyId, tale, language),
  };
}

/** The ten cards of a story whose facts answer none of them, in its grower's voice. */
export function writeUnknownAnswers({ language, ...asked }: Parameters<typeof writePitchByRules>[0]): Pitch["answers"] {
  return answerNothing(asked.storyId, planOnce(asked).tale, language);
}

/** The loop told again `turns` times, after the telling that the script has. */
export function retellLoop({ turns, ...asked }: Asked & { turns: number }): Told[] {
  const { tale, offer, loopMin, again } = planOnce(asked);
  while (again.length < turns) {
    const spent = again.at(-1)?.spent ?? offer.spent;
    const { loop, offer: next } = planLoopAgain(asked.storyId, tale, again.length + 1, spent);
    fitScript(loop, { min: loopMin, max: LOOP_SECONDS.max }, next, tale.phrases);
    const write = (language: Language) => loop.blocks.map((block) => writeBlock(block, language, tale.phrases));
    again.push({ told: { vi: write("vi"), en: write("en"), ja: write("ja") }, spent: next.spent });
  }
  return again.slice(0, turns).map(({ told }) => told);
}

type Told = Record<Language, Block[]>;
type Asked = Pick<Parameters<typeof writePitchByRules>[0], "storyId" | "facts" | "minutes" | "words" | "said">;
type Planned = {
  asked: Asked;
  tale: Tale;
  intro: PlannedBlock[];
  loop: PlannedBlock[];
  offer: Offer;
  loopMin: number;
  again: { told: Told; spent: Offer["spent"] }[];
};

/** All languages of a story are told from one plan: it is kept as long as its facts are. */
const plans = new WeakMap<readonly Fact[], Planned>();

function planOnce(asked: Asked): Planned {
  const kept = plans.get(asked.facts);
  const { storyId, facts, minutes, words, said } = asked;
  if (kept?.asked.storyId === storyId && kept.asked.minutes === minutes && kept.asked.words === words && kept.asked.said === said)
    return kept;
  const phrases = openPhrases(words, readVoice(storyId, facts, said));
  const tale = { facts, phrases, words: said };
  const { intro, loop, offer } = planPitch(storyId, tale);
  const loopMin = Math.min(LOOP_SECONDS.min, Math.max(LOOP_MINUTES_MIN, minutes ?? Infinity) * 60);
  fitScript(intro, INTRO_SECONDS, offer, phrases);
  fitScript(loop, { min: loopMin, max: LOOP_SECONDS.max }, offer, phrases);
  const planned = { asked, tale, intro: intro.blocks, loop: loop.blocks, offer, loopMin, again: [] };
  plans.set(facts, planned);
  return planned;
}
