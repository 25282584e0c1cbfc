import { eq } from "#database/drizzle.ts";
import { openQuestionToken } from "#access/question-token.ts";
import { buyerQuestions, pitches } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import type { AskedQuestion } from "./buyer-question.ts";
import { answerOfRow } from "./question-of-row.ts";

/** A buyer's question and its answer by the buyer's own link. Throws `asked_not_found`. */
export async function findAsked(services: Services, token: string): Promise<AskedQuestion> {
  const questionId = await openQuestionToken(services, token);
  const { db } = services.database;
  const [row] = await db.select().from(buyerQuestions).where(eq(buyerQuestions.id, questionId));
  if (row === undefined) throw new AppError("asked_not_found");
  const told = await db
    .select({ language: pitches.language, slug: pitches.slug, listing: pitches.listing })
    .from(pitches)
    .where(eq(pitches.storyId, row.storyId));
  const { author, text, language, vi, createdAt } = row;
  return {
    author,
    text,
    language,
    vi,
    isRead: row.readAt !== null,
    answer: answerOfRow(row),
    createdAt: createdAt.toISOString(),
    slug: told[0]?.slug ?? "",
    titles: Object.fromEntries(told.map((one) => [one.language, one.listing.title])),
  };
}
