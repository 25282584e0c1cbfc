import { keys, type Scope } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { hashSecret, makeKey } from "./key-format.ts";

export type NewKey = { id: string; key: string; name: string; scopes: Scope[] };

/** Makes a key of an account. `key` is in this answer and nowhere else: only its hash is stored. */
export async function createKey(
  services: Pick<Services, "database">,
  accountId: string,
  request: { name: string; scopes: readonly Scope[] },
): Promise<NewKey> {
  const { id, key } = makeKey();
  const scopes = [...new Set(request.scopes)];
  await services.database.db.insert(keys).values({ id, accountId, name: request.name, hash: hashSecret(key), scopes });
  return { id, key, name: request.name, scopes };
}
