import { lt, sql } from "./drizzle.ts";
import type { Services } from "#services.ts";
import { idempotencyKeys, sessions } from "./schema.ts";

/** Job `records.expire`: forgets idempotency keys after 24 hours, and sessions and one-time links whose time is over. */
export async function expireRecords({ database, logger }: Services): Promise<void> {
  const expiredKeys = await database.db
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, sql`now() - interval '24 hours'`))
    .returning({ key: idempotencyKeys.key });
  const expiredSessions = await database.db
    .delete(sessions)
    .where(lt(sessions.expiresAt, sql`now()`))
    .returning({ kind: sessions.kind });
  logger.debug({ idempotencyKeys: expiredKeys.length, sessions: expiredSessions.length }, "records expired");
}
