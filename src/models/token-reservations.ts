import { setImmediate as afterThis } from "node:timers/promises";
import type { Database, DatabaseConnection, Transaction } from "#database/connect.ts";
import { and, eq, lt, sql, type SQL } from "#database/drizzle.ts";
import { fixedStatement } from "#database/fixed-statement.ts";
import { showTokens, tokenReservations, tokenUsage } from "#database/schema.ts";
import { randomText } from "#ids.ts";
import { ModelError } from "./language-model.ts";

/** A reservation outlives its call's deadline by this much, then it counts no more: whoever held it is dead. */
const GRACE_MS = 60_000;

/** How much an account may use in a UTC day, and a show from beginning to end. */
export type TokenLimits = { dailyTokens: number; showTokens: number };
/** One call: at most `tokens`, for an account and maybe for one of its shows. */
export type Spending = {
  accountId: string;
  showId?: string | undefined;
  deadlineMs: number;
  tokens: number;
  dailyTokens: number;
  showTokens?: number;
  /** A caption waits for it, and the next such call comes soon. */
  goesOn?: boolean;
};
/** Tokens held for one call, until it is settled or runs out. `day`: in UTC. */
export type Reservation = { id: string; accountId: string; day: string; showId: string | undefined; tokens: number; expiresAt: Date };
type Refusal = "budget_spent" | "show_budget_spent";

/** Holds the most that a call may cost. Throws `ModelError("budget_spent")` or `ModelError("show_budget_spent")` where it does not fit. */
export async function reserve(database: Database, spending: Spending): Promise<Reservation> {
  const reservation = reservationOf(spending, spending.deadlineMs + GRACE_MS);
  if (await forShow(database, reservation, () => hold(database.db, reservation, limitsOf(spending)))) return reservation;
  await Promise.all(settlings);
  const refusal = await database.db.transaction((tx) => holdCounting(tx, reservation, limitsOf(spending)));
  if (refusal !== undefined) throw new ModelError(refusal);
  return reservation;
}

/** Holds tokens for the next such call of a show that goes on; undefined where they do not fit. */
export async function reserveAhead(database: Database, spending: Spending, { tokens, forMs }: { tokens: number; forMs: number }) {
  const reservation = { ...reservationOf(spending, forMs), tokens };
  return (await hold(database.db, reservation, limitsOf(spending))) ? reservation : undefined;
}

function reservationOf({ accountId, showId, tokens }: Spending, forMs: number): Reservation {
  const now = Date.now();
  return { id: randomText(20), accountId, day: dayOf(now), showId, tokens, expiresAt: new Date(now + forMs) };
}

/** The UTC day of a moment in milliseconds since 1970. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function limitsOf({ dailyTokens, showTokens: ofShow = Infinity }: Spending): TokenLimits {
  return { dailyTokens, showTokens: ofShow };
}

/** What a show asks for is live work. */
function forShow<T>(database: Database, { showId }: Reservation, work: () => Promise<T>): Promise<T> {
  return showId === undefined ? work() : database.first(work);
}

/** Holds the tokens; false where they do not fit by the sums kept: what is held of the day is to be counted anew. */
async function hold(db: DatabaseConnection, reservation: Reservation, limits: TokenLimits): Promise<boolean> {
  const values = { ...reservation, ...limits, expiresAt: reservation.expiresAt.toISOString() };
  const held = await holdTokens(db, values, reservation.showId !== undefined);
  return held.length === 1;
}

const given = sql.placeholder;
const TOKENS = sql`${given("tokens")}::int`;

/** One statement, for a caption waits for it: of two at once the second waits for the first one's rows and looks at what it left there. */
const holdTokens = fixedStatement<{ id: string }, [ofShow: boolean]>((ofShow) => {
  const show = sql`, show as (
      insert into ${showTokens} as s (show_id, held) select ${given("showId")}, ${TOKENS} from day where ${TOKENS} <= ${given("showTokens")}::float8
      on conflict (show_id) do update set held = s.held + excluded.held, spent = false
        where s.used + s.held + excluded.held <= ${given("showTokens")}::float8
      returning 1
    )`;
  return sql`
    with day as (
      insert into ${tokenUsage} as d (account_id, day, held)
      select ${given("accountId")}, ${given("day")}, ${TOKENS} where ${TOKENS} <= ${given("dailyTokens")}::float8
      on conflict (account_id, day) do update set held = d.held + excluded.held
        where d.used + d.held + excluded.held <= ${given("dailyTokens")}::float8
      returning 1
    )${ofShow ? show : sql``}
    insert into ${tokenReservations} (id, account_id, day, show_id, tokens, expires_at)
    select ${given("id")}, ${given("accountId")}, ${given("day")}, ${ofShow ? given("showId") : null}, ${TOKENS}, ${given("expiresAt")}::timestamptz
    from ${ofShow ? sql`show` : sql`day`}
    returning id`;
});

/** Lets go of what dead processes held, counts the rest and holds the tokens if they fit now. Notes whether the show turns calls away. */
async function holdCounting(tx: Transaction, reservation: Reservation, limits: TokenLimits): Promise<Refusal | undefined> {
  const { accountId, day, showId, tokens } = reservation;
  // The rows are the locks, the day's before the show's, which a show past midnight spends of on two days.
  const [account] = await tx
    .insert(tokenUsage)
    .values({ accountId, day })
    .onConflictDoUpdate({ target: [tokenUsage.accountId, tokenUsage.day], set: { held: sql`${tokenUsage.held}` } })
    .returning({ used: tokenUsage.used });
  const [show] = await (showId === undefined
    ? []
    : tx
        .insert(showTokens)
        .values({ showId })
        .onConflictDoUpdate({ target: showTokens.showId, set: { held: sql`${showTokens.held}` } })
        .returning({ showId: showTokens.showId, used: showTokens.used }));
  await tx.delete(tokenReservations).where(and(eq(tokenReservations.accountId, accountId), lt(tokenReservations.expiresAt, new Date())));
  const ofDay = await heldFor(tx, and(eq(tokenReservations.accountId, accountId), eq(tokenReservations.day, day)));
  const ofShow = show === undefined ? 0 : await heldFor(tx, eq(tokenReservations.showId, show.showId));
  const refusal =
    (account?.used ?? 0) + ofDay + tokens > limits.dailyTokens
      ? "budget_spent"
      : show !== undefined && show.used + ofShow + tokens > limits.showTokens
        ? "show_budget_spent"
        : undefined;
  const more = refusal === undefined ? tokens : 0;
  await tx
    .update(tokenUsage)
    .set({ held: ofDay + more })
    .where(and(eq(tokenUsage.accountId, accountId), eq(tokenUsage.day, day)));
  if (show !== undefined) {
    const spent = refusal === "budget_spent" ? sql`${showTokens.spent}` : refusal !== undefined;
    await tx
      .update(showTokens)
      .set({ held: ofShow + more, spent })
      .where(eq(showTokens.showId, show.showId));
  }
  if (refusal === undefined) await tx.insert(tokenReservations).values(reservation);
  return refusal;
}

async function heldFor(tx: Transaction, which: SQL | undefined): Promise<number> {
  const [held] = await tx
    .select({ tokens: sql`coalesce(sum(${tokenReservations.tokens}), 0)`.mapWith(Number) })
    .from(tokenReservations)
    .where(which);
  return held?.tokens ?? 0;
}

type Spent = { day: number; show: number };

/** What this process settles in a moment: no call is turned away for tokens that are as good as given back. */
const settlings = new Set<Promise<Spent | undefined>>();

/** Settles after what the answer is for: a caption is published first. What cannot be settled is held until it runs out. */
export function settleSoon(database: Database, reservation: Reservation, used: number): Promise<Spent | undefined> {
  const settling = afterThis()
    .then(() => settle(database, reservation, used))
    .catch(() => undefined)
    .finally(() => settlings.delete(settling));
  settlings.add(settling);
  return settling;
}

/** Counts what was used instead of what was held. Returns what is used and held now of the day and of the show, where their rows are there. */
export async function settle(database: Database, reservation: Reservation, used: number): Promise<Spent | undefined> {
  const values = { ...reservation, used };
  const [row] = await forShow(database, reservation, () => settleTokens(database.db, values, reservation.showId !== undefined));
  return row;
}

/** One statement, and the day's row first as above: two orders could wait for each other. A reservation that has run out is held no more. */
const settleTokens = fixedStatement<Spent, [ofShow: boolean]>((ofShow) => {
  const used = sql`${given("used")}::int`;
  const show = sql`, show as (
      update ${showTokens} s set used = s.used + ${used}, held = s.held - released.tokens from released where s.show_id = ${given("showId")}
      returning (s.used + s.held)::float8 as spent
    )`;
  return sql`
    with day as (
      select d.day from ${tokenUsage} d where d.account_id = ${given("accountId")} and d.day = ${given("day")} for update
    ),
    done as (delete from ${tokenReservations} r using day where r.id = ${given("id")} returning r.tokens),
    released as (select coalesce((select tokens from done), 0) as tokens from day)${ofShow ? show : sql``}
    update ${tokenUsage} d set used = d.used + ${used}, held = d.held - released.tokens from released
    where d.account_id = ${given("accountId")} and d.day = ${given("day")}
    returning d.used + d.held as day, ${ofShow ? sql`(select spent from show)` : sql`0`} as show`;
});
