import { asc, eq } from "#database/drizzle.ts";
import { photos } from "#database/schema.ts";
import type { Services } from "#services.ts";
import type { Photo } from "./photo.ts";

/** A story's photos, in the order they came; who may see the story is asked before. */
export function listPhotos(services: Pick<Services, "database">, storyId: string): Promise<Photo[]> {
  return services.database.db
    .select({ id: photos.id, width: photos.width, height: photos.height })
    .from(photos)
    .where(eq(photos.storyId, storyId))
    .orderBy(asc(photos.createdAt), asc(photos.id));
}
