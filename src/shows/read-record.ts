import { sql } from "#database/drizzle.ts";
import { cues } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { cueOfRow, type CueRow } from "./cue-of-row.ts";
import type { Cue } from "./cue.ts";

type Part = { cue?: string; startMs?: { from: number; to: number } };

/** The captions of a show in one language as they last were, retracted ones included, in the order they were said; or a part of them. */
export async function readRecord(services: Services, showId: string, language: Language, { cue, startMs }: Part = {}): Promise<Cue[]> {
  const { rows } = await services.database.db.execute<CueRow>(sql`
    select * from (
      select distinct on (cue) language, seq, cue, rev, text, lines, status, line, provenance, start_ms, end_ms,
        min(seq) over (partition by cue) as first_seq
      from ${cues}
      where show_id = ${showId} and language = ${language} ${cue === undefined ? sql`` : sql`and cue = ${cue}`}
        ${startMs === undefined ? sql`` : sql`and start_ms between ${startMs.from} and ${startMs.to}`}
      order by cue, rev desc
    ) as last
    order by start_ms, first_seq`);
  return rows.map(cueOfRow);
}
