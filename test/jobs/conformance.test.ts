// Long because it is one suite: what one store must do, all three must do.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, it, type ExpectStatic } from "vitest";
import { AppError } from "#errors.ts";
import { connectQueues, openQueue } from "#jobs/connect-queues.ts";
import { startWorkers } from "#jobs/worker.ts";
import { ModelError } from "#models/language-model.ts";
import { QUEUE_STORES, type QueueStore } from "../support/queue-stores.ts";
import { testHandlers } from "../support/test-handlers.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

type Workers = Awaited<ReturnType<typeof startWorkers>>;

const SHOW = { showId: "sh_1", commentId: "c1" };
const caption = (segmentId: string) => ({ showId: "sh_1", segmentId, language: "ja" as const });

// Most of it is waiting: the stores wait side by side. Each test then asserts by an `expect` of its own.
describe.concurrent.each(QUEUE_STORES)("jobs on $store", ({ available, start }) => {
  describe.skipIf(!available)("with workers", { concurrent: false }, () => {
    let store: QueueStore;
    let services: TestServices;
    let running: Workers[];

    beforeAll(async () => {
      store = await start();
      services = await createTestServices({ env: store.env });
    });
    afterAll(async () => {
      await services?.close();
      await store?.stop();
    });
    beforeEach(() => void (running = []));
    afterEach(async () => {
      await Promise.all(running.map((workers) => workers.close(1_000)));
      await emptyQueues(services);
    });

    const work = async (handlers: Parameters<typeof testHandlers>[0]) => {
      const workers = await startWorkers(services, testHandlers(handlers));
      running.push(workers);
      return workers;
    };

    it("runs a job with the payload it was asked for", async ({ expect }) => {
      const seen: unknown[] = [];
      await work({ "story.write": async (_services, payload) => seen.push(payload) });
      await services.jobs.enqueue("story.write", { storyId: "st_1", telling: 1 });
      await expect.poll(() => seen).toEqual([{ storyId: "st_1", telling: 1 }]);
    });

    it("runs a job once that was asked for five times, and again when asked again later", async ({ expect }) => {
      let runs = 0;
      const ask = () => services.jobs.enqueue("story.write", { storyId: "st/2:%", telling: 1 });
      await Promise.all([ask(), ask(), ask(), ask(), ask()]);
      await work({ "story.write": async () => (runs += 1) });
      await expect.poll(() => runs).toBe(1);
      await idle(expect, services);
      await ask();
      await expect.poll(() => runs).toBe(2);
    });

    it("tries a failed job again after a pause, as often as its row says", async ({ expect }) => {
      const triedMs: number[] = [];
      await work({
        "comment.translate": async () => {
          triedMs.push(Date.now());
          throw new Error("not today");
        },
      });
      await services.jobs.enqueue("comment.translate", SHOW);
      await expect.poll(() => triedMs.length).toBe(3);
      await idle(expect, services);
      expect(triedMs).toHaveLength(3);
      expect((triedMs[1] ?? 0) - (triedMs[0] ?? 0)).toBeGreaterThanOrEqual(140);
      expect((triedMs[2] ?? 0) - (triedMs[1] ?? 0)).toBeGreaterThanOrEqual(290);
    });

    it.for([
      { what: "something that is not there", error: new AppError("show_not_found") },
      { what: "a refusing model", error: new ModelError("refused") },
    ])("does not try again what cannot succeed: $what", async ({ error }, { expect }) => {
      let runs = 0;
      await work({
        "comment.translate": async () => {
          runs += 1;
          throw error;
        },
      });
      await services.jobs.enqueue("comment.translate", SHOW);
      await expect.poll(() => runs).toBe(1);
      await idle(expect, services);
      expect(runs).toBe(1);
    });

    it("never shows a payload of the wrong shape to a handler", async ({ expect }) => {
      let runs = 0;
      await work({ "story.write": async () => (runs += 1) });
      await withQueue(services, "stories", (queue) => queue.add("story.write", { storyId: 7 }, { attempts: 3, removeOnFail: true }));
      await idle(expect, services);
      expect(runs).toBe(0);
    });

    it("leaves a delayed job alone until its time", async ({ expect }) => {
      let ranMs = 0;
      await work({ "story.write": async () => (ranMs = Date.now()) });
      const askedMs = Date.now();
      await withQueue(services, "stories", (queue) =>
        queue.add("story.write", { storyId: "st_d", telling: 1 }, { delay: 700, removeOnComplete: true }),
      );
      await expect.poll(() => ranMs).not.toBe(0);
      expect(ranMs - askedMs).toBeGreaterThanOrEqual(695);
    });

    it("gives the job of a worker that is gone to another one, at no cost of its attempts", async ({ expect }) => {
      const firstRuns: string[] = [];
      const first = await work({
        "caption.translate": async (_services, { segmentId }) => {
          firstRuns.push(segmentId);
          await sleep(60_000, undefined, { ref: false });
        },
      });
      await services.jobs.enqueue("caption.translate", caption("lost"));
      await expect.poll(() => firstRuns).toEqual(["lost"]);
      await first.close(0);
      const attempts: string[] = [];
      await work({
        "caption.translate": async (_services, { segmentId }) => {
          attempts.push(segmentId);
          if (attempts.length === 1) throw new Error("the first of two attempts");
        },
      });
      // How soon a killed worker's is given on is shown in the journeys.
      await expect.poll(() => attempts, { timeout: 25_000 }).toEqual(["lost", "lost"]);
    });

    it("cancels what is still running when the grace is over, and lets it run again elsewhere", async ({ expect }) => {
      let cancelled = false;
      let started = false;
      const first = await work({
        "story.write": (_services, _payload, signal) => {
          started = true;
          return new Promise((_resolve, reject) =>
            signal.addEventListener("abort", () => {
              cancelled = true;
              reject(new Error("cancelled"));
            }),
          );
        },
      });
      await services.jobs.enqueue("story.write", { storyId: "st_slow", telling: 1 });
      await expect.poll(() => started).toBe(true);
      // It ends by nothing else.
      await first.close(300);
      expect(cancelled).toBe(true);
      let again = false;
      await work({ "story.write": async () => void (again = true) });
      await expect.poll(() => again).toBe(true);
    });

    it("finishes what it has begun when it is closed, and begins nothing new", async ({ expect }) => {
      const begun: string[] = [];
      const finished: string[] = [];
      const workers = await work({
        "comment.translate": async (_services, { commentId }) => {
          begun.push(commentId);
          await sleep(400);
          finished.push(commentId);
        },
      });
      for (let at = 0; at < 12; at += 1) await services.jobs.enqueue("comment.translate", { showId: "sh_1", commentId: `c${at}` });
      await expect.poll(() => begun.length).toBeGreaterThanOrEqual(4);
      await workers.close(5_000);
      const finishedAtClose = finished.length;
      expect(finished.toSorted()).toEqual(begun.toSorted());
      await sleep(500);
      expect(finished).toHaveLength(finishedAtClose);
      expect(begun.length).toBeLessThan(12);
    });

    it("brings jobs of the clock round by themselves", async ({ expect }) => {
      const rounds: string[] = [];
      await work({
        "stories.recover": async () => rounds.push("stories"),
        "captions.recover": async () => rounds.push("captions"),
        "records.expire": async () => rounds.push("records"),
      });
      const times = (job: string) => rounds.filter((round) => round === job).length;
      await expect.poll(() => times("stories")).toBeGreaterThanOrEqual(2);
      await expect.poll(() => times("captions")).toBeGreaterThanOrEqual(2);
      expect(times("records")).toBeLessThanOrEqual(1);
    });

    it("lets a caption through at once before a thousand stories that wait", async ({ expect }) => {
      const told: string[] = [];
      let toldBefore: number | undefined;
      for (let at = 0; at < 20; at += 1) {
        const stories = Array.from({ length: 50 }, (_, story) => ({ storyId: `st_${at}_${story}`, telling: 1 }));
        await Promise.all(stories.map((payload) => services.jobs.enqueue("story.write", payload)));
      }
      await work({
        "story.write": async (_services, { storyId }) => {
          await sleep(15);
          told.push(storyId);
        },
        "caption.translate": async () => {
          toldBefore = told.length;
        },
      });
      await expect.poll(() => told.length).toBeGreaterThan(8);
      await services.jobs.enqueue("caption.translate", caption("now"));
      await expect.poll(() => toldBefore).toBeDefined();
      console.info(`a caption went before ${1_000 - (toldBefore ?? 0)} stories`);
      expect(toldBefore).toBeLessThan(900);
    });

    it("measures how long jobs waited and ran, and how they ended", async ({ expect }) => {
      await work({});
      await services.jobs.enqueue("caption.translate", caption("measured"));
      const text = async () => services.metrics.registry.metrics();
      await expect.poll(text).toMatch(/farmcast_job_wait_seconds_count\{job="caption\.translate"\} [1-9]/);
      await expect.poll(text).toMatch(/farmcast_job_duration_seconds_count\{job="caption\.translate",outcome="done"\} [1-9]/);
      await idle(expect, services);
      const { metrics, jobs } = services;
      const live = (await jobs.counts()).find(({ queue }) => queue === "live");
      expect(live).toEqual({ queue: "live", waiting: 0, active: 0, delayed: 0 });
      expect(await metrics.registry.metrics()).toMatch(/farmcast_queue_jobs\{queue="live",state="waiting"\} 0/);
    });

    it("logs the ids of jobs and never the words of an error", async ({ expect }) => {
      await work({
        "comment.translate": async () => {
          throw new Error("params: vải thiều 55k, số nhà 12");
        },
      });
      await services.jobs.enqueue("comment.translate", { showId: "sh_1", commentId: "secret-words" });
      await expect.poll(() => services.logged()).toContain("secret-words");
      expect(services.logged()).not.toContain("vải thiều 55k");
    });
  });
});

describe.concurrent.each(QUEUE_STORES)("jobs on $store", ({ available, start }) => {
  describe.skipIf(!available)("with its store gone", { concurrent: false }, () => {
    it.for([
      { what: "idle workers", busy: false },
      { what: "a job under way", busy: true },
    ])("stops all the same, and waits for no job: $what", async ({ busy }, { expect }) => {
      const store = await start();
      const services = await createTestServices({ env: store.env });
      let started = false;
      const workers = await startWorkers(
        services,
        testHandlers({
          // It never ends: whoever waits for it, or for the store, is still here when this test's own time is over.
          "story.write": () => {
            started = true;
            return new Promise(() => {});
          },
        }),
      );
      if (busy) {
        await services.jobs.enqueue("story.write", { storyId: "st_1", telling: 1 });
        await expect.poll(() => started).toBe(true);
      }
      await (store.env["REDIS_URL"] === undefined && store.env["DATABASE_URL"] === undefined ? services.database.close() : store.stop());
      await sleep(300);
      await workers.close(1_500);
      await services.jobs.close();
    });
  });
});

async function withQueue(services: TestServices, name: "stories", use: (queue: ReturnType<typeof openQueue>) => Promise<unknown>) {
  const connection = connectQueues(services, "producer");
  await connection.ready();
  const queue = openQueue(connection, name);
  await use(queue);
  connection.disconnect();
  await queue.close();
}

/** Waits until no queue but the clock's own has anything left. */
async function idle(expect: ExpectStatic, services: TestServices) {
  const left = async () => {
    const counts = await services.jobs.counts();
    return counts
      .filter(({ queue }) => queue !== "upkeep")
      .reduce((sum, { waiting, active, delayed }) => sum + waiting + active + delayed, 0);
  };
  await expect.poll(left).toBe(0);
}

async function emptyQueues(services: TestServices) {
  const connection = connectQueues(services, "producer");
  await connection.ready();
  for (const name of ["live", "comments", "stories", "upkeep"] as const) {
    const queue = openQueue(connection, name);
    await queue.obliterate({ force: true });
    await queue.close();
  }
  connection.disconnect();
}
