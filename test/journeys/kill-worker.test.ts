import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectDatabase, type Database } from "#database/connect.ts";
import { stories } from "#database/schema.ts";
import { startFarmcast, type FarmcastProcess } from "../support/farmcast-process.ts";
import { expectOnceEach, keepAsking, openShow, untilDone } from "../support/kill-load.ts";
import { startModelServer } from "../support/model-server.ts";
import { postgresAvailable, startPostgresServer, type PostgresServer } from "../support/postgres-server.ts";
import { redisAvailable, startRedisServer, type RedisServer } from "../support/redis-server.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { bar } from "../support/bar.ts";

const KILLS = Number(process.env["KILLS"] ?? 3);
const SEED = Number(process.env["SEED"] ?? Date.now());

describe.skipIf(!redisAvailable || !postgresAvailable)("a scaled service", () => {
  let postgres: PostgresServer;
  let redis: RedisServer;
  let env: Record<string, string>;
  let database: Database;
  /** Without a model; it lives as long as the suite, whoever dies behind it. */
  let web: FarmcastProcess;
  let running: FarmcastProcess[];

  beforeAll(async () => {
    postgres = await startPostgresServer();
    redis = await startRedisServer();
    env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
    running = [];
    database = await connectDatabase({ databaseUrl: postgres.url });
    web = await startFarmcast("web", env);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.kill()));
  });
  afterAll(async () => {
    await web?.kill();
    await database?.close();
    await redis?.stop();
    await postgres?.stop();
  });

  const start = async (role: "web" | "worker", more: Record<string, string> = {}) => {
    const farmcast = await startFarmcast(role, { ...env, ...more });
    running.push(farmcast);
    return farmcast;
  };

  it(
    `loses no story and no sentence it has taken, and tells none twice, over ${KILLS} kills of its workers`,
    async () => {
      const random = seededRandom(SEED);
      const workers = await Promise.all([start("worker"), start("worker")]);
      const showId = await openShow(web);
      const asking = keepAsking(showId, () => web);
      for (let kill = 0; kill < KILLS; kill += 1) {
        await sleep(300 + random() * 1_500);
        const at = Math.floor(random() * workers.length);
        await workers[at]?.kill();
        workers[at] = await start("worker");
      }
      await sleep(500);
      const acknowledged = await asking.stop();
      expect(acknowledged.stories.length).toBeGreaterThan(0);
      expect(acknowledged.segments.length).toBeGreaterThan(0);
      const doneMs = await untilDone(web, showId, acknowledged, 60_000 + KILLS * 2_000);
      await expectOnceEach(database, showId, acknowledged);
      const claims = (await database.db.select({ claims: stories.claims }).from(stories)).map((row) => row.claims);
      console.info(
        `${KILLS} kills (SEED=${SEED}): ${acknowledged.stories.length} stories, ${acknowledged.segments.length} sentences; done ${doneMs} ms after the last, a story claimed ${Math.max(...claims)} times at most`,
      );
    },
    180_000 + KILLS * 15_000,
  );

  it("gives a killed worker's caption to another one within 8 seconds", async () => {
    const models = await startModelServer();
    models.answer(() => ({ headersAfterMs: 120_000 }));
    const model = { MODELS: "openai:journey", OPENAI_API_KEY: "key-of-the-journey", OPENAI_BASE_URL: models.openaiUrl };
    const [asked, victim] = await Promise.all([start("web", model), start("worker", model)]);
    const showId = await openShow(asked);
    await asked.request("POST", `/v1/shows/${showId}/segments`, {
      id: "s1",
      text: "Hôm nay gió mát, em mời cả nhà ghé thăm vườn",
      final: true,
    });
    await expect.poll(() => models.requests.length, { timeout: bar(10_000) }).toBeGreaterThanOrEqual(2);
    const calls = models.requests.length;
    await victim.kill();
    const killedMs = Date.now();
    await start("worker", model);
    const captions = async () => (await asked.request("GET", `/v1/shows/${showId}/captions.json?lang=ja`)).text();
    await expect.poll(captions, { timeout: bar(20_000), interval: 20 }).toContain('"cue":');
    const againMs = Date.now() - killedMs;
    console.info(`a killed worker's caption is out after ${againMs} ms, ${models.requests.length - calls} more calls`);
    expect(againMs).toBeLessThan(bar(8_000));
    await models.close();
  }, 120_000);

  it("tells a story whose job was never asked for within 10 seconds", async () => {
    await start("worker");
    const [row] = await database.db
      .insert(stories)
      .values({ id: "st_neverasked", accountId: await ownerId(database), notes: "cam Cao Phong 35k/kg, thùng 10kg", markets: ["vn"] })
      .returning();
    const insertedMs = Date.now();
    await expect.poll(() => statusOf(web, row?.id ?? ""), { timeout: bar(20_000), interval: 50 }).toBe("ready");
    const toldMs = Date.now() - insertedMs;
    console.info(`a story that was never enqueued is told after ${toldMs} ms`);
    expect(toldMs).toBeLessThan(bar(10_000));
  }, 120_000);

  it("tells everything that was waiting when Redis was emptied", async () => {
    const ids: string[] = [];
    for (let at = 0; at < 20; at += 1) {
      const answer = await web.request("POST", "/v1/stories", { notes: `bưởi da xanh Bến Tre ${50 + at}k/kg, trái 1,5kg` });
      expect(answer.status).toBe(202);
      ids.push(idOf(await answer.json()));
    }
    await redis.flushAll();
    const emptiedMs = Date.now();
    const worker = await start("worker");
    for (const id of ids) await expect.poll(() => statusOf(web, id), { timeout: 30_000, interval: 100 }).toBe("ready");
    console.info(`20 stories are told ${Date.now() - emptiedMs} ms after Redis was emptied`);
    // Also under a worker that is running: its clock is gone with the rest, and comes back.
    await redis.flushAll();
    const [row] = await database.db
      .insert(stories)
      .values({ id: "st_afterflush", accountId: await ownerId(database), notes: "cam Cao Phong 35k/kg", markets: ["vn"] })
      .returning();
    await expect.poll(() => statusOf(web, row?.id ?? ""), { interval: 100 }).toBe("ready");
    expect((await worker.interrupt()).code).toBe(0);
  }, 180_000);
});

async function statusOf(web: FarmcastProcess, id: string): Promise<string> {
  return /"status":"(\w+)"/.exec(await (await web.request("GET", `/v1/stories/${id}`)).text())?.[1] ?? "none";
}

function idOf(body: unknown): string {
  return typeof body === "object" && body !== null && "id" in body ? String(body.id) : "";
}

async function ownerId({ db }: Database): Promise<string> {
  const account = await db.query.accounts.findFirst();
  return account?.id ?? "";
}
