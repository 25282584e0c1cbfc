import { and, eq, sql } from "#database/drizzle.ts";
import { stories } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";

/** Shows a story's listing to everybody, in its catalogue and to search engines, or to nobody but who has its address. Throws `story_not_found`. */
export async function publishListing(services: Services, accountId: string, storyId: string, isPublished: boolean): Promise<void> {
  const changed = await services.database.db
    .update(stories)
    .set({ publishedAt: isPublished ? sql`coalesce(${stories.publishedAt}, now())` : null })
    .where(and(eq(stories.id, storyId), eq(stories.accountId, accountId)))
    .returning({ id: stories.id });
  if (changed.length === 0) throw new AppError("story_not_found", { storyId });
}
