import { and, inArray, lt, sql } from "drizzle-orm";
import { stories } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { ringForStory } from "./request-story.ts";

/** A story nobody has touched for this long is enqueued again; a writer at work touches its row more often. */
const UNTOUCHED_SECONDS = 4;
const STORIES_AT_ONCE_MAX = 500;

/** Enqueues every story that was asked for and that nobody is writing. */
export async function recoverStalledStories(services: Services): Promise<void> {
  const stalled = await services.database.db
    .select({ id: stories.id, telling: stories.telling })
    .from(stories)
    .where(
      and(
        inArray(stories.status, ["requested", "writing"]),
        lt(stories.updatedAt, sql`now() - make_interval(secs => ${UNTOUCHED_SECONDS})`),
      ),
    )
    .orderBy(stories.updatedAt)
    .limit(STORIES_AT_ONCE_MAX);
  for (const { id, telling } of stalled) await ringForStory(services, id, telling);
}
