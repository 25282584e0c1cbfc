import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "#database/drizzle.ts";
import { cues, streams } from "#database/schema.ts";
import type { Services } from "#services.ts";
import type { Replies } from "./answer-by-cards.ts";
import { cueOfRow, type CueRow } from "./cue-of-row.ts";
import { readSentence } from "./read-sentence.ts";
import type { PreparedLine } from "./show.ts";

/** A sentence that was said, as its captions now are. `prepared`: the line it was, as that was written; `texts`: in the languages it was told in. */
export type SaidOnAir = { vi: string; line: string | undefined; prepared: string | undefined; texts: Replies };

/** Free talk further back is not looked at: a seller says a price again and again. */
const SENTENCES_MAX = 200;
const NUMBERS = String.raw`\d|nghìn|ngàn|trăm|triệu|chục|mươi|còn|hết|cháy`;

/** What of a show may have changed a number: each prepared line as it was last said, and the last sentences with one, in order. */
export async function readOnAir(
  services: Pick<Services, "database">,
  showId: string,
  lines: readonly PreparedLine[],
): Promise<SaidOnAir[]> {
  const { rows } = await services.database.db.execute<CueRow & { texts: Replies | null }>(sql`
    with last as (
      select distinct on (cue) * from ${cues} where show_id = ${showId} and language = 'vi' order by cue, rev desc
    ), placed as (
      select *, row_number() over (partition by coalesce(line, '') order by start_ms desc, seq desc) as place
      from last where status = 'final' and (line is not null or text ~* ${NUMBERS})
    ), said as materialized (
      select * from placed where place = 1 or (line is null and place <= ${SENTENCES_MAX})
    )
    select said.*, (
      select json_object_agg(told.language, told.text) from ${streams} as stream, lateral (
        select language, text, status, provenance from ${cues}
        where show_id = ${showId} and language = stream.language and cue = said.cue order by rev desc limit 1
      ) as told where stream.show_id = ${showId} and told.status = 'final' and told.provenance <> 'source'
    ) as texts
    from said order by start_ms, seq`);
  const written = new Map(lines.map(({ id, vi }) => [id, vi]));
  const said = rows.map((row) => {
    const { text, line } = cueOfRow(row);
    return { vi: text, line, prepared: line === undefined ? undefined : written.get(line), texts: row.texts ?? {} };
  });
  // Read one by one, so that captions do not wait for two hundred.
  for (const { vi, prepared } of said) {
    readSentence(vi).readAll();
    if (prepared !== undefined) void readSentence(prepared).amounts;
    await nextTurn();
  }
  return said;
}
