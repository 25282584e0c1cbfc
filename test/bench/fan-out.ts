import { postgresAvailable, startPostgresServer } from "../support/postgres-server.ts";
import { redisAvailable, startRedisServer } from "../support/redis-server.ts";
import { bareSide, ourSide, play, type Round } from "./fan-out/sides.ts";
import { startViewers } from "./fan-out/stage.ts";
import { median, ROUNDS, type Bench, type Result } from "./result.ts";

/** A scripted line from its `POST` to the sockets of all viewers over three languages, against servers that only write. */
export const fanOut: Bench = {
  async run() {
    const results = [...(await compare("embedded", 1_000, {}, 1.5)), ...(await compare("embedded", 4_000, {}, 1.2))];
    if (!postgresAvailable || !redisAvailable) return results;
    const [redis, postgres] = await Promise.all([startRedisServer(), startPostgresServer()]);
    try {
      return [...results, ...(await compare("scaled", 1_000, { REDIS_URL: redis.url, DATABASE_URL: postgres.url }, 1.5))];
    } finally {
      await Promise.all([redis.stop(), postgres.stop()]);
    }
  },
};

async function compare(mode: "embedded" | "scaled", count: number, settings: Record<string, string>, atMost: number): Promise<Result[]> {
  const sides = [await ourSide(mode, settings), await bareSide("plain"), await bareSide("hono")];
  const audiences = sides.map(() => startViewers());
  try {
    const rounds: Round[][] = sides.map(() => []);
    for (const [at, side] of sides.entries()) await audiences[at]?.ask({ open: { urls: side.urls, count } });
    for (let round = 0; round < ROUNDS + 1; round += 1) {
      for (const [at, side] of sides.entries()) {
        const audience = audiences[at];
        if (audience === undefined) continue;
        const measured = await play(side, audience, count);
        // The first round warms all up.
        if (round > 0) rounds[at]?.push(measured);
      }
    }
    const [ours = [], bare = [], hono = []] = rounds;
    const of = (side: Round[], value: (round: Round) => number) => median(side.map(value));
    const name = `${count.toLocaleString("en-US")} viewers, ${mode}`;
    const note = "POST of a scripted line to every viewer's socket, three languages; against node:http that only writes";
    const row = (what: string, value: (round: Round) => number): Result => ({
      name: `${name}: ${what}`,
      unit: "ms",
      ours: of(ours, value),
      bare: of(bare, value),
      promise: { of: "ratio", atMost },
      note,
    });
    const cpu = (against: Round[], atMost: number, note: string): Result => ({
      name: `${name}: CPU per delivery`,
      unit: "µs",
      ours: of(ours, ({ cpuUs }) => cpuUs),
      bare: of(against, ({ cpuUs }) => cpuUs),
      promise: { of: "ratio", atMost },
      note,
    });
    return [
      row("p50", ({ p50 }) => p50),
      row("p99", ({ p99 }) => p99),
      cpu(bare, 1.2, "the server's processor time, against node:http"),
      cpu(hono, 0.35, "the server's processor time, against Hono's streamSSE"),
    ];
  } finally {
    for (const audience of audiences) audience.stop();
    for (const side of sides) await side.stop();
  }
}
