import type { Context } from "hono";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "./app-env.ts";
import { errorResponse } from "./error-response.ts";
import { errorPage } from "./pages/error-page.ts";
import { silentOverlay } from "./pages/overlay-page.ts";
import { openPage } from "./pages/page.ts";

/** Answers any failure with a page, for whoever came with a browser; the overlay stays empty. */
export function failedPage(services: Pick<Services, "logger" | "words">, error: unknown, c: Context<AppEnv>): Response {
  const { status } = errorResponse(services, error, c);
  const isStreamLink = error instanceof AppError && error.code === "stream_token_refused";
  const page = c.req.path.startsWith("/overlay/") ? silentOverlay() : errorPage(openPage(services, c), status, isStreamLink);
  return new Response(String(page), {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}
