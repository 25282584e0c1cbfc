import { Redis } from "ioredis";
import { createMiddleware } from "hono/factory";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible";
import type { Caller } from "#access/caller.ts";
import type { Config } from "#config.ts";
import { AppError } from "#errors.ts";
import type { AppEnv } from "#web/app-env.ts";
import { STREAM_POST } from "./require-scope.ts";

/** Requests of one key in a time. A streamer's device sends several interim sentences a second, so those count apart. */
export const RATES = {
  requests: { points: 600, duration: 60 },
  speech: { points: 1_800, duration: 60 },
  /** Comments of one address on one show: a whole village may come from one, behind a carrier's gateway. */
  buyers: { points: 30, duration: 60 },
  /** And all comments that one show gets from its page. */
  shows: { points: 900, duration: 60 },
} as const;
type Rates = Record<keyof typeof RATES, { points: number; duration: number }>;

/** A store that does not answer within this time is passed over: each process then counts for itself. */
const STORE_TIMEOUT_MS = 100;

export type RateLimits = {
  limiters: Record<keyof typeof RATES, RateLimiterAbstract>;
  /** Whether the counts are those of all processes. */
  readonly ready: boolean;
  close(): void;
};

/** Counters shared through Redis when there is one, else of this process. undefined with `RATE_LIMIT=off`. */
export function createRateLimits(config: Pick<Config, "rateLimit" | "redisUrl">, given: Partial<Rates> = {}): RateLimits | undefined {
  if (!config.rateLimit) return undefined;
  const redis = config.redisUrl === undefined ? undefined : connect(config.redisUrl);
  const rates: Rates = { ...RATES, ...given };
  const limiter = (name: keyof typeof RATES): RateLimiterAbstract => {
    const options = { ...rates[name], keyPrefix: `farmcast:rate:${name}` };
    const memory = new RateLimiterMemory(options);
    return redis === undefined
      ? memory
      : new RateLimiterRedis({ ...options, storeClient: redis, rejectIfRedisNotReady: true, insuranceLimiter: memory });
  };
  return {
    limiters: { requests: limiter("requests"), speech: limiter("speech"), buyers: limiter("buyers"), shows: limiter("shows") },
    get ready() {
      return redis === undefined || redis.status === "ready";
    },
    close: () => redis?.disconnect(),
  };
}

/** Answers `rate_limited` to a key that asks too often. Stands behind `authenticate`. */
export function limitRate({ limiters }: RateLimits) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { accountId, keyId } = c.get("caller");
    const limiter = c.req.method === "POST" && STREAM_POST.test(c.req.path) ? limiters.speech : limiters.requests;
    await spend(limiter, keyId ?? accountId, 1);
    await next();
  });
}

/** The same measure for what a signed-in person sends by a form. */
export async function limitCaller({ limiters }: RateLimits, { accountId, keyId }: Caller): Promise<void> {
  await spend(limiters.requests, keyId ?? accountId, 1);
}

/** Takes points from a budget. Throws `rate_limited` when it has too few left. */
export async function spend(limiter: RateLimiterAbstract, key: string, points: number): Promise<void> {
  await limiter.consume(key, points).catch((refusal: unknown) => {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new AppError("rate_limited", { retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
  });
}

function connect(url: string): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: STORE_TIMEOUT_MS });
  // It connects again by itself; without a listener a lost connection would end the process.
  redis.on("error", () => {});
  return redis;
}
