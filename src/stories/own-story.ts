import { and, eq } from "#database/drizzle.ts";
import { stories } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";

/** Lets pass who owns the story. Throws `story_not_found`, also for another account's. */
export async function ownStory(services: Services, accountId: string, storyId: string): Promise<void> {
  const [row] = await services.database.db
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.id, storyId), eq(stories.accountId, accountId)));
  if (row === undefined) throw new AppError("story_not_found", { storyId });
}
