import { and, desc, eq, sql } from "#database/drizzle.ts";
import { readCursor, writeCursor } from "#database/cursor.ts";
import { stories } from "#database/schema.ts";
import type { Services } from "#services.ts";
import type { Story } from "./story.ts";

/** A story in a list: `title` is the beginning of its notes, at most 80 characters. */
export type StorySummary = Pick<Story, "id" | "status" | "createdAt" | "updatedAt"> & { title: string };

const TITLE_LENGTH_MAX = 80;

/** An account's stories, newest first, `limit` at a time; `nextCursor` opens the next page. */
export async function listStories(
  services: Services,
  accountId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: StorySummary[]; nextCursor?: string }> {
  const after = page.cursor === undefined ? undefined : readCursor(page.cursor);
  const rows = await services.database.db
    .select({ id: stories.id, status: stories.status, notes: stories.notes, createdAt: stories.createdAt, updatedAt: stories.updatedAt })
    .from(stories)
    .where(
      and(
        eq(stories.accountId, accountId),
        after && sql`(${stories.createdAt}, ${stories.id}) < (${after.createdAt.toISOString()}::timestamptz, ${after.id})`,
      ),
    )
    .orderBy(desc(stories.createdAt), desc(stories.id))
    .limit(page.limit + 1);
  const items = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? items.at(-1) : undefined;
  return {
    items: items.map(({ id, status, notes, createdAt, updatedAt }) => ({
      id,
      status,
      title: titleOf(notes),
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    })),
    ...(last && { nextCursor: writeCursor(last) }),
  };
}

function titleOf(notes: string): string {
  const line = notes.trim().replaceAll(/\s+/g, " ");
  const graphemes = [...new Intl.Segmenter("vi").segment(line.slice(0, 4 * TITLE_LENGTH_MAX))].map(({ segment }) => segment);
  return graphemes.slice(0, TITLE_LENGTH_MAX).join("");
}
