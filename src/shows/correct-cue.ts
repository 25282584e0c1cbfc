import { and, desc, eq, sql } from "#database/drizzle.ts";
import { cues, segments } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import type { Cue } from "./cue.ts";
import { findShowRow } from "./find-show.ts";
import { publishCues } from "./publish-cues.ts";

/**
 * A person's own words for a caption in one language, on every screen and in every export. A translation still under way
 * comes too late. Throws `show_not_found` or `cue_not_found`.
 */
export async function correctCue(
  services: Services,
  accountId: string,
  showId: string,
  cue: string,
  { language, text }: { language: Language; text: string },
): Promise<Cue> {
  const show = await findShowRow(services, accountId, showId);
  const [segment] = await services.database.db
    .update(segments)
    .set({ pending: sql`array_remove(${segments.pending}, ${language})` })
    .where(and(eq(segments.showId, showId), eq(segments.cue, cue), eq(segments.final, true)))
    .returning();
  if (segment === undefined || !show.languages.includes(language)) throw new AppError("cue_not_found", { showId, cue });
  const [shown] = await services.database.db
    .select({ line: cues.line })
    .from(cues)
    .where(and(eq(cues.showId, showId), eq(cues.cue, cue), eq(cues.language, language)))
    .orderBy(desc(cues.rev))
    .limit(1);
  const corrected = {
    cue,
    language,
    rev: "next" as const,
    text,
    provenance: "human" as const,
    line: shown?.line ?? undefined,
    startMs: segment.startMs,
    endMs: segment.endMs,
    receivedAtMs: Date.now(),
  };
  const [published] = await publishCues(services, showId, [corrected], { glossary: show.glossary });
  if (published === undefined) throw new Error("a revision above the last was not published");
  return published;
}
