import { z } from "zod";
import type { Fact } from "#facts/fact.ts";
import { toldFacts } from "#facts/told-facts.ts";
import type { Language, Market } from "#i18n/language.ts";
import type { ModelAnswer } from "#models/language-model.ts";
import { sentenceDraftSchema } from "#pitches/sentence-draft.ts";
import { askPrompt, type AskOptions, type ModelServices } from "#prompts/ask-prompt.ts";

type ListingRequest = AskOptions & { facts: readonly Fact[]; language: Language; markets: readonly Market[] };

const MAX_OUTPUT_TOKENS = 4_000;

/** A listing as a model wrote it: the slug is ours, the same in every language. */
export const listingDraftSchema = z.object({
  title: sentenceDraftSchema,
  summary: z.array(sentenceDraftSchema).min(1),
  bullets: z.array(sentenceDraftSchema).min(1),
  /** Paragraphs of sentences. */
  body: z.array(z.array(sentenceDraftSchema)).min(1),
});
export type ListingDraft = z.infer<typeof listingDraftSchema>;

/** Asks a model to tell the facts as a buyer's page in one language. Fails with `ModelError`. */
export function askModelForListing(
  services: ModelServices,
  { facts, language, markets, ...options }: ListingRequest,
): Promise<ModelAnswer<ListingDraft>> {
  const variables = { language, markets, facts: toldFacts(facts) };
  return askPrompt(services, "write-listing", { variables, schema: listingDraftSchema, maxOutputTokens: MAX_OUTPUT_TOKENS }, options);
}
