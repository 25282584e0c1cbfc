import { sql } from "#database/drizzle.ts";
import { cues } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { cueOfRow, type CueRow } from "./cue-of-row.ts";
import type { Cue } from "./cue.ts";

type Part = { showId: string; language: Language; beforeMs: number; limit: number };

/** The last `limit` captions that began before a moment of the show, as they now are, oldest first. `more`: there are earlier ones. */
export async function readEarlier(
  services: Pick<Services, "database">,
  { showId, language, beforeMs, limit }: Part,
): Promise<{ cues: Cue[]; more: boolean }> {
  const { rows } = await services.database.db.execute<CueRow>(sql`
    select * from (
      select distinct on (cue) language, seq, cue, rev, text, lines, status, line, provenance, start_ms, end_ms,
        min(seq) over (partition by cue) as first_seq
      from ${cues}
      where show_id = ${showId} and language = ${language} and start_ms < ${beforeMs}
      order by cue, rev desc
    ) as last
    where status = 'final'
    order by start_ms desc, first_seq desc
    limit ${limit + 1}`);
  return { cues: rows.slice(0, limit).map(cueOfRow).toReversed(), more: rows.length > limit };
}
