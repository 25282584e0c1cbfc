import { sql } from "#database/drizzle.ts";
import { comments, shows, streams } from "#database/schema.ts";
import type { Services } from "#services.ts";

/**
 * Job `suggestions.renew`: finds shows under way that have said, corrected or taken back something since their suggestions
 * were looked at. Each is looked at by itself: three hundred of them hold up nothing that comes round here.
 */
export async function renewStaleSuggestions(services: Services): Promise<void> {
  const { rows } = await services.database.db.execute<{ id: string }>(sql`
    select show.id from ${shows} as show
    cross join lateral (select coalesce(sum(seq), 0) as captions from ${streams} where show_id = show.id) as said
    where show.status = 'open' and show.suggestions_as_of <> said.captions
      and exists (select 1 from ${comments} where show_id = show.id and basis is not null and same_as is null and (replied is null or suggested ? replied))`);
  for (const { id } of rows) await services.jobs.enqueue("suggestions.hold", { showId: id });
}
