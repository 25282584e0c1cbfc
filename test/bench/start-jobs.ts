import { setTimeout as sleep } from "node:timers/promises";
import { startWorkers } from "#jobs/worker.ts";
import { QUEUE_STORES, type QueueStore } from "../support/queue-stores.ts";
import { testHandlers } from "../support/test-handlers.ts";
import { createTestServices } from "../support/test-services.ts";
import { startBareQueue } from "./bare-queue.ts";
import { median, takeTurns, type Bench, type Result } from "./result.ts";

const JOBS = 60;
/** Long enough for a worker to be waiting for the store's call again. */
const IDLE_MS = 5;

/** From asking for a job to its handler's first line, one at a time on idle workers, against a bare queue and worker on the same store. */
export const startJobs: Bench = {
  async run() {
    const results: Result[] = [];
    for (const { store, available, start } of QUEUE_STORES) {
      if (!available) continue;
      const running = await start();
      results.push(await measure(store, running));
      await running.stop();
    }
    return results;
  },
};

async function measure(store: string, { env }: QueueStore): Promise<Result> {
  const services = await createTestServices({ env: { ...env, LOG_LEVEL: "warn" } });
  let started = () => {};
  const handler = async () => started();
  const workers = await startWorkers(services, testHandlers({ "story.write": handler }));
  const bare = startBareQueue(services, handler);
  const timed = async (ask: (at: number) => Promise<unknown>) => {
    const tookMs: number[] = [];
    for (let at = 0; at < JOBS; at += 1) {
      await sleep(IDLE_MS);
      const { promise, resolve } = Promise.withResolvers<void>();
      started = resolve;
      const askedAt = performance.now();
      await Promise.all([ask(at), promise.then(() => tookMs.push(performance.now() - askedAt))]);
    }
    return median(tookMs);
  };
  let telling = 0;
  try {
    const measured = await takeTurns(
      () => timed(() => services.jobs.enqueue("story.write", { storyId: "bench", telling: telling++ })),
      () => timed(() => bare.ask()),
    );
    return {
      name: `start a job (${store})`,
      unit: "ms",
      ...measured,
      promise: { of: "above", atMost: 3 },
      note: "enqueue to the handler's first line, idle, p50",
    };
  } finally {
    await Promise.all([workers.close(1_000), bare.close()]);
    await services.close();
  }
}
