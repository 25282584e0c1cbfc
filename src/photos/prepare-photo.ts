import sharp from "sharp";
import { AppError } from "#errors.ts";
import { PHOTO_SIDES } from "./photo.ts";

/** A few kilobytes can unpack to gigabytes; phones' cameras make at most this many pixels. */
const PIXELS_MAX = 64_000_000;
const SECONDS_MAX = 20;
const QUALITY = { large: 78, small: 72 } as const;
/** By their first bytes: what a sender calls them counts for nothing, and no other reader (SVG, PDF) is ever started. */
const TAKEN: readonly { at: number; bytes: string }[] = [
  { at: 0, bytes: "\xff\xd8\xff" },
  { at: 0, bytes: "\x89PNG\r\n\x1a\n" },
  { at: 8, bytes: "WEBP" },
  { at: 4, bytes: "ftyp" },
];

type PreparedPhoto = { width: number; height: number; large: Uint8Array; small: Uint8Array };

/**
 * Makes a picture anew in two sizes, upright and in the colours of screens, with nothing in it but its pixels: no place,
 * no camera, no name. Throws `photo_unreadable`.
 */
export async function preparePhoto(bytes: Uint8Array): Promise<PreparedPhoto> {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  if (!TAKEN.some(({ at, bytes }) => head.startsWith(bytes, at))) throw new AppError("photo_unreadable");
  try {
    const { data: large, info } = await sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: "error" })
      .timeout({ seconds: SECONDS_MAX })
      .autoOrient()
      .resize({ width: PHOTO_SIDES.large, height: PHOTO_SIDES.large, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .webp({ quality: QUALITY.large })
      .toBuffer({ resolveWithObject: true });
    const small = await sharp(large)
      .resize({ width: PHOTO_SIDES.small, height: PHOTO_SIDES.small, fit: "inside", withoutEnlargement: true })
      .webp({ quality: QUALITY.small })
      .toBuffer();
    return { width: info.width, height: info.height, large, small };
  } catch (cause) {
    throw new AppError("photo_unreadable", {}, { cause });
  }
}
