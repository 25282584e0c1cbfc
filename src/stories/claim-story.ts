import { and, eq, inArray, sql, type SQL } from "#database/drizzle.ts";
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
  const { accountId, claims, notes, markets, minutes } = stories;
  const [row] = await services.database.db
    .update(stories)
    .set({ status: "writing", claim, claims: sql`${stories.claims} + 1`, updatedAt: sql`now()` })
    .where(and(eq(stories.id, storyId), eq(stories.telling, telling), inArray(stories.status, ["requested", "writing"])))
    .returning({ accountId, claims, notes, markets, minutes });
  if (row === undefined) return undefined;
  return {
    storyId,
    accountId: row.accountId,
    telling,
    claim,
    claims: row.claims,
    // An answer asks for a telling of its own.
    words: { notes: row.notes, answers: telling === 1 ? [] : await readAnswers(services, storyId) },
    markets: row.markets,
    minutes: row.minutes ?? undefined,
  };
}

/**
 * Runs `changes` in one statement with what holds the story's row and sets `set` on it: common table expressions that change something
 * only where `held` has a row. It has none, and `ClaimLost` is thrown, where the claim is no longer ours.
 * All that a claimant's statement reads was saved before it was claimed, or by the claimant, whose changes must come one after another.
 */
export async function saveAsClaimant(
  db: Pick<Transaction, "execute" | "update">,
  telling: Telling,
  { set, changes }: { set: Partial<typeof stories.$inferInsert>; changes: readonly SQL[] },
): Promise<void> {
  const held = db
    .update(stories)
    .set({ ...set, updatedAt: sql`now()` })
    .where(ours(telling))
    .returning({ id: stories.id });
  const { rows } = await db.execute(sql`with held as ${held}, ${sql.join([...changes], sql`, `)} select id from held`);
  if (rows.length === 0) throw new ClaimLost();
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
