import { and, eq, isNull, lt } from "#database/drizzle.ts";
import { comments, shows } from "#database/schema.ts";
import type { Services } from "#services.ts";

/** Longer than a comment waits for its turn on an ordinary day; one that waits still is asked for once more, which changes nothing. */
const FORGOTTEN_MS = 10_000;
const AT_ONCE_MAX = 200;

/** Job `comments.recover`: finds what buyers wrote on a show under way that nobody has read, and asks for it again. */
export async function recoverComments(services: Services): Promise<void> {
  const { showId, id, readAt, sameAs, createdAt } = comments;
  const forgotten = await services.database.db
    .select({ showId, commentId: id })
    .from(comments)
    .innerJoin(shows, eq(shows.id, showId))
    .where(and(isNull(readAt), isNull(sameAs), eq(shows.status, "open"), lt(createdAt, new Date(Date.now() - FORGOTTEN_MS))))
    .orderBy(createdAt)
    .limit(AT_ONCE_MAX);
  for (const comment of forgotten) await services.jobs.enqueue("comment.translate", comment);
}
