import { and, eq } from "#database/drizzle.ts";
import { photos } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { holdStory } from "#stories/hold-story.ts";

/** Takes a photo off the listing. Throws `story_not_found`, `photo_not_found`. */
export async function removePhoto(services: Services, accountId: string, storyId: string, photoId: string): Promise<void> {
  await services.database.db.transaction(async (transaction) => {
    await holdStory(transaction, accountId, storyId);
    const gone = await transaction
      .delete(photos)
      .where(and(eq(photos.id, photoId), eq(photos.storyId, storyId)))
      .returning({ id: photos.id });
    if (gone.length === 0) throw new AppError("photo_not_found");
  });
}
