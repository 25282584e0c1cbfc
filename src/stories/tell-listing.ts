import type { Finding } from "#checks/finding.ts";
import { askModelForListing } from "#listings/ask-model-for-listing.ts";
import { completeListing, sentencesOfListing } from "#listings/complete-listing.ts";
import { listingSlug } from "#listings/listing-slug.ts";
import type { Listing } from "#listings/listing.ts";
import type { ModelTelling } from "./language-telling.ts";
import { openGate, settleSentences } from "./settle-sentences.ts";

export type ToldListing = { listing: Listing; findings: Finding[]; mended: Finding[] };

const DEADLINE_MS = 30_000;

/** Has a model tell the buyer's page; undefined where the gate leaves too little. Fails with `ModelError`. */
export async function tellListing(task: ModelTelling): Promise<ToldListing | undefined> {
  const { services, telling, model, ground, signal } = task;
  const { facts, language, markets } = ground;
  const asked = { facts, language, markets, accountId: telling.accountId, deadlineMs: DEADLINE_MS, signal };
  const { value } = await askModelForListing({ model, prompts: services.prompts }, asked);
  const gate = openGate(services.words, ground);
  const { settle, findings, mended } = await settleSentences({ ...task, gate }, sentencesOfListing(value));
  const listing = completeListing(value, listingSlug(telling.storyId, facts), language, settle);
  return listing && { listing, findings, mended };
}
