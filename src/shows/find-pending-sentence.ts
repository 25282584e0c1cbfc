import { and, arrayContains, desc, eq, lt } from "#database/drizzle.ts";
import { segments, shows } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { JobPayload } from "#jobs/contract.ts";
import { nameOf } from "#lexicon/lexicon.ts";
import type { Services } from "#services.ts";
import type { GlossaryTerm } from "./show.ts";
import { showLines } from "./show-lines.ts";

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
};

/** What a translator may know of a sentence. */
export type SentenceContext = {
  glossary: readonly GlossaryTerm[];
  /** What the show sells, in the language asked for. */
  products: string[];
  /** The sentences said just before, oldest first. */
  before: string[];
};

const CONTEXT_SENTENCES = 2;
/** Of a speech without a full stop the end says enough. */
const CONTEXT_CHARACTERS_MAX = 300;

/** Undefined where it waits for nothing any more. */
export async function findPendingSentence(
  services: Services,
  { showId, segmentId, language }: JobPayload<"caption.translate">,
): Promise<PendingSentence | undefined> {
  const [row] = await services.database.db
    .select({ segment: segments, accountId: shows.accountId, glossaryVersion: shows.glossaryVersion })
    .from(segments)
    .innerJoin(shows, eq(shows.id, segments.showId))
    .where(and(eq(segments.showId, showId), eq(segments.id, segmentId), arrayContains(segments.pending, [language])));
  if (row === undefined || row.segment.cue === null) return undefined;
  const { cue, text, startMs, endMs, receivedAt, erased } = row.segment;
  const said = { cue, text, startMs, endMs, receivedAtMs: receivedAt.getTime(), erased: erased[language] ?? 0 };
  return { ...said, accountId: row.accountId, glossaryVersion: row.glossaryVersion, showId, language };
}

/** The show's words and what was said just before. */
export async function findSentenceContext(
  services: Services,
  { accountId, showId, glossaryVersion, language, receivedAtMs }: PendingSentence,
): Promise<SentenceContext> {
  const [{ glossary, products }, before] = await Promise.all([
    showLines(services, accountId, showId, glossaryVersion),
    sentencesBefore(services, showId, new Date(receivedAtMs)),
  ]);
  return { glossary, products: products.flatMap((id) => nameOf(id, language) ?? []), before };
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
    .map(({ text }) => text.slice(-CONTEXT_CHARACTERS_MAX))
    .toReversed();
}
