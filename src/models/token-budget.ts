import { and, eq, lt, sql, type SQL } from "#database/drizzle.ts";
import { fixedStatement } from "#database/fixed-statement.ts";
import type { Database, DatabaseConnection, Transaction } from "#database/connect.ts";
import { showTokens, tokenReservations, tokenUsage } from "#database/schema.ts";
import { randomText } from "#ids.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import { ModelError, type LanguageModel, type ModelAnswer, type ModelCall, type TokenUsage } from "./language-model.ts";

/** The schema is part of what the vendor reads; ours take less. */
const SCHEMA_TOKENS = 1_000;
/** A reservation outlives its call's deadline by this much, then it counts no more: whoever held it is dead. */
const RESERVATION_GRACE_MS = 60_000;

/** How much an account may use in a UTC day, and a show from beginning to end. */
export type TokenLimits = { dailyTokens: number; showTokens: number };

/**
 * Lets an account use `dailyTokens` a UTC day, in and out together, and one of its shows `showTokens` of them. The most a
 * call can cost is reserved before it and settled after it, so calls side by side cannot pass the cap. Refuses with
 * `ModelError("budget_spent")` or `ModelError("show_budget_spent")`.
 * Laid around a single target it holds for every attempt; around a whole fallback, retries may cost more than was reserved.
 */
export function withBudget<Model extends LanguageModel>(model: Model, database: Database, limits: TokenLimits): Model {
  return {
    ...model,
    ask<T>(call: ModelCall<T>): Promise<ModelAnswer<T>> {
      const { accountId, showId, deadlineMs } = call;
      const tokens = estimateTokens(call.system) + estimateTokens(call.user) + SCHEMA_TOKENS + call.maxOutputTokens;
      return spendTokens(database, { accountId, showId, deadlineMs, tokens, ...limits }, () => model.ask(call));
    },
  };
}

type Spending = { accountId: string; showId?: string | undefined; deadlineMs: number; tokens: number } & Pick<TokenLimits, "dailyTokens"> &
  Partial<TokenLimits>;

/** One call within the budget: at most `tokens`, and what it says it used. */
export async function spendTokens<Answer extends { usage: TokenUsage }>(
  database: Database,
  spending: Spending,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const reservation = await reserve(database, spending);
  try {
    const answer = await run();
    settleSoon(database, reservation, answer.usage);
    return answer;
  } catch (error) {
    if (error instanceof ModelError) settleSoon(database, reservation, error.usage);
    throw error;
  }
}

/** After what the answer is for: a caption is published first. What cannot be settled is held until it runs out. */
function settleSoon(database: Database, reservation: Reservation, { inputTokens, outputTokens }: TokenUsage): void {
  setImmediate(() => void settle(database, reservation, inputTokens + outputTokens).catch(() => {}));
}

type Reservation = { id: string; accountId: string; day: string; showId: string | undefined; tokens: number; expiresAt: Date };
type Refusal = "budget_spent" | "show_budget_spent";

async function reserve(database: Database, spending: Spending): Promise<Reservation> {
  const { accountId, showId, tokens, deadlineMs, dailyTokens, showTokens: ofShow = Infinity } = spending;
  const now = Date.now();
  const expiresAt = new Date(now + deadlineMs + RESERVATION_GRACE_MS);
  const reservation = { id: randomText(20), accountId, day: new Date(now).toISOString().slice(0, 10), showId, tokens, expiresAt };
  const limits = { dailyTokens, showTokens: ofShow };
  const isHeld = await forShow(database, reservation, () => hold(database.db, reservation, limits));
  const refusal = isHeld ? undefined : await database.db.transaction((tx) => holdCounting(tx, reservation, limits));
  if (refusal !== undefined) throw new ModelError(refusal);
  return reservation;
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

async function settle(database: Database, reservation: Reservation, used: number): Promise<void> {
  const values = { ...reservation, used };
  await forShow(database, reservation, () => settleTokens(database.db, values, reservation.showId !== undefined));
}

/** One statement, and the day's row first as above: two orders could wait for each other. A reservation that has run out is held no more. */
const settleTokens = fixedStatement<Record<string, never>, [ofShow: boolean]>((ofShow) => {
  const used = sql`${given("used")}::int`;
  const show = sql`, show as (
      update ${showTokens} s set used = s.used + ${used}, held = s.held - released.tokens from released where s.show_id = ${given("showId")}
    )`;
  return sql`
    with day as (
      select d.day from ${tokenUsage} d where d.account_id = ${given("accountId")} and d.day = ${given("day")} for update
    ),
    done as (delete from ${tokenReservations} r using day where r.id = ${given("id")} returning r.tokens),
    released as (select coalesce((select tokens from done), 0) as tokens from day)${ofShow ? show : sql``}
    update ${tokenUsage} d set used = d.used + ${used}, held = d.held - released.tokens from released
    where d.account_id = ${given("accountId")} and d.day = ${given("day")}`;
});
