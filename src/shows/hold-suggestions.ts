import { eq, sql } from "#database/drizzle.ts";
import { shows, streams } from "#database/schema.ts";
import type { JobPayload } from "#jobs/contract.ts";
import type { Services } from "#services.ts";
import { renewSuggestions } from "./renew-suggestions.ts";

/** Job `suggestions.hold`: holds a show's suggestions, open or sent, against what it has said by now. */
export async function holdSuggestions(services: Services, { showId }: JobPayload<"suggestions.hold">): Promise<void> {
  const { db } = services.database;
  const [said] = await db
    .select({ captions: sql`coalesce(sum(${streams.seq}), 0)`.mapWith(Number) })
    .from(streams)
    .where(eq(streams.showId, showId));
  await renewSuggestions(services, showId);
  // What was said meanwhile is above this count: it is looked at next time.
  await db
    .update(shows)
    .set({ suggestionsAsOf: said?.captions ?? 0 })
    .where(eq(shows.id, showId));
}
