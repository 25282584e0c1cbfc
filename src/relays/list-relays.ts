import { asc, eq } from "#database/drizzle.ts";
import { relays } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "#shows/find-show.ts";
import { relayOfRow } from "./relay-of-row.ts";
import type { Relay } from "./relay.ts";

/** A show's relays, oldest first. Throws `show_not_found`. */
export async function listRelays(services: Services, accountId: string, showId: string): Promise<Relay[]> {
  await findShowRow(services, accountId, showId);
  const rows = await services.database.db
    .select()
    .from(relays)
    .where(eq(relays.showId, showId))
    .orderBy(asc(relays.createdAt), asc(relays.id));
  return rows.map(relayOfRow);
}
