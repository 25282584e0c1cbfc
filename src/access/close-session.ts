import { eq } from "#database/drizzle.ts";
import { sessions } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { hashSecret } from "./key-format.ts";

/** Signs a browser out. */
export async function closeSession(services: Pick<Services, "database">, sessionSecret: string): Promise<void> {
  await services.database.db.delete(sessions).where(eq(sessions.hash, hashSecret(sessionSecret)));
}
