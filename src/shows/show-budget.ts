import { and, eq } from "#database/drizzle.ts";
import { z } from "zod";
import { shows, showTokens } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";

export const showBudgetSchema = z
  .object({
    used: z.int(),
    limit: z.int(),
    /** The last call was turned away, and the show goes on without. */
    spent: z.boolean(),
    /** Room is left to hear what is being said as sound. */
    hears: z.boolean(),
  })
  .meta({ id: "ShowBudget" });
export type ShowBudget = z.infer<typeof showBudgetSchema>;

/** Sound is given up while what is in the air can still be heard: a few sentences of twenty seconds, with all a hint may hold. */
const HEARING_TOKENS = 4_000;

/** What models have used of a show's budget. Throws `show_not_found`. */
export async function showBudget({ config, database: { db } }: Services, accountId: string, showId: string): Promise<ShowBudget> {
  const [row] = await db
    .select({ used: showTokens.used, spent: showTokens.spent })
    .from(shows)
    .leftJoin(showTokens, eq(showTokens.showId, shows.id))
    .where(and(eq(shows.id, showId), eq(shows.accountId, accountId)));
  if (row === undefined) throw new AppError("show_not_found", { showId });
  const { used, spent } = { used: row.used ?? 0, spent: row.spent ?? false };
  return { used, limit: config.showTokens, spent, hears: used + HEARING_TOKENS <= config.showTokens };
}
