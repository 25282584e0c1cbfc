import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createApp } from "#web/app.ts";
import { createRateLimits } from "#web/middleware/limit-rate.ts";
import { redisAvailable, redisKillable, startRedisServer } from "../support/redis-server.ts";
import { createTestApp, type TestApp } from "./test-app.ts";
import { bar } from "../support/bar.ts";

let web: TestApp;
beforeAll(async () => {
  web = await createTestApp();
}, 60_000);
afterAll(() => web.close());

test("a key that asks too often is told to wait, its speech and other keys are not", async () => {
  const limits = createRateLimits(
    { rateLimit: true, redisUrl: undefined },
    { requests: { points: 3, duration: 60 }, speech: { points: 20, duration: 60 } },
  );
  const app = createApp(web.services, { attach: async () => {} }, { limits });
  const [eager, calm] = [await web.join("eager"), await web.join("calm")];
  const ask = (key: string, path: string, body?: unknown) =>
    app.request(path, {
      method: body === undefined ? "GET" : "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json", "accept-language": "en" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  for (let turn = 0; turn < 3; turn += 1) expect((await ask(eager.key, "/v1/stories")).status).toBe(200);
  const refused = await ask(eager.key, "/v1/stories");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  expect(await refused.json()).toMatchObject({ code: "rate_limited" });
  expect((await ask(calm.key, "/v1/stories")).status).toBe(200);
  for (let turn = 0; turn < 20; turn += 1) {
    expect((await ask(eager.key, "/v1/shows/sh_none/segments", { id: `s${turn}`, text: "x", final: false })).status).toBe(404);
  }
  expect((await ask(eager.key, "/v1/shows/sh_none/segments", { id: "s", text: "x", final: false })).status).toBe(429);
});

test("with a Redis that is away each process counts for itself, at once", async () => {
  const limits = createRateLimits(
    { rateLimit: true, redisUrl: "redis://127.0.0.1:1" },
    { requests: { points: 2, duration: 60 }, speech: { points: 2, duration: 60 } },
  );
  const app = createApp(web.services, { attach: async () => {} }, { limits });
  const { key } = await web.join("scaled");
  const startedAt = performance.now();
  const statuses: number[] = [];
  for (let turn = 0; turn < 3; turn += 1)
    statuses.push((await app.request("/v1/stories", { headers: { authorization: `Bearer ${key}` } })).status);
  expect(statuses).toEqual([200, 200, 429]);
  expect(performance.now() - startedAt).toBeLessThan(bar(2_000));
  limits?.close();
});

test.skipIf(!redisAvailable)("with Redis two processes share one count", async () => {
  const redis = await startRedisServer();
  const rates = { requests: { points: 5, duration: 60 }, speech: { points: 5, duration: 60 } };
  const limits = [1, 2].map(() => createRateLimits({ rateLimit: true, redisUrl: redis.url }, rates));
  try {
    const apps = limits.map((each) => createApp(web.services, { attach: async () => {} }, { limits: each }));
    const { key } = await web.join("two processes");
    const headers = { authorization: `Bearer ${key}` };
    await vi.waitFor(() => expect(limits.every((each) => each?.ready)).toBe(true), { timeout: 20_000 });
    const ask = async (app: (typeof apps)[number]) => (await app.request("/v1/stories", { headers })).status;
    const statuses = await Promise.all(Array.from({ length: 10 }, () => apps.map(ask)).flat());
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
  } finally {
    for (const each of limits) each?.close();
    await redis.stop();
  }
});

test.skipIf(!redisKillable)("a Redis that stops answering costs a request a moment, not its answer", async () => {
  const redis = await startRedisServer();
  const limits = createRateLimits({ rateLimit: true, redisUrl: redis.url });
  try {
    const app = createApp(web.services, { attach: async () => {} }, { limits });
    const { key } = await web.join("black hole");
    const ask = () => app.request("/v1/stories", { headers: { authorization: `Bearer ${key}` } });
    await vi.waitFor(() => expect(limits?.ready).toBe(true), { timeout: 20_000 });
    expect((await ask()).status).toBe(200);
    redis.pause();
    const startedAt = performance.now();
    expect((await ask()).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(bar(2_000));
  } finally {
    redis.resume();
    limits?.close();
    await redis.stop();
  }
});
