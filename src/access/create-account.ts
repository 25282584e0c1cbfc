import { asc, eq } from "#database/drizzle.ts";
import { accounts } from "#database/schema.ts";
import { newId } from "#ids.ts";
import type { Services } from "#services.ts";

/** The id of the account of that name, created when there is none. */
export async function createAccount(services: Pick<Services, "database">, name: string): Promise<string> {
  const { db } = services.database;
  const [known] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.name, name))
    .orderBy(asc(accounts.createdAt))
    .limit(1);
  if (known !== undefined) return known.id;
  const id = newId("ac");
  await db.insert(accounts).values({ id, name });
  return id;
}
