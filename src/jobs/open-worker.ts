import { setTimeout as sleep } from "node:timers/promises";
import { Worker, type Processor } from "bullmq";
import type { Services } from "#services.ts";
import { connectQueues } from "./connect-queues.ts";
import { QUEUES, type QueueName } from "./contract.ts";

export type QueueWorker = {
  /** Jobs started since it was opened. */
  started(): number;
  /** Whether it could take another job now. */
  free(): boolean;
  /** Takes no more jobs, waits for those under way at most `graceMs` milliseconds, then lets go of them. Never fails, never hangs. */
  close(graceMs: number): Promise<void>;
};

/** A job of a killed process lies still until its lock has run out and two checks have seen it: 7 s at most. */
const LOCK_MS = 5_000;
const STALLED_CHECK_EVERY_MS = 1_000;
/** So often that a process which is busy for 3 s does not lose its jobs. */
const LOCK_RENEWED_EVERY_MS = 1_000;
/** Rows decide when work is given up; a job whose workers keep being killed is delivered again, as good as always. */
const STALLED_MAX = 1_000;
/** How long an idle worker waits for the store's call before it looks by itself. */
const IDLE_LOOK_SECONDS = 2;
/** A store in this very process loses no call: looking only costs. */
const EMBEDDED_IDLE_LOOK_SECONDS = 30;
const RETRY_FETCH_AFTER_MS = 500;
const LET_GO_MS = 500;

/** Opens one BullMQ worker with a connection of its own. */
export function openWorker(services: Services, queue: QueueName, process: Processor<unknown>): QueueWorker {
  const connection = connectQueues(services, "worker");
  const { concurrency } = QUEUES[queue];
  let started = 0;
  let active = 0;
  const counted: Processor<unknown> = async (job, token, signal) => {
    started += 1;
    active += 1;
    try {
      return await process(job, token, signal);
    } finally {
      active -= 1;
    }
  };
  const options = {
    ...connection.options,
    concurrency,
    lockDuration: LOCK_MS,
    lockRenewTime: LOCK_RENEWED_EVERY_MS,
    stalledInterval: STALLED_CHECK_EVERY_MS,
    maxStalledCount: STALLED_MAX,
    drainDelay: connection.remote ? IDLE_LOOK_SECONDS : EMBEDDED_IDLE_LOOK_SECONDS,
    runRetryDelay: RETRY_FETCH_AFTER_MS,
  };
  const worker = new Worker(queue, counted, options, connection.backend);
  worker.on("error", (error) => services.logger.debug({ queue, err: error }, "worker"));
  worker.on("stalled", (id) => services.logger.warn({ queue, id }, "job of a lost worker runs again"));

  return {
    started: () => started,
    free: () => active < concurrency,
    async close(graceMs) {
      let done = false;
      const closed = worker.close().then(
        () => (done = true),
        () => (done = true),
      );
      // With its store gone a worker waits for it for ever (BullMQ issue 4656); with nothing under way there is nothing to wait for.
      await until(() => done || (active === 0 && !connection.connected()), graceMs);
      // From here on the worker reports nothing: what it still held is delivered again when its lock runs out.
      const cut = worker
        .getBackend()
        .close(true)
        .catch(() => {});
      worker.cancelAllJobs("stopping");
      connection.disconnect();
      await Promise.race([Promise.all([closed, cut]), sleep(LET_GO_MS)]);
    },
  };
}

async function until(holds: () => boolean, limitMs: number): Promise<void> {
  const endMs = Date.now() + limitMs;
  while (!holds() && Date.now() < endMs) await sleep(20);
}
