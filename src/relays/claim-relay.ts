import { and, eq, isNull, lt, or, sql } from "#database/drizzle.ts";
import { relays, shows } from "#database/schema.ts";
import type { Services } from "#services.ts";
import type { RelayRow } from "./relay-of-row.ts";

/** Longer than the longest wait for two answers: nobody else sends meanwhile. */
const LEASE_SECONDS = 30;

export type ClaimedRelay = RelayRow & { openedAtMs: number; epoch: string; leasedUntil: Date };

/** Takes a relay that is due and that nobody holds, by compare-and-set. */
export async function claimRelay({ database }: Services, relayId: string): Promise<ClaimedRelay | undefined> {
  const [row] = await database.db
    .update(relays)
    .set({ leasedUntil: sql`now() + make_interval(secs => ${LEASE_SECONDS})` })
    .where(
      and(
        eq(relays.id, relayId),
        eq(relays.status, "active"),
        lt(relays.nextTryAt, sql`now()`),
        or(isNull(relays.leasedUntil), lt(relays.leasedUntil, sql`now()`)),
      ),
    )
    .returning();
  if (row === undefined || row.leasedUntil === null) return undefined;
  const [show] = await database.db.select({ createdAt: shows.createdAt, epoch: shows.epoch }).from(shows).where(eq(shows.id, row.showId));
  return show && { ...row, leasedUntil: row.leasedUntil, openedAtMs: show.createdAt.getTime(), epoch: show.epoch };
}

/** Saves how far a claimed relay came, and holds it for as long again. Undefined where somebody else holds it now, or it is gone. */
export async function keepRelay({ database }: Services, relay: ClaimedRelay, change: Partial<RelayRow>): Promise<ClaimedRelay | undefined> {
  const [kept] = await database.db
    .update(relays)
    .set({ leasedUntil: sql`now() + make_interval(secs => ${LEASE_SECONDS})`, ...change })
    .where(and(eq(relays.id, relay.id), eq(relays.leasedUntil, relay.leasedUntil)))
    .returning();
  return kept && { ...relay, ...kept, leasedUntil: kept.leasedUntil ?? relay.leasedUntil };
}
