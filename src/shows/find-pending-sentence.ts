import { and, arrayContains, desc, eq, lt } from "drizzle-orm";
import { segments, shows } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { JobPayload } from "#jobs/contract.ts";
import type { Services } from "#services.ts";
import type { GlossaryTerm } from "./show.ts";

/** A sentence that still waits for a language, with what a translator may know of it. */
export type PendingSentence = {
  accountId: string;
  language: Language;
  cue: string;
  text: string;
  startMs: number;
  endMs: number;
  receivedAtMs: number;
  glossary: readonly GlossaryTerm[];
  /** The sentences said just before, oldest first. */
  context: string[];
};

const CONTEXT_SENTENCES = 2;

/** Undefined where it waits for nothing any more. */
export async function findPendingSentence(
  services: Services,
  { showId, segmentId, language }: JobPayload<"caption.translate">,
): Promise<PendingSentence | undefined> {
  const { db } = services.database;
  const [row] = await db
    .select({ segment: segments, accountId: shows.accountId, glossary: shows.glossary })
    .from(segments)
    .innerJoin(shows, eq(shows.id, segments.showId))
    .where(and(eq(segments.showId, showId), eq(segments.id, segmentId), arrayContains(segments.pending, [language])));
  if (row === undefined || row.segment.cue === null) return undefined;
  const { cue, text, startMs, endMs, receivedAt } = row.segment;
  const before = services.model === undefined ? [] : await sentencesBefore(services, showId, receivedAt);
  const { accountId, glossary } = row;
  return { accountId, language, cue, text, startMs, endMs, receivedAtMs: receivedAt.getTime(), glossary, context: before.toReversed() };
}

async function sentencesBefore(services: Services, showId: string, receivedAt: Date): Promise<string[]> {
  const rows = await services.database.db
    .select({ text: segments.text, dropped: segments.dropped })
    .from(segments)
    .where(and(eq(segments.showId, showId), eq(segments.final, true), lt(segments.receivedAt, receivedAt)))
    .orderBy(desc(segments.receivedAt))
    .limit(2 * CONTEXT_SENTENCES);
  return rows
    .filter(({ dropped }) => dropped === null)
    .slice(0, CONTEXT_SENTENCES)
    .map(({ text }) => text);
}
