import { and, desc, eq, lt } from "#database/drizzle.ts";
import { stories, storyVersions } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import type { VersionSummary } from "./story.ts";

const CURSOR = /^\d{1,9}$/;

/** A story's versions, newest first, `limit` at a time; `nextCursor` opens the next page. Throws `story_not_found`. */
export async function listVersions(
  services: Services,
  accountId: string,
  storyId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: VersionSummary[]; nextCursor?: string }> {
  if (cursor !== undefined && !CURSOR.test(cursor)) throw new AppError("bad_request", { parameter: "cursor" });
  const { db } = services.database;
  const [story] = await db
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.id, storyId), eq(stories.accountId, accountId)));
  if (story === undefined) throw new AppError("story_not_found", { storyId });
  const rows = await db
    .select()
    .from(storyVersions)
    .where(and(eq(storyVersions.storyId, storyId), cursor === undefined ? undefined : lt(storyVersions.version, Number(cursor))))
    .orderBy(desc(storyVersions.version))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map(summaryOf);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, ...(last && { nextCursor: String(last.version) }) };
}

export function summaryOf(row: typeof storyVersions.$inferSelect): VersionSummary {
  const { version, cause, telling, language, blockId, edits, createdAt } = row;
  const say = edits.find((edit) => edit.language === language && edit.blockId === blockId)?.say ?? null;
  return {
    version,
    cause,
    telling,
    ...(language !== null && { language }),
    ...(blockId !== null && { blockId }),
    ...(say !== null && { say }),
    createdAt: createdAt.toISOString(),
  };
}
