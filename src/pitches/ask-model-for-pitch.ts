import { z } from "zod";
import type { Fact } from "#facts/fact.ts";
import { toldFacts } from "#facts/told-facts.ts";
import type { Language, Market } from "#i18n/language.ts";
import type { ModelAnswer } from "#models/language-model.ts";
import { askPrompt, type AskOptions, type ModelServices } from "#prompts/ask-prompt.ts";
import { BUYERS_QUESTIONS } from "./answer-buyers.ts";
import { BEATS, type Block } from "./pitch.ts";
import { sentenceDraftSchema } from "./sentence-draft.ts";

type PitchRequest = AskOptions & {
  facts: readonly Fact[];
  language: Language;
  markets: readonly Market[];
  /** How long the loop should last; undefined for the usual three to five minutes. */
  minutes?: number | undefined;
  /** Blocks of an earlier telling that stay as they are: the model writes what is missing between them. */
  kept: { intro: readonly Block[]; loop: readonly Block[] };
  /** The answer so far, each time more of it has come. */
  onText?: ((text: string) => void) | undefined;
};

const MAX_OUTPUT_TOKENS = 10_000;

// Vendors' strict modes know no optional field: what is not there is null.
export const blockDraftSchema = z.object({
  beat: z.enum(BEATS),
  sentences: z.array(sentenceDraftSchema).min(1),
  do: z.string().nullable(),
  show: z.string().nullable(),
});
/** A block as a model wrote it: without id, seconds and respelling, which are ours to give. */
export type BlockDraft = z.infer<typeof blockDraftSchema>;

export const pitchDraftSchema = z.object({
  intro: z.array(blockDraftSchema),
  loop: z.array(blockDraftSchema),
  answers: z.array(z.object({ about: z.enum(BUYERS_QUESTIONS), sentences: z.array(sentenceDraftSchema).min(1) })),
});
export type PitchDraft = z.infer<typeof pitchDraftSchema>;

/** Asks a model to tell the facts as a live seller's script in one language. Fails with `ModelError`. */
export function askModelForPitch(
  services: ModelServices,
  { facts, language, markets, minutes, kept, onText, ...options }: PitchRequest,
): Promise<ModelAnswer<PitchDraft>> {
  const shown = (blocks: readonly Block[]) => blocks.map(({ beat, say, factIds }) => ({ beat, say, factIds }));
  const variables = {
    language,
    markets,
    minutes: minutes ?? null,
    facts: toldFacts(facts),
    kept: { intro: shown(kept.intro), loop: shown(kept.loop) },
  };
  const question = { variables, schema: pitchDraftSchema, maxOutputTokens: MAX_OUTPUT_TOKENS, onText };
  return askPrompt(services, "write-pitch", question, options);
}
