import { eq } from "#database/drizzle.ts";
import { photos } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import type { PhotoSize } from "./photo.ts";

/** The picture itself, as WebP: open to all, as the listing is. Throws `photo_not_found`. */
export async function readPhoto(services: Pick<Services, "database">, id: string, size: PhotoSize): Promise<Uint8Array<ArrayBuffer>> {
  const [row] = await services.database.db.select({ picture: photos[size] }).from(photos).where(eq(photos.id, id));
  if (row === undefined) throw new AppError("photo_not_found");
  return new Uint8Array(row.picture);
}
