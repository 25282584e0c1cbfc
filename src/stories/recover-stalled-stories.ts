import { and, inArray, lt, sql } from "#database/drizzle.ts";
import { stories } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { JOBS } from "#jobs/contract.ts";
import { ringForStory } from "./request-story.ts";

/** A story nobody has touched for this long is enqueued again; a writer at work touches its row more often. */
const UNTOUCHED_SECONDS = 4;
const STORIES_AT_ONCE_MAX = 500;

/**
 * Enqueues the stories that were asked for and that nobody will write: as many of the longest untouched as the queue has too few.
 * It is served in order, so what it has lost comes to be among them; a long line that has lost none costs two looks.
 */
export async function recoverStalledStories(services: Services): Promise<void> {
  const { db } = services.database;
  const stalled = await db
    .select({ id: stories.id, telling: stories.telling })
    .from(stories)
    .where(and(isPending, lt(stories.updatedAt, sql`now() - make_interval(secs => ${UNTOUCHED_SECONDS})`)))
    .orderBy(stories.updatedAt)
    .limit(STORIES_AT_ONCE_MAX);
  if (stalled.length === 0) return;
  const pending = await db.$count(stories, isPending);
  const lost = Math.max(0, pending - (await countQueued(services)));
  for (const { id, telling } of stalled.slice(0, lost)) await ringForStory(services, id, telling);
}

const isPending = inArray(stories.status, ["requested", "writing"]);

async function countQueued({ jobs }: Services): Promise<number> {
  const counts = await jobs.counts();
  const { waiting = 0, active = 0, delayed = 0 } = counts.find(({ queue }) => queue === JOBS["story.write"].queue) ?? {};
  return waiting + active + delayed;
}
