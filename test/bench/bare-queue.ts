import { createPostgresBackend, Queue, Worker, type BackendFactory, type IQueueBackend } from "bullmq";
import type { Services } from "#services.ts";

/** BullMQ reads it only for a backend of its own making. */
type NoConnection = Record<never, never>;
type BareQueue = { ask(): Promise<unknown>; close(): Promise<unknown> };

/** BullMQ as its own documentation shows it: one queue and one worker of `concurrency`, on the store that the services use. */
export function startBareQueue(
  { config, database }: Pick<Services, "config" | "database">,
  handler: () => Promise<void>,
  concurrency = 1,
): BareQueue {
  if (config.redisUrl !== undefined) {
    const connection = { url: config.redisUrl };
    const queue = new Queue("bare", { connection });
    const worker = new Worker("bare", handler, { connection, concurrency });
    return { ask: () => queue.add("bench", {}, { removeOnComplete: true }), close: () => Promise.all([queue.close(), worker.close()]) };
  }
  const backend: BackendFactory<IQueueBackend, NoConnection> = (name, options, more) =>
    createPostgresBackend(name, { ...options, connection: database.queuePool }, more);
  const queue: Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend, NoConnection> = new Queue(
    "bare",
    { connection: {} },
    backend,
  );
  const worker = new Worker("bare", handler, { connection: {}, concurrency }, backend);
  return { ask: () => queue.add("bench", {}, { removeOnComplete: true }), close: () => Promise.all([queue.close(), worker.close()]) };
}
