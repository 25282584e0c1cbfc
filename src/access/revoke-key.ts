import { and, eq, sql } from "#database/drizzle.ts";
import { keys } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { OWNER_ACCOUNT_ID } from "./caller.ts";

/** Ends a key for good, within a second everywhere. The owner may end anyone's. Throws `not_found`, also for another account's. */
export async function revokeKey(services: Pick<Services, "database">, accountId: string, keyId: string): Promise<void> {
  const revoked = await services.database.db
    .update(keys)
    .set({ revokedAt: sql`coalesce(${keys.revokedAt}, now())` })
    .where(and(eq(keys.id, keyId), accountId === OWNER_ACCOUNT_ID ? undefined : eq(keys.accountId, accountId)))
    .returning({ id: keys.id });
  if (revoked.length === 0) throw new AppError("not_found");
}
