import { and, eq, lt, sql } from "#database/drizzle.ts";
import { sessions } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { hashSecret } from "./key-format.ts";
import { insertSecret } from "./session-secret.ts";

/** Trades a sign-in link's secret for a session's. undefined when the link is unknown, used or too old; of two who race with it, one gets in. */
export async function openSession(services: Pick<Services, "database">, linkSecret: string): Promise<string | undefined> {
  return services.database.db.transaction(async (transaction) => {
    await transaction.delete(sessions).where(lt(sessions.expiresAt, sql`now()`));
    const [link] = await transaction
      .delete(sessions)
      .where(and(eq(sessions.hash, hashSecret(linkSecret)), eq(sessions.kind, "link")))
      .returning({ accountId: sessions.accountId });
    return link && insertSecret(transaction, "session", link.accountId);
  });
}
