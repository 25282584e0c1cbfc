import { stories } from "#database/schema.ts";
import { newId } from "#ids.ts";
import { MARKETS } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import type { StoryRequest } from "./story.ts";

/**
 * Takes a grower's notes, once for one `seed`: the row is the promise, the job only the doorbell. A doorbell that does not ring is rung
 * again by `recoverStalledStories`. Throws `queue_unavailable`, with nothing stored, while the queue is known to be gone.
 */
export async function requestStory(
  services: Services,
  accountId: string,
  request: StoryRequest,
  seed?: string,
): Promise<{ id: string; status: "requested" }> {
  services.jobs.requireReady();
  const id = newId("st", seed);
  const { notes, markets = [...MARKETS], minutes = null } = request;
  await services.database.db.insert(stories).values({ id, accountId, notes, markets, minutes }).onConflictDoNothing();
  await ringForStory(services, id, 1);
  return { id, status: "requested" };
}

/** Enqueues a telling; a queue that fails here costs a few seconds, not the story. */
export async function ringForStory(services: Services, storyId: string, telling: number): Promise<void> {
  try {
    await services.jobs.enqueue("story.write", { storyId, telling });
  } catch (error) {
    services.logger.warn({ storyId, telling, err: error }, "story not enqueued; it will be recovered");
  }
}
