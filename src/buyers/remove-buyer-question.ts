import { and, eq } from "#database/drizzle.ts";
import { buyerQuestions } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { ownStory } from "#stories/own-story.ts";
import { announceQuestions } from "./follow-questions.ts";

/** Takes a question away that is none, or that its buyer wants gone. Throws `story_not_found`, `asked_not_found`. */
export async function removeBuyerQuestion(services: Services, accountId: string, storyId: string, questionId: string): Promise<void> {
  await ownStory(services, accountId, storyId);
  const gone = await services.database.db
    .delete(buyerQuestions)
    .where(and(eq(buyerQuestions.id, questionId), eq(buyerQuestions.storyId, storyId)))
    .returning({ id: buyerQuestions.id });
  if (gone.length === 0) throw new AppError("asked_not_found");
  await announceQuestions(services, accountId);
}
