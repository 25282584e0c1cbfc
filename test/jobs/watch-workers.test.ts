import { afterAll, beforeAll, expect, it } from "vitest";
import { forEachQueue } from "#jobs/contract.ts";
import type { QueueWorker } from "#jobs/open-worker.ts";
import { watchWorkers } from "#jobs/watch-workers.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

let services: TestServices;
beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

it("replaces a worker that sleeps while jobs wait, and none that works, is full or has nothing to do", async () => {
  const replaced: string[] = [];
  let started = 0;
  const asleep: QueueWorker = { started: () => 3, free: () => true, close: async () => {} };
  const workers = forEachQueue(() => asleep);
  workers.live = { ...asleep, started: () => (started += 1) };
  workers.comments = { ...asleep, free: () => false };
  await services.jobs.enqueue("caption.translate", { showId: "sh_1", segmentId: "s1", language: "ja" });
  await services.jobs.enqueue("comment.translate", { showId: "sh_1", commentId: "c1" });
  await services.jobs.enqueue("story.write", { storyId: "st_1", telling: 1 });
  const stop = watchWorkers(services, workers, (queue) => {
    replaced.push(queue);
    workers[queue] = { ...asleep };
  });
  await expect.poll(() => replaced, { timeout: 25_000, interval: 100 }).toEqual(["stories"]);
  stop();
}, 40_000);
