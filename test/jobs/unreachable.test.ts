import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { AppError } from "#errors.ts";
import { postgresAvailable, startPostgresServer } from "../support/postgres-server.ts";
import { redisKillable, startRedisServer } from "../support/redis-server.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";
import { bar } from "../support/bar.ts";

const STORY = { storyId: "st_1", telling: 1 };

/** How an enqueue ended, and after how many milliseconds. */
async function ask({ jobs }: TestServices): Promise<{ code: string; ms: number }> {
  const startedMs = performance.now();
  const code = await jobs.enqueue("story.write", STORY).then(
    () => "taken",
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
  return { code, ms: performance.now() - startedMs };
}

function isReady({ jobs }: TestServices): boolean {
  try {
    jobs.requireReady();
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: "queue_unavailable", status: 503 });
    return false;
  }
}

describe.skipIf(!redisKillable)("asking for jobs while Redis is away", () => {
  it("is refused at once, and taken again by itself when Redis is back, with nothing taken before lost", async () => {
    const redis = await startRedisServer();
    const services = await createTestServices({ env: { REDIS_URL: redis.url } });
    expect(await ask(services)).toMatchObject({ code: "taken" });
    expect(isReady(services)).toBe(true);
    await sleep(1_100); // What is written is on the disk once a second.
    await redis.kill();
    await expect.poll(() => isReady(services)).toBe(false);
    const refused = await ask(services);
    expect(refused.code).toBe("queue_unavailable");
    expect(refused.ms).toBeLessThan(bar(250));
    await redis.start();
    await expect.poll(() => isReady(services)).toBe(true);
    const counts = await services.jobs.counts();
    expect(counts.find(({ queue }) => queue === "stories")).toMatchObject({ waiting: 1 });
    await services.close();
    await redis.stop();
  });

  it("is refused soon where Redis is there and silent, and the silence is known after a while", async () => {
    const redis = await startRedisServer();
    const services = await createTestServices({ env: { REDIS_URL: redis.url } });
    redis.pause();
    const first = await ask(services);
    expect(first.code).toBe("queue_unavailable");
    expect(first.ms).toBeLessThan(bar(1_000));
    await expect.poll(() => isReady(services)).toBe(false);
    redis.resume();
    await expect.poll(() => isReady(services)).toBe(true);
    expect(await ask(services)).toMatchObject({ code: "taken" });
    await services.close();
    await redis.stop();
  });

  it("does not keep the service from starting before Redis does", async () => {
    const redis = await startRedisServer();
    await redis.kill();
    const services = await createTestServices({ env: { REDIS_URL: redis.url } });
    expect(isReady(services)).toBe(false);
    await redis.start();
    await expect.poll(() => isReady(services)).toBe(true);
    await expect.poll(async () => (await ask(services)).code).toBe("taken");
    await services.close();
    await redis.stop();
  });
});

describe.skipIf(!postgresAvailable)("asking for jobs while PostgreSQL is away", () => {
  it("is refused and does not hang", async () => {
    const postgres = await startPostgresServer();
    const services = await createTestServices({ env: { DATABASE_URL: postgres.url } });
    expect(await ask(services)).toMatchObject({ code: "taken" });
    await postgres.stop();
    const refused = await ask(services);
    expect(refused.code).toBe("queue_unavailable");
    expect(refused.ms).toBeLessThan(bar(4_000));
    await expect.poll(() => isReady(services)).toBe(false);
    await services.close();
  });
});
