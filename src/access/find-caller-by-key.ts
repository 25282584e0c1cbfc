import { and, eq, isNull, lt, or, sql } from "#database/drizzle.ts";
import { keys } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { OWNER_KEY_ID, type Caller } from "./caller.ts";
import { equalInConstantTime } from "./equal-in-constant-time.ts";
import { hashSecret, keyIdOf } from "./key-format.ts";

/** "Last used" is this exact: each use would else be a write. */
const LAST_USED_STEP_MS = 60_000;

/** Whose key this is; undefined when it is nobody's or revoked. A text that cannot be a key costs no query. */
export async function findCallerByKey(services: Pick<Services, "config" | "database">, key: string): Promise<Caller | undefined> {
  const hash = hashSecret(key);
  const { ownerKey } = services.config;
  const isOwnerKey = ownerKey !== undefined && equalInConstantTime(hash, hashSecret(ownerKey));
  const id = isOwnerKey ? OWNER_KEY_ID : keyIdOf(key);
  if (id === undefined) return undefined;
  const [row] = await services.database.db.select().from(keys).where(eq(keys.id, id));
  if (row === undefined || row.revokedAt !== null || !equalInConstantTime(row.hash, hash)) return undefined;
  if (row.lastUsedAt === null || row.lastUsedAt.getTime() < Date.now() - LAST_USED_STEP_MS) await noteUse(services, id);
  return { accountId: row.accountId, keyId: id, scopes: row.scopes };
}

async function noteUse(services: Pick<Services, "database">, id: string): Promise<void> {
  const before = new Date(Date.now() - LAST_USED_STEP_MS);
  await services.database.db
    .update(keys)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(keys.id, id), or(isNull(keys.lastUsedAt), lt(keys.lastUsedAt, before))));
}
