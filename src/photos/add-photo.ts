import { createHash } from "node:crypto";
import { and, count, eq } from "#database/drizzle.ts";
import type { Transaction } from "#database/connect.ts";
import { photos } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import { newId } from "#ids.ts";
import type { Services } from "#services.ts";
import { holdStory } from "#stories/hold-story.ts";
import { ownStory } from "#stories/own-story.ts";
import { PHOTO_BYTES_MAX, PHOTOS_MAX, type Photo } from "./photo.ts";
import { preparePhoto } from "./prepare-photo.ts";

/**
 * Adds a picture to a story's listing; the same bytes again are the same photo.
 * Throws `story_not_found`, `body_too_large`, `photo_unreadable`, `too_many_photos`.
 */
export async function addPhoto(services: Services, accountId: string, storyId: string, bytes: Uint8Array): Promise<Photo> {
  const { db } = services.database;
  await ownStory(services, accountId, storyId);
  if (bytes.length > PHOTO_BYTES_MAX) throw new AppError("body_too_large", { maximumKibibytes: PHOTO_BYTES_MAX / 1024 });
  const hash = createHash("sha256").update(bytes).digest("hex");
  const known = await findByHash(db, storyId, hash);
  if (known !== undefined) return known;
  const prepared = await preparePhoto(bytes);
  return db.transaction(async (transaction) => {
    await holdStory(transaction, accountId, storyId);
    const [counted] = await transaction.select({ photos: count() }).from(photos).where(eq(photos.storyId, storyId));
    const meanwhile = await findByHash(transaction, storyId, hash);
    if (meanwhile !== undefined) return meanwhile;
    if ((counted?.photos ?? 0) >= PHOTOS_MAX) throw new AppError("too_many_photos", { limit: PHOTOS_MAX });
    const photo = { id: newId("ph"), width: prepared.width, height: prepared.height };
    await transaction.insert(photos).values({ ...photo, ...prepared, storyId, hash });
    return photo;
  });
}

async function findByHash(db: Pick<Transaction, "select">, storyId: string, hash: string): Promise<Photo | undefined> {
  const [photo] = await db
    .select({ id: photos.id, width: photos.width, height: photos.height })
    .from(photos)
    .where(and(eq(photos.storyId, storyId), eq(photos.hash, hash)));
  return photo;
}
