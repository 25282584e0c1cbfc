import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "#database/connect.ts";
import { stories } from "#database/schema.ts";
import type { GrowerWords } from "#facts/fact.ts";
import { randomText } from "#ids.ts";
import type { Market } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { readAnswers } from "./read-answers.ts";

/** One telling under way: who tells it, from which words, for whom. */
export type Telling = {
  storyId: string;
  accountId: string;
  telling: number;
  claim: string;
  claims: number;
  words: GrowerWords;
  markets: Market[];
  minutes: number | undefined;
};

/** Somebody else claimed the story since, or it is gone: whatever this writer still does must leave no trace. */
export class ClaimLost extends Error {
  override readonly name = "ClaimLost";
}

/**
 * Takes the story by compare-and-set. The last to claim it is its writer: a delivery whose worker died is simply
 * claimed again. Nothing is returned for a telling that is over, or older than the one asked for.
 */
export async function claimStory(services: Services, storyId: string, telling: number): Promise<Telling | undefined> {
  const claim = randomText(16);
  const [row] = await services.database.db
    .update(stories)
    .set({ status: "writing", claim, claims: sql`${stories.claims} + 1`, updatedAt: sql`now()` })
    .where(and(eq(stories.id, storyId), eq(stories.telling, telling), inArray(stories.status, ["requested", "writing"])))
    .returning();
  if (row === undefined) return undefined;
  return {
    storyId,
    accountId: row.accountId,
    telling,
    claim,
    claims: row.claims,
    words: { notes: row.notes, answers: await readAnswers(services, storyId) },
    markets: row.markets,
    minutes: row.minutes ?? undefined,
  };
}

/** Runs `save` in a transaction that holds the story's row; throws `ClaimLost` when the claim is no longer ours. */
export async function saveAsClaimant(
  services: Services,
  telling: Telling,
  save: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  await services.database.db.transaction(async (transaction) => {
    const held = await transaction
      .update(stories)
      .set({ updatedAt: sql`now()` })
      .where(ours(telling))
      .returning({ id: stories.id });
    if (held.length === 0) throw new ClaimLost();
    await save(transaction);
  });
}

/** Keeps touching the row, so that nobody takes a story whose writer is alive and only slow. */
export function keepClaim(services: Services, telling: Telling, everyMs: number): { release(): void } {
  const timer = setInterval(() => {
    void services.database.db
      .update(stories)
      .set({ updatedAt: sql`now()` })
      .where(ours(telling))
      .catch((error: unknown) => services.logger.warn({ storyId: telling.storyId, err: error }, "claim not renewed"));
  }, everyMs);
  return { release: () => clearInterval(timer) };
}

const ours = ({ storyId, claim }: Telling) => and(eq(stories.id, storyId), eq(stories.claim, claim), eq(stories.status, "writing"));
