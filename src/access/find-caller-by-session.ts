import { and, eq, gt, sql } from "#database/drizzle.ts";
import { sessions } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { SCOPES, type Caller } from "./caller.ts";
import { hashSecret } from "./key-format.ts";

/** Whose session this is; undefined when it is over or never was. */
export async function findCallerBySession(services: Pick<Services, "database">, sessionSecret: string): Promise<Caller | undefined> {
  const [row] = await services.database.db
    .select({ accountId: sessions.accountId })
    .from(sessions)
    .where(and(eq(sessions.hash, hashSecret(sessionSecret)), eq(sessions.kind, "session"), gt(sessions.expiresAt, sql`now()`)));
  return row && { accountId: row.accountId, scopes: SCOPES };
}
