import { and, eq } from "#database/drizzle.ts";
import { relays } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "#shows/find-show.ts";

/** Sends captions there no more. Throws `show_not_found` or `relay_not_found`. */
export async function removeRelay(services: Services, accountId: string, showId: string, relayId: string): Promise<void> {
  await findShowRow(services, accountId, showId);
  const removed = await services.database.db
    .delete(relays)
    .where(and(eq(relays.id, relayId), eq(relays.showId, showId)))
    .returning({ id: relays.id });
  if (removed.length === 0) throw new AppError("relay_not_found", { showId, relayId });
}
