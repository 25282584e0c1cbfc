import { postgresAvailable, startPostgresServer } from "./postgres-server.ts";
import { redisAvailable, startRedisServer } from "./redis-server.ts";

export type QueueStore = {
  /** Settings that put the queues there. */
  env: Record<string, string>;
  stop(): Promise<void>;
};

/** Every place that the queues can live in. */
export const QUEUE_STORES: { store: string; available: boolean; start(): Promise<QueueStore> }[] = [
  { store: "PGlite", available: true, start: async () => ({ env: {}, stop: async () => {} }) },
  {
    store: "PostgreSQL",
    available: postgresAvailable,
    async start() {
      const { url, stop } = await startPostgresServer();
      return { env: { DATABASE_URL: url }, stop };
    },
  },
  {
    store: "Redis",
    available: redisAvailable,
    async start() {
      const { url, stop } = await startRedisServer();
      return { env: { REDIS_URL: url }, stop };
    },
  },
];
