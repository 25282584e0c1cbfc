import { afterAll, beforeAll, expect, test } from "vitest";
import { eq } from "#database/drizzle.ts";
import { stories } from "#database/schema.ts";
import { openShow } from "#shows/open-show.ts";
import { requestStory } from "#stories/request-story.ts";
import { writeStory } from "#stories/write-story.ts";
import { openTestShow, type ShowStage } from "./show-fixture.ts";

let stage: ShowStage;
beforeAll(async () => {
  stage = await openTestShow();
});
afterAll(() => stage.services.close());

test("a show is not opened with a story that is not told yet: its lines would have no other language all evening", async () => {
  const { services, accountId } = stage;
  const { id } = await requestStory(services, accountId, { notes: "Mận hậu Mộc Châu 40k/kg, còn 60kg" });
  const open = () => openShow(services, accountId, { title: "Mận", storyIds: [id] });
  await expect(open()).rejects.toMatchObject({ code: "story_being_told" });
  await writeStory(services, { storyId: id, telling: 1 }, new AbortController().signal);
  await expect(open()).resolves.toMatchObject({ status: "open" });
  // Told again after an answer it has all its languages still.
  await services.database.db.update(stories).set({ status: "writing" }).where(eq(stories.id, id));
  await expect(open()).resolves.toMatchObject({ status: "open" });
});
