import { sql } from "#database/drizzle.ts";
import { shows } from "#database/schema.ts";
import type { Services } from "#services.ts";

/** The last show with a story that leaves something to the next besides stories, and how much. */
export type EarlierShow = { id: string; title: string; lines: number; terms: number };

/** Further back nobody goes on. */
const SHOWS_MAX = 10;

/** Undefined where there was none lately. */
export async function findEarlierShow(services: Services, accountId: string, storyId: string): Promise<EarlierShow | undefined> {
  const { rows } = await services.database.db.execute<EarlierShow>(sql`
    select id, title, lines, terms
    from (
      select id, title, created_at, lines as told, jsonb_array_length(glossary) as terms, cardinality(taken_over) + (
        select count(*)::int from jsonb_array_elements(lines) as line where line ->> 'id' !~ '^st_[0-9a-z]+\\.'
      ) as lines
      from ${shows} where account_id = ${accountId} order by created_at desc, id desc limit ${SHOWS_MAX}
    ) as lately
    where lines + terms > 0
      and exists (select 1 from jsonb_array_elements(told) as line where starts_with(line ->> 'id', ${`${storyId}.`}))
    order by created_at desc, id desc
    limit 1`);
  return rows[0];
}
