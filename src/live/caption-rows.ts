import { and, asc, between, desc, eq, inArray, sql } from "#database/drizzle.ts";
import { cues, segments, shows, streams } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import type { Cue } from "#shows/cue.ts";

/** Where a room's rows stand. `ended`: the show is over and nothing is still to come. */
export type RoomHead = { epoch: string; seq: number; ended: boolean };

const PENDING_AFTER_END = sql<boolean>`exists (select 1 from ${segments} where ${segments.showId} = ${shows.id} and ${streams.language} = any(${segments.pending}))`;
const head = {
  showId: streams.showId,
  language: streams.language,
  epoch: shows.epoch,
  seq: streams.seq,
  ended: sql<boolean>`${shows.status} = 'ended' and not ${PENDING_AFTER_END}`,
};

/** Throws `show_not_found`, and `not_found` for a language that the show does not have. */
export async function readRoomHead(services: Services, showId: string, language: Language): Promise<RoomHead> {
  const rows = await services.database.db
    .select(head)
    .from(streams)
    .innerJoin(shows, eq(shows.id, streams.showId))
    .where(eq(streams.showId, showId));
  if (rows.length === 0) throw new AppError("show_not_found", { showId });
  const row = rows.find((one) => one.language === language);
  if (row === undefined) throw new AppError("not_found", { showId, language });
  return row;
}

/** The heads of all rooms of these shows, by `<show>:<language>`. */
export async function readRoomHeads(services: Services, showIds: readonly string[]): Promise<Map<string, RoomHead>> {
  const rows = await services.database.db
    .select(head)
    .from(streams)
    .innerJoin(shows, eq(shows.id, streams.showId))
    .where(inArray(streams.showId, [...showIds]));
  return new Map(rows.map((row) => [`${row.showId}:${row.language}`, row]));
}

/** The largest number a row can have. */
export const LAST_SEQ = 2_147_483_647;

/** Events `from` to `to`, both included, in order. */
export async function readCaptionRows(services: Services, showId: string, language: Language, from: number, to: number): Promise<Cue[]> {
  const rows = await services.database.db
    .select()
    .from(cues)
    .where(and(eq(cues.showId, showId), eq(cues.language, language), between(cues.seq, from, to)))
    .orderBy(asc(cues.seq));
  return rows.map(cueOf);
}

/** The last `count` captions as they now are, retracted ones left out, in the order they were said. */
export async function readLastCaptions(services: Services, showId: string, language: Language, count: number): Promise<Cue[]> {
  const last = services.database.db
    .selectDistinctOn([cues.cue])
    .from(cues)
    .where(and(eq(cues.showId, showId), eq(cues.language, language)))
    .orderBy(cues.cue, desc(cues.rev))
    .as("last");
  const rows = await services.database.db
    .select()
    .from(last)
    .where(eq(last.status, "final"))
    .orderBy(desc(last.startMs), desc(last.seq))
    .limit(count);
  return rows.map(cueOf).toReversed();
}

function cueOf(row: typeof cues.$inferSelect): Cue {
  const { cue, seq, rev, language, text, lines, status, line, provenance, startMs, endMs } = row;
  const told = { cue, seq, rev, language, text, lines, status, provenance, startMs, endMs };
  return line === null ? told : { ...told, line };
}
