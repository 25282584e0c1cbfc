import { and, eq } from "#database/drizzle.ts";
import { segments } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "./find-show.ts";
import { readRecord } from "./read-record.ts";
import { publishCues } from "./publish-cues.ts";

/**
 * Takes a caption back in every language; translations still under way are dropped. `joined`: its words stand in another one now.
 * Throws `show_not_found` or `cue_not_found`.
 */
export async function retractCue(services: Services, accountId: string, showId: string, cue: string, joined = false): Promise<void> {
  const show = await findShowRow(services, accountId, showId);
  const [segment] = await services.database.db
    .update(segments)
    .set({ pending: [], ...(joined && { joined }) })
    .where(and(eq(segments.showId, showId), eq(segments.cue, cue), eq(segments.final, true)))
    .returning();
  if (segment === undefined) throw new AppError("cue_not_found", { showId, cue });
  const shown = (await Promise.all(show.languages.map((language) => readRecord(services, showId, language, { cue })))).flat();
  const retracted = shown
    .filter(({ status }) => status !== "retracted")
    .map(({ language, provenance, line, startMs, endMs }) => ({
      cue,
      language,
      rev: "next" as const,
      text: "",
      status: "retracted" as const,
      provenance,
      line,
      startMs,
      endMs,
      receivedAtMs: Date.now(),
    }));
  await publishCues(services, showId, retracted);
}
