import { and, eq, isNull, lt, or, sql } from "#database/drizzle.ts";
import { z } from "zod";
import { shows } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "./find-show.ts";
import { MIC_LEASE_MS } from "./mic.ts";

export const micSchema = z
  .object({
    /** Whose microphone is on: null where nobody's is. */
    device: z.string().nullable(),
    yours: z.boolean(),
    /** Until then it is theirs; every sentence puts it off. */
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Mic" });
export type Mic = z.infer<typeof micSchema>;

/** Takes a show's microphone for a device where it is free, and says whose it is. Throws `show_not_found` or `show_ended`. */
export async function takeMic(services: Services, accountId: string, showId: string, device: string): Promise<Mic> {
  const free = or(isNull(shows.micDevice), eq(shows.micDevice, device), lt(shows.micUntil, sql`now()`));
  const [taken] = await services.database.db
    .update(shows)
    .set({ micDevice: device, micUntil: sql`now() + ${MIC_LEASE_MS} * interval '1 millisecond'` })
    .where(and(eq(shows.id, showId), eq(shows.accountId, accountId), eq(shows.status, "open"), free))
    .returning();
  const row = taken ?? (await findShowRow(services, accountId, showId));
  if (row.status === "ended") throw new AppError("show_ended", { showId });
  return { device: row.micDevice, yours: row.micDevice === device, expiresAt: row.micUntil?.toISOString() ?? null };
}
