import { createHash } from "node:crypto";
import { signQuestionToken } from "#access/question-token.ts";
import { buyerQuestions } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { guessLanguage } from "#shows/guess-language.ts";
import { readQuestion } from "#shows/read-question.ts";
import { findListing } from "#stories/find-listing.ts";
import type { BuyerQuestionRequest } from "./buyer-question.ts";
import { announceQuestions } from "./follow-questions.ts";

/**
 * Takes a buyer's question from a listing and gives the token by which they find it again. Asked twice, it is one
 * question. Throws `listing_not_found`, `queue_unavailable`.
 */
export async function askGrower(
  services: Services,
  listing: { language: Language; slug: string },
  { id, author, text }: BuyerQuestionRequest,
): Promise<{ questionId: string; token: string }> {
  services.jobs.requireReady();
  const { storyId, accountId } = await findListing(services, listing.language, listing.slug);
  // A page kept by a cache gives the same id to many: whoever writes something else asks something else.
  const key = JSON.stringify([storyId, listing.language, id, author, text]);
  const questionId = `bq_${createHash("sha256").update(key).digest("hex").slice(0, 32)}`;
  const language = guessLanguage(text) ?? languageOn(listing.language, text);
  const flag = readQuestion(text, language)?.flag;
  await services.database.db.insert(buyerQuestions).values({ id: questionId, storyId, author, text, language, flag }).onConflictDoNothing();
  await announceQuestions(services, accountId);
  await services.jobs.enqueue("question.read", { questionId });
  return { questionId, token: await signQuestionToken(services, questionId) };
}

/** Words of no certain language are the page's own; but nobody writes Japanese in Latin letters alone. */
function languageOn(page: Language, text: string): Language {
  return page === "ja" && /\p{Script=Latin}{2}/u.test(text) && !/\p{Script=Han}/u.test(text) ? "en" : page;
}
