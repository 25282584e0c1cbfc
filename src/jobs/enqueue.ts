import type { JobsOptions } from "bullmq";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { connectQueues, openQueue, type JobQueue } from "./connect-queues.ts";
import { JOBS, QUEUE_NAMES, forEachQueue, jobId, type JobName, type JobPayload, type QueueName } from "./contract.ts";
import { within } from "./within.ts";

export type QueueCounts = { queue: QueueName; waiting: number; active: number; delayed: number };

export type Jobs = {
  /** Asks for a job; asking again while it waits or runs is asking once. Throws `queue_unavailable` within 200 ms where the store is gone. */
  enqueue<Name extends JobName>(name: Name, payload: JobPayload<Name>): Promise<void>;
  /** Throws `queue_unavailable` at once while the store is known to be gone. */
  requireReady(): void;
  /** Jobs by state, a row a queue; also sets the metric. Throws `queue_unavailable` like `enqueue`. */
  counts(): Promise<QueueCounts[]>;
  close(): Promise<void>;
};

const START_TIMEOUT_MS = 2_000;
const PING_EVERY_MS = 500;
/** Longer than a busy process takes, so that one slow answer does not close the door. */
const PING_TIMEOUT_MS = 1_000;

/** The database knows what was done; a finished job left behind would keep its id from being asked for again. */
export const JOB_OPTIONS = {
  removeOnComplete: true,
  removeOnFail: true,
  backoff: { type: "exponential", delay: 300, jitter: 0.5 },
} satisfies JobsOptions;

/** Opens the asking side of all queues. A store that is not there yet does not keep the process from starting. */
export async function createJobs(services: Pick<Services, "config" | "database" | "logger" | "metrics">): Promise<Jobs> {
  const connection = connectQueues(services, "producer");
  const queues = forEachQueue((name) => openQueue(connection, name));
  /** A store may be gone without a word, its connection still open: then only a missing answer tells. */
  let silent = false;
  const reach = async <T>(answer: Promise<T>): Promise<T> =>
    within(connection.answersWithinMs, answer).catch((cause: unknown) => {
      throw new AppError("queue_unavailable", {}, { cause });
    });
  const requireReady = () => {
    if (silent || !connection.connected()) throw new AppError("queue_unavailable");
  };
  await within(START_TIMEOUT_MS, connection.ready()).catch(() => services.logger.warn("queue store not reachable yet"));
  const stopPinging = connection.remote ? keepPinging(connection.ping, (answered) => (silent = !answered)) : () => {};

  return {
    requireReady,
    async enqueue(name, payload) {
      requireReady();
      const { queue, attempts } = JOBS[name];
      await reach(queues[queue].add(name, payload, { ...JOB_OPTIONS, jobId: jobId(name, payload), attempts }));
    },
    async counts() {
      requireReady();
      const counts = await reach(Promise.all(QUEUE_NAMES.map((name) => countJobs(name, queues[name]))));
      for (const { queue, ...states } of counts) {
        for (const [state, jobs] of Object.entries(states)) services.metrics.queueDepth.set({ queue, state }, jobs);
      }
      return counts;
    },
    async close() {
      stopPinging();
      connection.disconnect();
      await Promise.all(Object.values(queues).map((queue) => queue.close().catch(() => {})));
    },
  };
}

async function countJobs(name: QueueName, queue: JobQueue): Promise<QueueCounts> {
  const { waiting = 0, active = 0, delayed = 0 } = await queue.getJobCounts("waiting", "active", "delayed");
  return { queue: name, waiting, active, delayed };
}

/** Says after each ping whether it was answered. One at a time: a store that does not answer must not gather questions. */
function keepPinging(ping: () => Promise<void>, say: (answered: boolean) => void): () => void {
  let waiting = false;
  const look = async () => {
    if (waiting) return;
    waiting = true;
    const answer = ping();
    await within(PING_TIMEOUT_MS, answer).then(
      () => say(true),
      () => say(false),
    );
    await answer.catch(() => {});
    waiting = false;
  };
  const timer = setInterval(() => void look(), PING_EVERY_MS).unref();
  return () => clearInterval(timer);
}
