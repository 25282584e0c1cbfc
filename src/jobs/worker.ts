import type { Services } from "#services.ts";
import { forEachQueue, type QueueName } from "./contract.ts";
import { HANDLERS, type Handlers } from "./handlers.ts";
import { openWorker } from "./open-worker.ts";
import { createProcessor } from "./run-job.ts";
import { startSchedules } from "./schedule.ts";
import { watchWorkers } from "./watch-workers.ts";

/** A worker found asleep may still hold jobs; they get this long to finish. */
const REPLACED_GRACE_MS = 30_000;

/** Starts the workers of all queues and the clock of the jobs that come round. `close` takes `graceMs` milliseconds and a second at most. */
export async function startWorkers(services: Services, handlers: Handlers = HANDLERS): Promise<{ close(graceMs: number): Promise<void> }> {
  const process = createProcessor(services, handlers);
  const open = (queue: QueueName) => openWorker(services, queue, process);
  const workers = forEachQueue(open);
  const stopWatching = watchWorkers(services, workers, (queue) => {
    void workers[queue].close(REPLACED_GRACE_MS);
    workers[queue] = open(queue);
  });
  const stopSchedules = startSchedules(services);
  return {
    async close(graceMs) {
      stopWatching();
      await Promise.all([stopSchedules(), ...Object.values(workers).map((worker) => worker.close(graceMs))]);
    },
  };
}
