import { and, eq, sql } from "#database/drizzle.ts";
import { comments, shows, streams } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { renewSuggestions } from "./renew-suggestions.ts";

/** Job `suggestions.renew`: finds shows under way that have said, corrected or taken back something since their open suggestions were looked at. */
export async function renewStaleSuggestions(services: Services): Promise<void> {
  const { db } = services.database;
  const captions = sql`(select coalesce(sum(seq), 0) from ${streams} where show_id = ${shows.id})`;
  const waits = sql`exists (select 1 from ${comments} where show_id = ${shows.id} and basis is not null and replied is null and same_as is null)`;
  const stale = await db
    .select({ showId: shows.id, asOf: captions.mapWith(Number) })
    .from(shows)
    .where(and(eq(shows.status, "open"), waits, sql`${shows.suggestionsAsOf} <> ${captions}`));
  for (const { showId, asOf } of stale) {
    await renewSuggestions(services, showId);
    // What was said meanwhile is above this count: it is looked at next time.
    await db.update(shows).set({ suggestionsAsOf: asOf }).where(eq(shows.id, showId));
  }
}
