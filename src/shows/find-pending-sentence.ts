import { and, arrayContains, eq, sql } from "#database/drizzle.ts";
import { segments, shows } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { JobPayload } from "#jobs/contract.ts";
import type { Services } from "#services.ts";

/** A sentence that still waits for a language. */
export type PendingSentence = {
  accountId: string;
  showId: string;
  glossaryVersion: number;
  language: Language;
  cue: string;
  text: string;
  startMs: number;
  endMs: number;
  receivedAtMs: number;
  /** What interims showed in this language and took back, in its units. */
  erased: number;
  /** The sentences said just before, oldest first. */
  before: string[];
};

const CONTEXT_SENTENCES = 2;
/** Of a speech without a full stop the end says enough. */
const CONTEXT_CHARACTERS_MAX = 300;

/** Undefined where it waits for nothing any more. One statement: a caption waits for it. */
export async function findPendingSentence(
  services: Services,
  { showId, segmentId, language }: JobPayload<"caption.translate">,
): Promise<PendingSentence | undefined> {
  const { db } = services.database;
  const before = sql<string[]>`array(
    select right(b.text, ${CONTEXT_CHARACTERS_MAX}) from (
      select e.text, e.received_at from ${segments} e
      where e.show_id = ${segments.showId} and e.final and e.dropped is null and e.received_at < ${segments.receivedAt}
      order by e.received_at desc limit ${CONTEXT_SENTENCES}
    ) b order by b.received_at
  )`;
  const [row] = await db
    .select({ segment: segments, accountId: shows.accountId, glossaryVersion: shows.glossaryVersion, before })
    .from(segments)
    .innerJoin(shows, eq(shows.id, segments.showId))
    .where(and(eq(segments.showId, showId), eq(segments.id, segmentId), arrayContains(segments.pending, [language])));
  if (row === undefined || row.segment.cue === null) return undefined;
  const { cue, text, startMs, endMs, receivedAt, erased } = row.segment;
  const said = { cue, text, startMs, endMs, receivedAtMs: receivedAt.getTime(), erased: erased[language] ?? 0 };
  return { ...said, accountId: row.accountId, glossaryVersion: row.glossaryVersion, before: row.before, showId, language };
}
