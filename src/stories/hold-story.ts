import { and, eq } from "#database/drizzle.ts";
import type { Transaction } from "#database/connect.ts";
import { stories } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Story } from "./story.ts";

/** Holds the story's row, so that changes of one story come one after the other; gives its status. Throws `story_not_found`. */
export async function holdStory(transaction: Transaction, accountId: string, storyId: string): Promise<Story["status"]> {
  const [held] = await transaction
    .update(stories)
    .set({ updatedAt: new Date() })
    .where(and(eq(stories.id, storyId), eq(stories.accountId, accountId)))
    .returning({ status: stories.status });
  if (held === undefined) throw new AppError("story_not_found", { storyId });
  return held.status;
}
