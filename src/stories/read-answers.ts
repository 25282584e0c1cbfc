import { asc, eq } from "#database/drizzle.ts";
import { answers } from "#database/schema.ts";
import type { GrowerWords } from "#facts/fact.ts";
import type { Services } from "#services.ts";

/** The answers a grower has given to a story's questions, oldest first. */
export function readAnswers(services: Services, storyId: string): Promise<GrowerWords["answers"]> {
  return services.database.db
    .select({ questionId: answers.questionId, text: answers.text })
    .from(answers)
    .where(eq(answers.storyId, storyId))
    .orderBy(asc(answers.createdAt), asc(answers.questionId));
}
