import { eq } from "#database/drizzle.ts";
import { z } from "zod";
import { shows } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { equalInConstantTime } from "./equal-in-constant-time.ts";
import { streamSecret } from "./stream-secret.ts";
import { AUDIENCES, isOver, macOf, type Audience } from "./stream-token.ts";

const claimSchema = z.tuple([z.string(), z.enum(AUDIENCES), z.coerce.number().int(), z.coerce.number().int()]);

export type StreamGrant = { showId: string; audience: Audience; accountId: string };

/**
 * What a stream token opens. Throws `stream_token_refused` for one that is altered, over or revoked: a token is only
 * good while the show has the version it names.
 */
export async function openStreamToken(services: Pick<Services, "database">, token: string): Promise<StreamGrant> {
  const split = token.lastIndexOf(".");
  const body = token.slice(0, Math.max(split, 0));
  const expected = macOf(await streamSecret(services), body);
  if (!equalInConstantTime(token.slice(split + 1), expected)) throw new AppError("stream_token_refused");
  const [showId, audience, version, lastDay] = claimSchema.parse(body.split("."));
  if (isOver(lastDay)) throw new AppError("stream_token_refused", { reason: "over" });
  const [show] = await services.database.db
    .select({ accountId: shows.accountId, version: shows.tokenVersion })
    .from(shows)
    .where(eq(shows.id, showId));
  if (show === undefined || show.version !== version) throw new AppError("stream_token_refused", { reason: "revoked" });
  return { showId, audience, accountId: show.accountId };
}
