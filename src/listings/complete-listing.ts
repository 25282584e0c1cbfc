import type { Language } from "#i18n/language.ts";
import { factIdsOf, joinSentences, settleAll, type SentenceDraft, type Settle } from "#pitches/sentence-draft.ts";
import type { ListingDraft } from "./ask-model-for-listing.ts";
import type { Listing } from "./listing.ts";

/** A model's page with its sentences settled; undefined where no title or no summary is left. */
export function completeListing(draft: ListingDraft, slug: string, language: Language, settle: Settle): Listing | undefined {
  const title = settle(draft.title);
  const summary = settleAll(draft.summary, settle);
  const bullets = settleAll(draft.bullets, settle);
  const paragraphs = draft.body.map((sentences) => settleAll(sentences, settle)).filter((sentences) => sentences.length > 0);
  if (title === undefined || summary.length === 0) return undefined;
  return {
    slug,
    title: title.text.trim(),
    summary: joinSentences(summary, language),
    bullets: bullets.map(({ text }) => text.trim()),
    body: paragraphs.map((sentences) => joinSentences(sentences, language)).join("\n"),
    factIds: factIdsOf([title, ...summary, ...bullets, ...paragraphs.flat()]),
  };
}

/** Every sentence of a page, in reading order. */
export function sentencesOfListing({ title, summary, bullets, body }: ListingDraft): SentenceDraft[] {
  return [title, ...summary, ...bullets, ...body.flat()];
}
