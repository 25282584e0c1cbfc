import { setTimeout as sleep } from "node:timers/promises";
import { createPostgresBackend, createRedisBackend, Queue, type BackendFactory, type IQueueBackend, type Telemetry } from "bullmq";
import { BullMQOtel } from "bullmq-otel";
import { Redis, type RedisOptions } from "ioredis";
import type { Services } from "#services.ts";
import type { QueueName } from "./contract.ts";

/** BullMQ reads it only for a backend of its own making; ours holds its connection already. */
type NoConnection = Record<never, never>;

/** How one queue, or one worker, reaches the store. */
export type QueueConnection = {
  /** What BullMQ's classes take as their last argument; the switch between Redis and PostgreSQL. */
  backend: BackendFactory<IQueueBackend, NoConnection>;
  options: { connection: NoConnection; prefix: string; telemetry?: Telemetry };
  /** false where the store lives in this very process. */
  remote: boolean;
  /** A store that has not answered within this time is gone, in milliseconds. */
  answersWithinMs: number;
  /** false while the connection is known to be lost. */
  connected(): boolean;
  /** Waits for the first connection. */
  ready(): Promise<void>;
  ping(): Promise<void>;
  /** Cuts the connection; what waits on it fails at once. */
  disconnect(): void;
};

export type JobQueue = Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend, NoConnection>;

type Role = "producer" | "worker";

const CONNECT_TIMEOUT_MS = 2_000;
const FAILED_FETCH_PAUSE_MS = 250;
const REDIS_OPTIONS: Record<Role, RedisOptions> = {
  // A producer must hear at once that the store is gone: somebody is waiting for an answer.
  producer: { enableOfflineQueue: false, maxRetriesPerRequest: 1, socketTimeout: 2_000 },
  // A worker waits as long as it takes. Longer than BullMQ's longest blocking read (10 s), so that silence means a dead line.
  worker: { maxRetriesPerRequest: null, socketTimeout: 12_000 },
};

/** Opens the queues' store: Redis with `redisUrl`, else the records' own PostgreSQL or PGlite. */
export function connectQueues({ config, database, logger }: Pick<Services, "config" | "database" | "logger">, role: Role): QueueConnection {
  const options: QueueConnection["options"] = { connection: {}, prefix: "farmcast" };
  if (config.otlpEndpoint !== undefined) options.telemetry = new BullMQOtel({ tracerName: "farmcast", enableMetrics: true });
  return config.redisUrl === undefined ? onPostgres(database, options) : onRedis(config.redisUrl, role, options, logger);
}

export function openQueue({ backend, options }: QueueConnection, name: QueueName): JobQueue {
  const queue: JobQueue = new Queue(name, options, backend);
  // The connection tells what matters of these.
  return queue.on("error", () => {});
}

function onPostgres({ queuePool, embedded }: Services["database"], options: QueueConnection["options"]): QueueConnection {
  // Every queue and worker listens on the one pool.
  queuePool.setMaxListeners(0);
  const ping = async () => void (await queuePool.query("SELECT 1"));
  return {
    backend: (name, opts, more) => unhurried(createPostgresBackend(name, { ...opts, connection: queuePool }, more)),
    options,
    remote: !embedded,
    answersWithinMs: embedded ? Number.POSITIVE_INFINITY : 2_000,
    connected: () => true,
    ready: ping,
    ping,
    disconnect: () => {},
  };
}

/**
 * After most failures a BullMQ worker fetches again at once. One that fails without asking the server, as a pool that
 * has ended or a backend whose first connection broke, would then spin and starve the whole process.
 */
function unhurried(backend: IQueueBackend): IQueueBackend {
  const fetchJob = backend.moveToActive.bind(backend);
  backend.moveToActive = (...request) =>
    fetchJob(...request).catch(async (error: unknown) => {
      await sleep(FAILED_FETCH_PAUSE_MS);
      throw error;
    });
  return backend;
}

function onRedis(url: string, role: Role, options: QueueConnection["options"], logger: Services["logger"]): QueueConnection {
  const redis = new Redis(url, {
    ...REDIS_OPTIONS[role],
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: (times) => Math.min(50 * 2 ** times, 1_000),
  }).setMaxListeners(0);
  // Without a listener a lost connection would end the process; what matters of it is told here, once.
  redis.on("error", () => {});
  let lost = false;
  redis.on("close", () => {
    if (!lost && redis.status !== "end") logger.warn({ role }, "queue store lost");
    lost = true;
  });
  redis.on("ready", () => {
    if (lost) logger.info({ role }, "queue store is back");
    lost = false;
  });
  return {
    backend: (name, opts, more) => createRedisBackend(name, { ...opts, connection: redis }, more),
    options,
    remote: true,
    answersWithinMs: 180,
    connected: () => redis.status === "ready",
    ready: () => new Promise((resolve) => (redis.status === "ready" ? resolve() : redis.once("ready", resolve))),
    ping: async () => void (await redis.ping()),
    disconnect: () => redis.disconnect(),
  };
}
