import { and, eq, gt, isNull, lt, or, sql } from "#database/drizzle.ts";
import { relays, streams } from "#database/schema.ts";
import type { Services } from "#services.ts";

const RELAYS_AT_ONCE_MAX = 500;

/** Job `relays.ring`: asks for every relay that has captions left to send, is due, and that nobody is sending. */
export async function ringRelays(services: Services): Promise<void> {
  const due = await services.database.db
    .select({ id: relays.id })
    .from(relays)
    .innerJoin(streams, and(eq(streams.showId, relays.showId), eq(streams.language, relays.language)))
    .where(
      and(
        eq(relays.status, "active"),
        gt(streams.seq, relays.deliveredSeq),
        lt(relays.nextTryAt, sql`now()`),
        or(isNull(relays.leasedUntil), lt(relays.leasedUntil, sql`now()`)),
      ),
    )
    .orderBy(relays.nextTryAt)
    .limit(RELAYS_AT_ONCE_MAX);
  for (const { id } of due) await services.jobs.enqueue("captions.relay", { relayId: id });
}
