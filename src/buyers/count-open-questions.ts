import { and, count, eq, isNull } from "drizzle-orm";
import { buyerQuestions, stories } from "#database/schema.ts";
import type { Services } from "#services.ts";

/** How many questions of buyers wait for an answer, by story; a story without any is not in it. */
export async function countOpenQuestions(services: Services, accountId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await services.database.db
    .select({ storyId: buyerQuestions.storyId, waiting: count() })
    .from(buyerQuestions)
    .innerJoin(stories, eq(stories.id, buyerQuestions.storyId))
    .where(and(eq(stories.accountId, accountId), isNull(buyerQuestions.answeredAt)))
    .groupBy(buyerQuestions.storyId);
  return new Map(rows.map(({ storyId, waiting }) => [storyId, waiting]));
}
