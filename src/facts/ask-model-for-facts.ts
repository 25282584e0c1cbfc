import { z } from "zod";
import type { ModelAnswer } from "#models/language-model.ts";
import { askPrompt, type AskOptions, type ModelServices } from "#prompts/ask-prompt.ts";
import { FACT_KINDS, UNITS, type Fact, type GrowerWords } from "./fact.ts";

/** A fact as a model read it, before its quote is looked for in the grower's words. */
export type CandidateFact = Omit<Fact, "id" | "start" | "end" | "source"> & { source: string };

const MAX_OUTPUT_TOKENS = 8_000;

// Vendors' strict modes know no optional field: what is not there is null.
const unitSchema = z.enum(UNITS);
const answerSchema = z.object({
  facts: z.array(
    z.object({
      kind: z.enum(FACT_KINDS),
      source: z.string(),
      quote: z.string(),
      text: z.string(),
      amount: z.object({ min: z.number(), max: z.number(), unit: unitSchema, per: unitSchema.nullable() }).nullable(),
      date: z.object({ from: z.string().nullable(), to: z.string().nullable() }).nullable(),
    }),
  ),
});
type ReadFact = z.infer<typeof answerSchema>["facts"][number];

/** Asks a model which facts the grower's words hold. Nothing of it counts until its quote is found. Fails with `ModelError`. */
export async function askModelForFacts(
  services: ModelServices,
  { words, ...options }: AskOptions & { words: GrowerWords },
): Promise<ModelAnswer<CandidateFact[]>> {
  const sources = [
    { source: "notes", text: words.notes },
    ...words.answers.map(({ questionId, text }) => ({ source: `answer:${questionId}`, text })),
  ];
  const question = { variables: { sources }, schema: answerSchema, maxOutputTokens: MAX_OUTPUT_TOKENS };
  const answer = await askPrompt(services, "read-facts", question, options);
  return { ...answer, value: answer.value.facts.map(toCandidate) };
}

function toCandidate({ kind, source, quote, text, amount, date }: ReadFact): CandidateFact {
  return {
    kind,
    source,
    quote,
    text,
    ...(amount && { amount: { min: amount.min, max: amount.max, unit: amount.unit, ...(amount.per && { per: amount.per }) } }),
    ...(date && { date: { ...(date.from && { from: date.from }), ...(date.to && { to: date.to }) } }),
  };
}
