import { createMiddleware } from "hono/factory";
import { AppError } from "#errors.ts";
import type { AppEnv } from "#web/app-env.ts";

/**
 * What a streamer's device sends during a show; a key for it alone can do nothing else. Terms, corrections and replies are the
 * seller's own word: they take `write`, which the console's session has, so that a lost device puts no word into a caption.
 */
export const STREAM_POST = /^\/v1\/shows\/[^/]+\/(segments|mic|audio|comments)$/;

/** `read` reads, `write` changes; `stream` speaks into a show. */
export const requireScope = createMiddleware<AppEnv>(async (c, next) => {
  const { scopes } = c.get("caller");
  const isReading = c.req.method === "GET" || c.req.method === "HEAD";
  const isStreaming = c.req.method === "POST" && STREAM_POST.test(c.req.path) && scopes.includes("stream");
  if (!isStreaming && !scopes.includes(isReading ? "read" : "write")) throw new AppError("forbidden");
  await next();
});
