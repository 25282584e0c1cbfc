import type { Services } from "#services.ts";
import type { QueueName } from "./contract.ts";
import type { QueueWorker } from "./open-worker.ts";

const LOOK_EVERY_MS = 5_000;
const ASLEEP_AFTER_MS = 10_000;

/**
 * Looks for a worker that sleeps while jobs wait: a connection can die so quietly that BullMQ never hears of it
 * (issue 3185). `replace` puts a new one in its place. Returns how to stop looking.
 */
export function watchWorkers(
  { jobs, logger }: Pick<Services, "jobs" | "logger">,
  workers: Readonly<Record<QueueName, QueueWorker>>,
  replace: (queue: QueueName) => void,
): () => void {
  /** What each worker had started when it was last seen well. */
  const seen = new Map<QueueName, { worker: QueueWorker; started: number; atMs: number }>();
  const look = async () => {
    const counts = await jobs.counts().catch(() => []);
    // Without an answer nothing is known of any worker.
    if (counts.length === 0) seen.clear();
    for (const { queue, waiting } of counts) {
      const worker = workers[queue];
      const last = seen.get(queue);
      if (waiting === 0 || !worker.free() || last?.worker !== worker || last.started !== worker.started()) {
        seen.set(queue, { worker, started: worker.started(), atMs: Date.now() });
      } else if (Date.now() - last.atMs >= ASLEEP_AFTER_MS) {
        logger.error({ queue, waiting }, "worker asleep while jobs wait; replaced");
        replace(queue);
      }
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref();
  return () => clearInterval(timer);
}
