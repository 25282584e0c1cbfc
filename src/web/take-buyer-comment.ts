import type { Context } from "hono";
import { openStreamToken, type StreamGrant } from "#access/open-stream-token.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { addComment } from "#shows/add-comment.ts";
import type { CommentRequest } from "#shows/show.ts";
import type { AppEnv } from "./app-env.ts";
import { clientAddress } from "./client-address.ts";
import { spend, type RateLimits } from "./middleware/limit-rate.ts";

/**
 * Takes what a buyer wrote on the viewers' page: the page's own link lets them, in measure. Throws
 * `stream_token_refused`, `rate_limited`, and what `addComment` throws.
 */
export async function takeBuyerComment(
  services: Services,
  limits: RateLimits | undefined,
  c: Context<AppEnv>,
  { token, comment }: { token: string; comment: CommentRequest },
): Promise<void> {
  const { showId, accountId } = await openWatchToken(services, token);
  if (limits !== undefined) {
    await spend(limits.limiters.buyers, `${showId}:${clientAddress(c)}`, 1);
    await spend(limits.limiters.shows, showId, 1);
  }
  await addComment(services, accountId, showId, comment, { fromPage: true });
}

/** A link of another kind shows captions, and may be read off a screen. Throws `stream_token_refused`. */
export async function openWatchToken(services: Services, token: string): Promise<StreamGrant> {
  const grant = await openStreamToken(services, token);
  if (grant.audience !== "watch") throw new AppError("stream_token_refused");
  return grant;
}
