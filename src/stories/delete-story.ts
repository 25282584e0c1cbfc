import { and, eq } from "#database/drizzle.ts";
import { stories } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";

/** Removes a story and all that was told from it. A telling under way finds its row gone and stops. */
export async function deleteStory(services: Services, accountId: string, storyId: string): Promise<void> {
  const gone = await services.database.db
    .delete(stories)
    .where(and(eq(stories.id, storyId), eq(stories.accountId, accountId)))
    .returning({ id: stories.id });
  if (gone.length === 0) throw new AppError("story_not_found", { storyId });
}
