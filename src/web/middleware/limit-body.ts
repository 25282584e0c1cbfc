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

const limits = { body: limitTo(BODY_BYTES_MAX), audio: limitTo(AUDIO_BYTES_MAX), photo: limitTo(PHOTO_BODY_BYTES_MAX) };

export const limitBody = createMiddleware<AppEnv>((c, next) => limitFor(c.req.path)(c, next));

function limitFor(path: string) {
  if (AUDIO.test(path)) return limits.audio;
  return PHOTO.test(path) ? limits.photo : limits.body;
}

function limitTo(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError("body_too_large", { maximumKibibytes: maxSize / 1024 });
    },
  });
}
