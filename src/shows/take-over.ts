import { and, eq, exists, sql } from "#database/drizzle.ts";
import { cues, shows } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "./find-show.ts";

/** Takes a corrected sentence over into the next show, or leaves it. Throws `show_not_found`, or `cue_not_found` where nobody corrected it. */
export async function takeOver(services: Services, accountId: string, showId: string, cue: string, taken: boolean): Promise<void> {
  const { db } = services.database;
  const corrected = db
    .select({ cue: cues.cue })
    .from(cues)
    .where(and(eq(cues.showId, showId), eq(cues.cue, cue), eq(cues.provenance, "human")));
  const without = sql`array_remove(${shows.takenOver}, ${cue})`;
  const [changed] = await db
    .update(shows)
    .set({ takenOver: taken ? sql`array_append(${without}, ${cue})` : without })
    .where(and(eq(shows.id, showId), eq(shows.accountId, accountId), exists(corrected)))
    .returning({ id: shows.id });
  if (changed !== undefined) return;
  await findShowRow(services, accountId, showId);
  throw new AppError("cue_not_found", { showId, cue });
}
