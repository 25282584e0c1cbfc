import { createMiddleware } from "hono/factory";
import { bodyLimit } from "hono/body-limit";
import { AppError } from "#errors.ts";
import { PHOTO_BYTES_MAX } from "#photos/photo.ts";
import type { AppEnv } from "#web/app-env.ts";

/** Longest body taken, in bytes. */
export const BODY_BYTES_MAX = 256 * 1024;
/** A sentence as sound: half a minute of what browsers record, twenty seconds of plain samples. */
export const AUDIO_BYTES_MAX = 2 * 1024 * 1024;
/** A picture that is too large by a little is refused in words on a page, not by a closed door. */
const PHOTO_BODY_BYTES_MAX = 2 * PHOTO_BYTES_MAX;
const PHOTO = /^(?:\/v1)?\/stories\/[^/]+\/photos$/;
const AUDIO = /^\/v1\/shows\/[^/]+\/audio$/;

/** Node's parser holds a body to the length it declares; what declares none is counted while it is read, into a web stream that costs more. */
export const limitBody = createMiddleware<AppEnv>((c, next) => {
  const maxSize = maxSizeFor(c.req.path);
  const tooLarge = (): never => {
    throw new AppError("body_too_large", { maximumKibibytes: maxSize / 1024 });
  };
  const declared = c.req.header("content-length");
  if (declared === undefined || c.req.header("transfer-encoding") !== undefined) return bodyLimit({ maxSize, onError: tooLarge })(c, next);
  return Number(declared) > maxSize ? tooLarge() : next();
});

function maxSizeFor(path: string): number {
  if (AUDIO.test(path)) return AUDIO_BYTES_MAX;
  return PHOTO.test(path) ? PHOTO_BODY_BYTES_MAX : BODY_BYTES_MAX;
}
