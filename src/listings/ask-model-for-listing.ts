import { z } from "zod";
import type { Finding } from "#checks/finding.ts";
import type { Fact } from "#facts/fact.ts";
import { knownFactIds, toldFacts } from "#facts/told-facts.ts";
import type { Language, Market } from "#i18n/language.ts";
import type { ModelAnswer } from "#models/language-model.ts";
import { askPrompt, type AskOptions, type ModelServices } from "#prompts/ask-prompt.ts";
import type { Listing } from "./listing.ts";

/** A listing as a model wrote it: the slug is ours, the same in every language. */
export type ListingDraft = Omit<Listing, "slug">;

type ListingRequest = AskOptions & {
  facts: readonly Fact[];
  language: Language;
  markets: readonly Market[];
  /** What the gate found in the last telling: given, this is the one repair. */
  findings?: readonly Finding[] | undefined;
};

const MAX_OUTPUT_TOKENS = 3_000;

const answerSchema = z.object({
  title: z.string().min(1),
  summary: z.string().min(1),
  bullets: z.array(z.string().min(1)).min(1),
  body: z.string().min(1),
  factIds: z.array(z.string()),
});

/** Asks a model to tell the facts as a buyer's page in one language. Fails with `ModelError`. */
export async function askModelForListing(
  services: ModelServices,
  { facts, language, markets, findings = [], ...options }: ListingRequest,
): Promise<ModelAnswer<ListingDraft>> {
  const variables = { language, markets, facts: toldFacts(facts), findings: findings.filter((finding) => finding.language === language) };
  const question = { variables, schema: answerSchema, maxOutputTokens: MAX_OUTPUT_TOKENS };
  const answer = await askPrompt(services, "write-listing", question, options);
  return { ...answer, value: { ...answer.value, factIds: knownFactIds(answer.value.factIds, facts) } };
}
