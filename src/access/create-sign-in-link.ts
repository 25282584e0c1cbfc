import type { Services } from "#services.ts";
import { insertSecret } from "./session-secret.ts";

/** A secret for `/sign-in?token=` that opens one browser session of an account, once, within a day. */
export async function createSignInLink(services: Pick<Services, "database">, accountId: string): Promise<string> {
  return insertSecret(services.database.db, "link", accountId);
}
