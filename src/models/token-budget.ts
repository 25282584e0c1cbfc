import type { Database } from "#database/connect.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import { holdAhead, takeAhead } from "./held-ahead.ts";
import { ModelError, type LanguageModel, type ModelAnswer, type ModelCall, type TokenUsage } from "./language-model.ts";
import { reserve, settleSoon, type Reservation, type Spending, type TokenLimits } from "./token-reservations.ts";

/** The schema is part of what the vendor reads; ours take less. */
const SCHEMA_TOKENS = 1_000;

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
      return spendTokens(database, { accountId, showId, deadlineMs, tokens, ...limits, goesOn: showId !== undefined }, () =>
        model.ask(call),
      );
    },
  };
}

/** One call within the budget: at most `tokens`, and what it says it used. */
export async function spendTokens<Answer extends { usage: TokenUsage }>(
  database: Database,
  spending: Spending,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const ahead = spending.goesOn === true ? takeAhead(database, spending) : undefined;
  const reservation = ahead ?? (await reserve(database, spending));
  try {
    const answer = await run();
    void countUsage(database, spending, reservation, answer.usage);
    return answer;
  } catch (error) {
    if (error instanceof ModelError) void countUsage(database, spending, reservation, error.usage);
    throw error;
  }
}

async function countUsage(
  database: Database,
  spending: Spending,
  reservation: Reservation,
  { inputTokens, outputTokens }: TokenUsage,
): Promise<void> {
  const spent = await settleSoon(database, reservation, inputTokens + outputTokens);
  if (spending.goesOn === true && spent !== undefined) await holdAhead(database, spending, spent).catch(() => {});
}
