import { z } from "zod";
import { readCursor, writeCursor } from "#database/cursor.ts";
import { sql } from "#database/drizzle.ts";
import { cues, segments } from "#database/schema.ts";
import { languageSchema } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { PROVENANCES } from "./cue.ts";
import { findShowRow } from "./find-show.ts";

export const madeCorrectionSchema = z
  .object({
    cue: z.string(),
    language: languageSchema,
    /** What was heard, as it came. */
    said: z.string(),
    /** What stood there before, and where that came from; null where nothing did yet. */
    before: z.string().nullable(),
    provenance: z.enum(PROVENANCES).nullable(),
    /** What a person put in its place. */
    after: z.string(),
    /** Id of the prepared line it was found to be, or of the first of two. */
    line: z.string().nullable(),
    correctedAt: z.iso.datetime(),
    /** Whether the sentence, in all its languages, goes into the next show as a line. */
    taken: z.boolean(),
  })
  .meta({ id: "MadeCorrection" });
export type MadeCorrection = z.infer<typeof madeCorrectionSchema>;

type Row = Omit<MadeCorrection, "correctedAt" | "taken"> & { corrected_at: string; id: string };

/**
 * What people changed in a show's captions and did not take back, the latest first, `limit` at a time: the last of their words against the
 * last that were not theirs. Throws `show_not_found`.
 */
export async function listCorrections(
  services: Services,
  accountId: string,
  showId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: MadeCorrection[]; nextCursor?: string }> {
  const { takenOver } = await findShowRow(services, accountId, showId);
  const from = page.cursor === undefined ? undefined : readCursor(page.cursor);
  const { rows } = await services.database.db.execute<Row>(sql`
    with last as (
      select distinct on (language, cue) * from ${cues} where show_id = ${showId} order by language, cue, rev desc
    ), made as (
      select last.cue, last.language, s.text as said, stood.text as before, stood.provenance, last.text as after, last.line,
        last.created_at, last.cue || '_' || last.language as id
      from last
      join ${segments} s on s.show_id = ${showId} and s.cue = last.cue
      left join lateral (
        select b.text, b.provenance from ${cues} b
        where b.show_id = ${showId} and b.language = last.language and b.cue = last.cue and b.provenance <> 'human'
        order by b.rev desc limit 1
      ) as stood on true
      where last.status = 'final' and last.provenance = 'human' and stood.text is distinct from last.text
    )
    select cue, language, said, before, provenance, after, line, created_at as corrected_at, id from made
    ${from === undefined ? sql`` : sql`where (created_at, id) < (${from.createdAt.toISOString()}::timestamptz, ${from.id})`}
    order by created_at desc, id desc
    limit ${page.limit + 1}`);
  const shown = rows.slice(0, page.limit);
  const next = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ corrected_at: correctedAt, id: _id, ...correction }) => ({
      ...correction,
      correctedAt: new Date(correctedAt).toISOString(),
      taken: takenOver.includes(correction.cue),
    })),
    ...(next && { nextCursor: writeCursor({ createdAt: new Date(next.corrected_at), id: next.id }) }),
  };
}
