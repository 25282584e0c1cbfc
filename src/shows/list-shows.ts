import { and, desc, eq, sql } from "#database/drizzle.ts";
import { readCursor, writeCursor } from "#database/cursor.ts";
import { shows } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { showOfRow } from "./show-of-row.ts";
import type { Show } from "./show.ts";

/** An account's shows, newest first, `limit` at a time; `nextCursor` opens the next page. */
export async function listShows(
  services: Services,
  accountId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: Show[]; nextCursor?: string }> {
  const after = page.cursor === undefined ? undefined : readCursor(page.cursor);
  const rows = await services.database.db
    .select({
      id: shows.id,
      title: shows.title,
      status: shows.status,
      languages: shows.languages,
      tokenVersion: shows.tokenVersion,
      createdAt: shows.createdAt,
    })
    .from(shows)
    .where(
      and(
        eq(shows.accountId, accountId),
        after && sql`(${shows.createdAt}, ${shows.id}) < (${after.createdAt.toISOString()}::timestamptz, ${after.id})`,
      ),
    )
    .orderBy(desc(shows.createdAt), desc(shows.id))
    .limit(page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  const items = await Promise.all(shown.map((row) => showOfRow(services, row)));
  return { items, ...(last && { nextCursor: writeCursor(last) }) };
}
