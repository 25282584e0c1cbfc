import { publishListing } from "#stories/publish-listing.ts";
import { requestStory } from "#stories/request-story.ts";
import { writeStory } from "#stories/write-story.ts";
import type { TestServices } from "../support/test-services.ts";

/** A story told at once by whoever is there to tell it, and published; its id. */
export async function tell(services: TestServices, accountId: string, notes: string): Promise<string> {
  const { id } = await requestStory(services, accountId, { notes });
  await writeStory(services, { storyId: id, telling: 1 }, new AbortController().signal);
  await publishListing(services, accountId, id, true);
  return id;
}
