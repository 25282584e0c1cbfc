import { and, desc, eq, sql } from "#database/drizzle.ts";
import { readCursor, writeCursor } from "#database/cursor.ts";
import { accounts, keys, type Scope } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { OWNER_ACCOUNT_ID } from "./caller.ts";

export type KeySummary = {
  id: string;
  account: string;
  name: string;
  scopes: Scope[];
  createdAt: string;
  lastUsedAt?: string;
  revokedAt?: string;
};

/** An account's keys, newest first; the owner sees those of all accounts. Never a key or its hash. */
export async function listKeys(
  services: Pick<Services, "database">,
  accountId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: KeySummary[]; nextCursor?: string }> {
  const after = page.cursor === undefined ? undefined : readCursor(page.cursor);
  const rows = await services.database.db
    .select({ key: keys, account: accounts.name })
    .from(keys)
    .innerJoin(accounts, eq(accounts.id, keys.accountId))
    .where(
      and(
        accountId === OWNER_ACCOUNT_ID ? undefined : eq(keys.accountId, accountId),
        after && sql`(${keys.createdAt}, ${keys.id}) < (${after.createdAt.toISOString()}::timestamptz, ${after.id})`,
      ),
    )
    .orderBy(desc(keys.createdAt), desc(keys.id))
    .limit(page.limit + 1);
  const items = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? items.at(-1) : undefined;
  return { items: items.map(({ key, account }) => summaryOf(key, account)), ...(last && { nextCursor: writeCursor(last.key) }) };
}

function summaryOf(key: typeof keys.$inferSelect, account: string): KeySummary {
  const { id, name, scopes, createdAt, lastUsedAt, revokedAt } = key;
  return {
    id,
    account,
    name,
    scopes,
    createdAt: createdAt.toISOString(),
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
  };
}
