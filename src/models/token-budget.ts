import { and, eq, lt, sql } from "#database/drizzle.ts";
import type { DatabaseConnection } from "#database/connect.ts";
import { tokenReservations, tokenUsage } from "#database/schema.ts";
import { randomText } from "#ids.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import { ModelError, type LanguageModel, type ModelAnswer, type ModelCall, type TokenUsage } from "./language-model.ts";

/** The schema is part of what the vendor reads; ours take less. */
const SCHEMA_TOKENS = 1_000;
/** A reservation outlives its call's deadline by this much, then it counts no more: whoever held it is dead. */
const RESERVATION_GRACE_MS = 60_000;

/**
 * Lets an account use `dailyTokens` a UTC day, in and out together. The most a call can cost is reserved before it and
 * settled after it, so calls side by side cannot pass the cap. Refuses with `ModelError("budget_spent")`.
 * Laid around a single target it holds for every attempt; around a whole fallback, retries may cost more than was reserved.
 */
export function withBudget<Model extends LanguageModel>(model: Model, database: DatabaseConnection, dailyTokens: number): Model {
  return {
    ...model,
    ask<T>(call: ModelCall<T>): Promise<ModelAnswer<T>> {
      const { accountId, deadlineMs } = call;
      const tokens = estimateTokens(call.system) + estimateTokens(call.user) + SCHEMA_TOKENS + call.maxOutputTokens;
      return spendTokens(database, { accountId, deadlineMs, tokens, dailyTokens }, () => model.ask(call));
    },
  };
}

type Spending = { accountId: string; deadlineMs: number; tokens: number; dailyTokens: number };

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

type Reservation = { id: string; accountId: string; day: string };

async function reserve(database: DatabaseConnection, { accountId, deadlineMs, tokens, dailyTokens }: Spending): Promise<Reservation> {
  const now = new Date();
  const day = now.toISOString().slice(0, 10);
  const id = randomText(20);
  return database.transaction(async (tx) => {
    // The day's row is the lock: whoever comes next counts this reservation too.
    const [row] = await tx
      .insert(tokenUsage)
      .values({ accountId, day })
      .onConflictDoUpdate({ target: [tokenUsage.accountId, tokenUsage.day], set: { used: sql`${tokenUsage.used}` } })
      .returning({ used: tokenUsage.used });
    await tx.delete(tokenReservations).where(and(eq(tokenReservations.accountId, accountId), lt(tokenReservations.expiresAt, now)));
    const [held] = await tx
      .select({ tokens: sql`coalesce(sum(${tokenReservations.tokens}), 0)`.mapWith(Number) })
      .from(tokenReservations)
      .where(and(eq(tokenReservations.accountId, accountId), eq(tokenReservations.day, day)));
    if ((row?.used ?? 0) + (held?.tokens ?? 0) + tokens > dailyTokens) throw new ModelError("budget_spent");
    const expiresAt = new Date(now.getTime() + deadlineMs + RESERVATION_GRACE_MS);
    await tx.insert(tokenReservations).values({ id, accountId, day, tokens, expiresAt });
    return { id, accountId, day };
  });
}

async function settle(database: DatabaseConnection, { id, accountId, day }: Reservation, tokens: number): Promise<void> {
  await database.transaction(async (tx) => {
    // In the order of `reserve`, first the day's row: two orders could wait for each other.
    await tx
      .update(tokenUsage)
      .set({ used: sql`${tokenUsage.used} + ${tokens}` })
      .where(and(eq(tokenUsage.accountId, accountId), eq(tokenUsage.day, day)));
    await tx.delete(tokenReservations).where(eq(tokenReservations.id, id));
  });
}
