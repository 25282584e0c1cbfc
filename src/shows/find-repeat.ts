import { and, eq } from "drizzle-orm";
import { segments } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "./find-show.ts";
import type { Heard } from "./say-segment.ts";

/** The answer to a final that was heard before. Throws `show_not_found`, or `show_ended` for anything new in a show that is over. */
export async function findRepeat(services: Services, accountId: string, showId: string, segmentId: string): Promise<Heard> {
  const show = await findShowRow(services, accountId, showId);
  const [heard] = await services.database.db
    .select({ cue: segments.cue, dropped: segments.dropped, final: segments.final })
    .from(segments)
    .where(and(eq(segments.showId, showId), eq(segments.id, segmentId)));
  if (heard === undefined || (!heard.final && show.status === "ended")) throw new AppError("show_ended", { showId });
  return { segmentId, cueId: heard.cue, ...(heard.dropped !== null && { dropped: heard.dropped }) };
}
