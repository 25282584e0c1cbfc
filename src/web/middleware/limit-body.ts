import { bodyLimit } from "hono/body-limit";
import { AppError } from "#errors.ts";

/** Longest body taken, in bytes. */
export const BODY_BYTES_MAX = 256 * 1024;

export const limitBody = bodyLimit({
  maxSize: BODY_BYTES_MAX,
  onError: () => {
    throw new AppError("body_too_large", { maximumKibibytes: BODY_BYTES_MAX / 1024 });
  },
});
