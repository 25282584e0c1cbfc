import { z } from "zod";

/** Longest picture taken, in bytes: what phones' cameras make. */
export const PHOTO_BYTES_MAX = 10 * 1024 * 1024;
export const PHOTOS_MAX = 8;
/** The longer side of each size, in pixels. */
export const PHOTO_SIDES = { large: 1_600, small: 480 } as const;
export const photoSizeSchema = z.enum(["large", "small"]);
export type PhotoSize = z.infer<typeof photoSizeSchema>;

/** `width`, `height`: of the large picture, in pixels. */
export const photoSchema = z.object({ id: z.string(), width: z.int(), height: z.int() }).meta({ id: "Photo" });
export type Photo = z.infer<typeof photoSchema>;

/** Where a photo is served; it never changes, so that it can be kept for ever. */
export function photoPath({ id }: Pick<Photo, "id">, size: PhotoSize): string {
  return `/photos/${id}-${size}.webp`;
}

/** A photo's own width in one size. */
export function widthOf(photo: Photo, size: PhotoSize): number {
  return Math.round(photo.width * scaleOf(photo, size));
}

export function heightOf(photo: Photo, size: PhotoSize): number {
  return Math.round(photo.height * scaleOf(photo, size));
}

function scaleOf({ width, height }: Photo, size: PhotoSize): number {
  return Math.min(1, PHOTO_SIDES[size] / Math.max(width, height));
}
