import { and, lt, ne, sql } from "#database/drizzle.ts";
import { segments } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { CAPTION_DEADLINE_MS, CAPTION_REVISION_MS } from "./caption-deadline.ts";
import { publishCues } from "./publish-cues.ts";

/** A second after the deadline, so that whoever is at work has had their time. */
const FORGOTTEN_MS = CAPTION_DEADLINE_MS + 1_000;
const SENTENCES_AT_ONCE_MAX = 200;

/** Finds sentences that nobody finished: asks for their translations again, and shows the original of those past help. */
export async function recoverCaptions(services: Services): Promise<void> {
  const forgotten = await services.database.db
    .select()
    .from(segments)
    .where(and(ne(segments.pending, sql`'{}'`), lt(segments.receivedAt, new Date(Date.now() - FORGOTTEN_MS))))
    .orderBy(segments.receivedAt)
    .limit(SENTENCES_AT_ONCE_MAX);
  for (const { showId, id, cue, text, pending, startMs, endMs, receivedAt } of forgotten) {
    if (cue === null) continue;
    const pastHelp = Date.now() - receivedAt.getTime() >= CAPTION_REVISION_MS;
    for (const language of pending) {
      if (!pastHelp && language !== "vi") {
        await services.jobs.enqueue("caption.translate", { showId, segmentId: id, language });
        continue;
      }
      const provenance = language === "vi" ? "speech" : "source";
      const original = { cue, language, rev: 1, text, provenance, startMs, endMs, receivedAtMs: receivedAt.getTime() } as const;
      await publishCues(services, showId, [original], { claimSegmentId: id });
    }
  }
}
