import { sql } from "#database/drizzle.ts";
import { accounts, keys } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { OWNER_ACCOUNT_ID, OWNER_KEY_ID, SCOPES } from "./caller.ts";
import { hashSecret } from "./key-format.ts";

/**
 * Creates the owner's account and, with `OWNER_KEY` set, its first key; may run in several processes at once.
 * A revoked `OWNER_KEY` stays revoked until it is changed.
 * @returns the owner's account id.
 */
export async function ensureOwner(services: Pick<Services, "config" | "database">): Promise<string> {
  const { db } = services.database;
  await db.insert(accounts).values({ id: OWNER_ACCOUNT_ID, name: "owner" }).onConflictDoNothing();
  if (services.config.ownerKey !== undefined) {
    const hash = hashSecret(services.config.ownerKey);
    await db
      .insert(keys)
      .values({ id: OWNER_KEY_ID, accountId: OWNER_ACCOUNT_ID, name: "OWNER_KEY", hash, scopes: [...SCOPES] })
      .onConflictDoUpdate({ target: keys.id, set: { hash, revokedAt: null }, setWhere: sql`${keys.hash} <> ${hash}` });
  }
  return OWNER_ACCOUNT_ID;
}
