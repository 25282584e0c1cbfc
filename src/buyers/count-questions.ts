import { count, eq } from "#database/drizzle.ts";
import { buyerQuestions, stories } from "#database/schema.ts";
import type { Services } from "#services.ts";
import type { QuestionCounts } from "./buyer-question.ts";

/** How buyers' questions stand, by story; a story without any is not in it. */
export async function countQuestions(services: Services, accountId: string): Promise<QuestionCounts[]> {
  const { storyId, readAt, answeredAt, answerSource } = buyerQuestions;
  return services.database.db
    .select({ storyId, asked: count(), read: count(readAt), answered: count(answeredAt), told: count(answerSource) })
    .from(buyerQuestions)
    .innerJoin(stories, eq(stories.id, storyId))
    .where(eq(stories.accountId, accountId))
    .groupBy(storyId)
    .orderBy(storyId);
}
