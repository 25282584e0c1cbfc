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
  })
  .meta({ id: "ShowBudget" });
export type ShowBudget = z.infer<typeof showBudgetSchema>;

/** What models have used of a show's budget. Throws `show_not_found`. */
export async function showBudget({ config, database: { db } }: Services, accountId: string, showId: string): Promise<ShowBudget> {
  const [row] = await db
    .select({ used: showTokens.used, spent: showTokens.spent })
    .from(shows)
    .leftJoin(showTokens, eq(showTokens.showId, shows.id))
    .where(and(eq(shows.id, showId), eq(shows.accountId, accountId)));
  if (row === undefined) throw new AppError("show_not_found", { showId });
  return { used: row.used ?? 0, limit: config.showTokens, spent: row.spent ?? false };
}
