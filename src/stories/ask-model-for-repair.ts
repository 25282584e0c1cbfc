import { z } from "zod";
import type { Finding } from "#checks/finding.ts";
import type { Fact } from "#facts/fact.ts";
import { toldFacts } from "#facts/told-facts.ts";
import type { Language, Market } from "#i18n/language.ts";
import type { ModelAnswer } from "#models/language-model.ts";
import type { SentenceDraft } from "#pitches/sentence-draft.ts";
import { askPrompt, type AskOptions, type ModelServices } from "#prompts/ask-prompt.ts";

export type RefusedSentence = { sentence: SentenceDraft; findings: Finding[] };

type RepairRequest = AskOptions & {
  facts: readonly Fact[];
  language: Language;
  markets: readonly Market[];
  refused: readonly RefusedSentence[];
};

const MAX_OUTPUT_TOKENS = 4_000;

export const repairSchema = z.object({
  sentences: z.array(z.object({ id: z.string(), text: z.string().nullable(), factIds: z.array(z.string()) })),
});

/** Asks a model to write refused sentences anew, each in its place; undefined for one that it leaves out. Fails with `ModelError`. */
export async function askModelForRepair(
  services: ModelServices,
  { facts, language, markets, refused, ...options }: RepairRequest,
): Promise<ModelAnswer<(SentenceDraft | undefined)[]>> {
  const variables = {
    language,
    markets,
    facts: toldFacts(facts),
    refused: refused.map(({ sentence, findings }, index) => ({
      id: idOf(index),
      ...sentence,
      because: findings.map(({ kind, quote, message }) => ({ kind, quote, message })),
    })),
  };
  const question = { variables, schema: repairSchema, maxOutputTokens: MAX_OUTPUT_TOKENS };
  const answer = await askPrompt(services, "repair-sentences", question, options);
  const byId = new Map(answer.value.sentences.map(({ id, text, factIds }) => [id, text ? { text, factIds } : undefined]));
  return { ...answer, value: refused.map((_, index) => byId.get(idOf(index))) };
}

const idOf = (index: number) => `s${index + 1}`;
