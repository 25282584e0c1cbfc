import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { forEachQueue } from "#jobs/contract.ts";
import type { QueueWorker } from "#jobs/open-worker.ts";
import { watchWorkers } from "#jobs/watch-workers.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

let services: TestServices;
beforeAll(async () => {
  services = await createTestServices();
});
afterEach(() => vi.useRealTimers());
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
  let looks = 0;
  const counts = async () => {
    const counted = await services.jobs.counts();
    looks += 1;
    return counted;
  };
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
  const stop = watchWorkers({ ...services, jobs: { ...services.jobs, counts } }, workers, (queue) => {
    replaced.push(queue);
    workers[queue] = { ...asleep };
  });
  for (let look = 1; look <= 5; look += 1) {
    await vi.advanceTimersByTimeAsync(5_000);
    await expect.poll(() => looks).toBe(look);
    // A worker may be busy for once: only ten seconds tell.
    if (look < 3) expect(replaced).toEqual([]);
  }
  expect(replaced).toEqual(["stories"]);
  stop();
});
