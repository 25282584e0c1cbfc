import { z } from "zod";
import type { Finding } from "#checks/finding.ts";
import type { Fact } from "#facts/fact.ts";
import { knownFactIds, toldFacts } from "#facts/told-facts.ts";
import type { Language, Market } from "#i18n/language.ts";
import type { ModelAnswer } from "#models/language-model.ts";
import { askPrompt, type AskOptions, type ModelServices } from "#prompts/ask-prompt.ts";
import { BEATS, type Block, type Pitch } from "./pitch.ts";

/** A block as a model wrote it: without id, seconds and respelling, which are ours to give. */
export type BlockDraft = Pick<Block, "beat" | "say" | "do" | "show" | "factIds">;
export type PitchDraft = { intro: BlockDraft[]; loop: BlockDraft[]; answers: Pitch["answers"] };

type PitchRequest = AskOptions & {
  facts: readonly Fact[];
  language: Language;
  markets: readonly Market[];
  /** How long the loop should last; undefined for the usual three to five minutes. */
  minutes?: number | undefined;
  /** What the gate found in the last telling: given, this is the one repair. */
  findings?: readonly Finding[] | undefined;
};

const MAX_OUTPUT_TOKENS = 8_000;

const blockSchema = z.object({
  beat: z.enum(BEATS),
  say: z.string().min(1),
  do: z.string().nullable(),
  show: z.string().nullable(),
  factIds: z.array(z.string()),
});
const answerSchema = z.object({
  intro: z.array(blockSchema).min(1),
  loop: z.array(blockSchema).min(1),
  answers: z.array(z.object({ question: z.string(), answer: z.string(), factIds: z.array(z.string()), known: z.boolean() })),
});

/** Asks a model to tell the facts as a live seller's script in one language. Fails with `ModelError`. */
export async function askModelForPitch(
  services: ModelServices,
  { facts, language, markets, minutes, findings = [], ...options }: PitchRequest,
): Promise<ModelAnswer<PitchDraft>> {
  const variables = {
    language,
    markets,
    minutes: minutes ?? null,
    facts: toldFacts(facts),
    findings: findings.filter((finding) => finding.language === language),
  };
  const answer = await askPrompt(services, "write-pitch", { variables, schema: answerSchema, maxOutputTokens: MAX_OUTPUT_TOKENS }, options);
  const { intro, loop, answers } = answer.value;
  const toDraft = (block: z.infer<typeof blockSchema>): BlockDraft => ({
    beat: block.beat,
    say: block.say,
    ...(block.do && { do: block.do }),
    ...(block.show && { show: block.show }),
    factIds: knownFactIds(block.factIds, facts),
  });
  return {
    ...answer,
    value: {
      intro: intro.map(toDraft),
      loop: loop.map(toDraft),
      answers: answers.map((card) => ({ ...card, factIds: knownFactIds(card.factIds, facts) })),
    },
  };
}
