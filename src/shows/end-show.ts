import { and, eq, sql } from "#database/drizzle.ts";
import { shows } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { announceEnd } from "#live/caption-channel.ts";
import { commentsChannel } from "./read-comments.ts";
import { showOfRow } from "./show-of-row.ts";
import type { Show } from "./show.ts";

/** Ends a show: nothing more can be said in it, and its viewers are told. Ending it again changes nothing. Throws `show_not_found`. */
export async function endShow(services: Services, accountId: string, showId: string): Promise<Show> {
  const [row] = await services.database.db
    .update(shows)
    .set({ status: "ended", endedAt: sql`coalesce(${shows.endedAt}, now())` })
    .where(and(eq(shows.id, showId), eq(shows.accountId, accountId)))
    .returning();
  if (row === undefined) throw new AppError("show_not_found", { showId });
  announceEnd(services, showId, row.languages);
  void services.bus.publish(commentsChannel(showId), "").catch(() => {});
  return showOfRow(services, row);
}
