import { and, eq, sql } from "#database/drizzle.ts";
import { shows } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { showOfRow } from "./show-of-row.ts";
import type { Show } from "./show.ts";

/** Revokes every link of a show that was handed out and makes new ones. Throws `show_not_found`. */
export async function renewTokens(services: Services, accountId: string, showId: string): Promise<Show> {
  const [row] = await services.database.db
    .update(shows)
    .set({ tokenVersion: sql`${shows.tokenVersion} + 1` })
    .where(and(eq(shows.id, showId), eq(shows.accountId, accountId)))
    .returning();
  if (row === undefined) throw new AppError("show_not_found", { showId });
  return showOfRow(services, row);
}
