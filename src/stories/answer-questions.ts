import { and, eq, sql } from "#database/drizzle.ts";
import { answers, stories } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { ringForStory } from "./request-story.ts";
import type { AnswersRequest } from "./story.ts";

/**
 * Keeps the grower's answers as words of their own and asks for the story to be told again.
 * Throws `story_not_found`, or `question_not_found` for a question this story never asked.
 */
export async function answerQuestions(services: Services, accountId: string, storyId: string, request: AnswersRequest): Promise<void> {
  services.jobs.requireReady();
  const telling = await services.database.db.transaction(async (transaction) => {
    const [story] = await transaction
      .select({ questions: stories.questions })
      .from(stories)
      .where(and(eq(stories.id, storyId), eq(stories.accountId, accountId)))
      .for("update");
    if (story === undefined) throw new AppError("story_not_found", { storyId });
    const answered = await transaction.select({ id: answers.questionId }).from(answers).where(eq(answers.storyId, storyId));
    const known = new Set([...story.questions, ...answered].map(({ id }) => id));
    for (const { questionId, text } of request.answers) {
      if (!known.has(questionId)) throw new AppError("question_not_found", { questionId });
      await transaction
        .insert(answers)
        .values({ storyId, questionId, text })
        .onConflictDoUpdate({ target: [answers.storyId, answers.questionId], set: { text } });
    }
    const [next] = await transaction
      .update(stories)
      .set({ telling: sql`${stories.telling} + 1`, status: "requested", claim: null, claims: 0, errorCode: null, updatedAt: sql`now()` })
      .where(eq(stories.id, storyId))
      .returning({ telling: stories.telling });
    if (next === undefined) throw new AppError("story_not_found", { storyId });
    return next.telling;
  });
  await ringForStory(services, storyId, telling);
}
