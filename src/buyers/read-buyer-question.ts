import { and, eq, isNull } from "#database/drizzle.ts";
import { buyerQuestions, stories } from "#database/schema.ts";
import type { JobPayload } from "#jobs/contract.ts";
import type { Services } from "#services.ts";
import { readBehind } from "#shows/read-behind.ts";
import { readBuyerText } from "#shows/read-buyer-text.ts";
import { announceQuestions } from "./follow-questions.ts";

/** Job `question.read`: a buyer's question in Vietnamese, and what the facts answer. Done twice, it changes nothing. */
export async function readBuyerQuestion(
  services: Services,
  { questionId }: JobPayload<"question.read">,
  signal: AbortSignal,
): Promise<void> {
  const { db } = services.database;
  const [row] = await db
    .select({ question: buyerQuestions, accountId: stories.accountId })
    .from(buyerQuestions)
    .innerJoin(stories, eq(stories.id, buyerQuestions.storyId))
    .where(and(eq(buyerQuestions.id, questionId), isNull(buyerQuestions.readAt)));
  if (row === undefined) return;
  const { storyId, text, language } = row.question;
  const behind = await readBehind(services, [storyId]);
  const reading = await readBuyerText(services, { text, language, accountId: row.accountId, behind, signal });
  const asked = reading.language ?? language;
  await db
    .update(buyerQuestions)
    .set({
      vi: reading.vi,
      abouts: reading.abouts,
      // What the cards say is asked of them again when it is shown: the story may be told anew meanwhile.
      ...(reading.factIds.length > 0 && { reply: reading.replies[asked], replyFactIds: reading.factIds }),
      language: asked,
      readAt: new Date(),
    })
    .where(and(eq(buyerQuestions.id, questionId), isNull(buyerQuestions.readAt)));
  await announceQuestions(services, row.accountId);
}
