import { createMiddleware } from "hono/factory";
import { bodyLimit } from "hono/body-limit";
import { AppError } from "#errors.ts";
import type { AppEnv } from "#web/app-env.ts";

/** Longest body taken, in bytes. */
export const BODY_BYTES_MAX = 256 * 1024;
/** A sentence as sound: half a minute of what browsers record, twenty seconds of plain samples. */
export const AUDIO_BYTES_MAX = 2 * 1024 * 1024;
const AUDIO = /^\/v1\/shows\/[^/]+\/audio$/;

const limits = { body: limitTo(BODY_BYTES_MAX), audio: limitTo(AUDIO_BYTES_MAX) };

export const limitBody = createMiddleware<AppEnv>((c, next) => (AUDIO.test(c.req.path) ? limits.audio : limits.body)(c, next));

function limitTo(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError("body_too_large", { maximumKibibytes: maxSize / 1024 });
    },
  });
}
