import type { Database } from "#database/connect.ts";
import { dayOf, reserveAhead, settle, type Reservation, type Spending } from "./token-reservations.ts";

/** A show says something again within this time, or what is held for it runs out. */
const HELD_MS = 120_000;
/** Of one show: each of its languages has a call under way, and one more may begin. */
const HELD_MAX = 4;
/** Sentences are of all lengths: the next one's tokens are rounded up to this. */
const STEP_TOKENS = 500;
/** Nothing is held ahead where fewer such calls than these are left: there each token counts. */
const CALLS_LEFT_MIN = 20;

/** What this process holds for the next calls of shows that go on: no caption waits for the books. */
const held = new WeakMap<Database, Set<Reservation>>();

export function takeAhead(database: Database, { accountId, showId, tokens, deadlineMs }: Spending): Reservation | undefined {
  const now = Date.now();
  for (const ahead of held.get(database) ?? []) {
    const isOurs = ahead.accountId === accountId && ahead.showId === showId;
    if (!isOurs || ahead.tokens < tokens || ahead.day !== dayOf(now) || ahead.expiresAt.getTime() < now + deadlineMs) continue;
    held.get(database)?.delete(ahead);
    return ahead;
  }
  return undefined;
}

/** After a call of a show: holds for its next one. `spent`: what is used and held of the day and of the show. */
export async function holdAhead(database: Database, spending: Spending, spent: { day: number; show: number }): Promise<void> {
  const { showId, dailyTokens, showTokens = Infinity } = spending;
  const all = held.get(database) ?? new Set();
  held.set(database, all);
  for (const ahead of all) {
    if (ahead.expiresAt.getTime() > Date.now()) continue;
    all.delete(ahead);
    await settle(database, ahead, 0);
  }
  const tokens = Math.ceil(spending.tokens / STEP_TOKENS) * STEP_TOKENS;
  const left = Math.min(dailyTokens - spent.day, showTokens - spent.show);
  if (left < CALLS_LEFT_MIN * tokens || [...all].filter((ahead) => ahead.showId === showId).length >= HELD_MAX) return;
  const ahead = await reserveAhead(database, spending, { tokens, forMs: HELD_MS });
  if (ahead !== undefined) all.add(ahead);
}
