import { sql } from "#database/drizzle.ts";
import type { Transaction } from "#database/connect.ts";
import { shows } from "#database/schema.ts";

/** One writer of a show's comments at a time, so that whoever reads after a seq misses none that was given out before it. */
export async function lockComments(transaction: Transaction, showId: string): Promise<void> {
  await transaction.execute(sql`select 1 from ${shows} where id = ${showId} for no key update`);
}
