import { and, eq } from "#database/drizzle.ts";
import { shows } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { showOfRow } from "./show-of-row.ts";
import type { Show } from "./show.ts";

/** A show with its links. Throws `show_not_found`, also for another account's. */
export async function findShow(services: Services, accountId: string, showId: string): Promise<Show> {
  return showOfRow(services, await findShowRow(services, accountId, showId));
}

/** The stored show itself. Throws `show_not_found`, also for another account's. */
export async function findShowRow(services: Services, accountId: string, showId: string): Promise<typeof shows.$inferSelect> {
  const [row] = await services.database.db
    .select()
    .from(shows)
    .where(and(eq(shows.id, showId), eq(shows.accountId, accountId)));
  if (row === undefined) throw new AppError("show_not_found", { showId });
  return row;
}
