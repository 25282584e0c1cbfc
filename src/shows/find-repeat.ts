import { and, eq } from "#database/drizzle.ts";
import { segments } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "./find-show.ts";
import type { Heard } from "./say-segment.ts";
import type { SegmentRequest } from "./show.ts";

/**
 * The answer to a final that was heard before. Throws `show_not_found`, or for anything new `show_ended` in a show that is
 * over and `mic_taken` where another device speaks.
 */
export async function findRepeat(
  services: Services,
  accountId: string,
  showId: string,
  { id: segmentId, device }: Pick<SegmentRequest, "id" | "device">,
): Promise<Heard> {
  const show = await findShowRow(services, accountId, showId);
  const [heard] = await services.database.db
    .select({ cue: segments.cue, dropped: segments.dropped, final: segments.final })
    .from(segments)
    .where(and(eq(segments.showId, showId), eq(segments.id, segmentId)));
  if (heard?.final !== true) {
    if (show.status === "open" && device !== undefined && show.micDevice !== device) throw new AppError("mic_taken", { showId });
    if (heard === undefined || show.status === "ended") throw new AppError("show_ended", { showId });
  }
  return { segmentId, cueId: heard.cue, ...(heard.dropped !== null && { dropped: heard.dropped }) };
}
