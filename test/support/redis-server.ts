import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { freePort } from "./free-port.ts";

const BINARY_FOUND = spawnSync("redis-server", ["--version"]).status === 0;
const URL_GIVEN = process.env["REDIS_URL"];

/** Whether tests can have a Redis; without a binary they share the one of `REDIS_URL`. */
export const redisAvailable = BINARY_FOUND || URL_GIVEN !== undefined;
/** Whether tests can have one that they may kill. */
export const redisKillable = BINARY_FOUND;
if (!redisAvailable && process.env["CI"] === "true") throw new Error("CI must test with Redis: install redis-server or set REDIS_URL");

export type RedisServer = {
  url: string;
  /** As a power cut would: nobody is told. */
  kill(): Promise<void>;
  /** Starts it again on the same port with what it had written. */
  start(): Promise<void>;
  /** A black hole: connections stay open and nothing answers. */
  pause(): void;
  resume(): void;
  flushAll(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a redis-server with an append-only file on a free port; the tests' own, empty, gone after `stop`. */
export async function startRedisServer(): Promise<RedisServer> {
  if (!BINARY_FOUND) return sharedServer();
  const folder = await mkdtemp(join(tmpdir(), "farmcast-redis-"));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const args = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--dir",
    folder,
    "--save",
    "",
    "--appendonly",
    "yes",
    "--appendfsync",
    "everysec",
  ];
  let server: ChildProcess | undefined;
  const start = async () => {
    server = spawn("redis-server", [...args, "--maxmemory-policy", "noeviction"], { stdio: "ignore" });
    await answers(url);
  };
  const kill = async () => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const exited = new Promise((resolve) => server?.once("exit", resolve));
    server.kill("SIGKILL");
    await exited;
  };
  await start();
  return {
    url,
    start,
    kill,
    pause: () => void server?.kill("SIGSTOP"),
    resume: () => void server?.kill("SIGCONT"),
    flushAll: () => flushAll(url),
    async stop() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function sharedServer(): Promise<RedisServer> {
  const url = URL_GIVEN ?? "";
  await flushAll(url);
  const refuse = () => {
    throw new Error("only a redis-server started by the tests may be stopped: ask redisKillable first");
  };
  return { url, start: async () => {}, kill: refuse, pause: refuse, resume: refuse, flushAll: () => flushAll(url), stop: async () => {} };
}

async function flushAll(url: string): Promise<void> {
  const redis = new Redis(url);
  await redis.flushall();
  redis.disconnect();
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const redis = new Redis(url, { lazyConnect: true, retryStrategy: null, maxRetriesPerRequest: 0 });
    redis.on("error", () => {});
    const answer = await redis.ping().catch(() => undefined);
    redis.disconnect();
    if (answer !== undefined) return;
    await sleep(25);
  }
  throw new Error("redis-server did not start");
}
