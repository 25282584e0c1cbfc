import { and, eq, lt, sql, type SQL } from "#database/drizzle.ts";
import type { DatabaseConnection, Transaction } from "#database/connect.ts";
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
export function withBudget<Model extends LanguageModel>(model: Model, database: DatabaseConnection, limits: TokenLimits): Model {
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
  database: DatabaseConnection,
  spending: Spending,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const reservation = await reserve(database, spending);
  try {
    const answer = await run();
    await settle(database, reservation, answer.usage.inputTokens + answer.usage.outputTokens);
    return answer;
  } catch (error) {
    if (error instanceof ModelError) await settle(database, reservation, error.usage.inputTokens + error.usage.outputTokens);
    throw error;
  }
}

type Reservation = { id: string; accountId: string; day: string; showId: string | undefined };

async function reserve(database: DatabaseConnection, spending: Spending): Promise<Reservation> {
  const { accountId, showId, deadlineMs, tokens, dailyTokens } = spending;
  const now = new Date();
  const day = now.toISOString().slice(0, 10);
  const id = randomText(20);
  const isHeld = await database.transaction(async (tx) => {
    // The day's row is the lock: whoever comes next counts this reservation too.
    const [row] = await tx
      .insert(tokenUsage)
      .values({ accountId, day })
      .onConflictDoUpdate({ target: [tokenUsage.accountId, tokenUsage.day], set: { used: sql`${tokenUsage.used}` } })
      .returning({ used: tokenUsage.used });
    await tx.delete(tokenReservations).where(and(eq(tokenReservations.accountId, accountId), lt(tokenReservations.expiresAt, now)));
    const held = await heldFor(tx, and(eq(tokenReservations.accountId, accountId), eq(tokenReservations.day, day)));
    if ((row?.used ?? 0) + held + tokens > dailyTokens) throw new ModelError("budget_spent");
    if (showId !== undefined && !(await fitsShow(tx, { ...spending, showId }))) return false;
    const expiresAt = new Date(now.getTime() + deadlineMs + RESERVATION_GRACE_MS);
    await tx.insert(tokenReservations).values({ id, accountId, day, showId, tokens, expiresAt });
    return true;
  });
  if (!isHeld) throw new ModelError("show_budget_spent");
  return { id, accountId, day, showId };
}

/** The show's row is the lock among the days that a show past midnight spends of. It notes whether calls are turned away. */
async function fitsShow(
  tx: Transaction,
  { showId, tokens, showTokens: limit = Infinity }: Spending & { showId: string },
): Promise<boolean> {
  const [row] = await tx
    .insert(showTokens)
    .values({ showId })
    .onConflictDoUpdate({ target: showTokens.showId, set: { used: sql`${showTokens.used}` } })
    .returning({ used: showTokens.used, spent: showTokens.spent });
  const held = await heldFor(tx, eq(tokenReservations.showId, showId));
  const fits = (row?.used ?? 0) + held + tokens <= limit;
  if (row?.spent === fits) await tx.update(showTokens).set({ spent: !fits }).where(eq(showTokens.showId, showId));
  return fits;
}

async function heldFor(tx: Transaction, which: SQL | undefined): Promise<number> {
  const [held] = await tx
    .select({ tokens: sql`coalesce(sum(${tokenReservations.tokens}), 0)`.mapWith(Number) })
    .from(tokenReservations)
    .where(which);
  return held?.tokens ?? 0;
}

async function settle(database: DatabaseConnection, { id, accountId, day, showId }: Reservation, tokens: number): Promise<void> {
  await database.transaction(async (tx) => {
    // In the order of `reserve`, first the day's row: two orders could wait for each other.
    await tx
      .update(tokenUsage)
      .set({ used: sql`${tokenUsage.used} + ${tokens}` })
      .where(and(eq(tokenUsage.accountId, accountId), eq(tokenUsage.day, day)));
    if (showId !== undefined) {
      await tx
        .update(showTokens)
        .set({ used: sql`${showTokens.used} + ${tokens}` })
        .where(eq(showTokens.showId, showId));
    }
    await tx.delete(tokenReservations).where(eq(tokenReservations.id, id));
  });
}
