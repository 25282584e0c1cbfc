import { postgresAvailable, startPostgresServer } from "../support/postgres-server.ts";
import { redisAvailable, startRedisServer } from "../support/redis-server.ts";
import { bareSide, ourSide, play, restOf, type Round } from "./fan-out/sides.ts";
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
    for (const [at, side] of sides.entries()) {
      const audience = audiences[at];
      if (audience === undefined) continue;
      await audience.ask({ open: { urls: side.urls, count } });
      // Warms it up.
      await play(side, audience, count);
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [at, side] of sides.entries()) {
        const audience = audiences[at];
        if (audience !== undefined) rounds[at]?.push(await play(side, audience, count));
      }
    }
    // Last, when nothing of the start is left to do.
    const atRest = [];
    for (const side of sides) atRest.push(await restOf(side));
    const [ours = [], bare = [], hono = []] = rounds;
    const [ourRest = 0, bareRest = 0, honoRest = 0] = atRest;
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
    const deliveryUs = (side: Round[], rest: number) =>
      of(side, ({ cpuMs, tookMs, deliveries }) => ((cpuMs - rest * tookMs) * 1_000) / deliveries);
    const cpu = (against: number, atMost: number, note: string): Result => ({
      name: `${name}: CPU per delivery`,
      unit: "µs",
      ours: deliveryUs(ours, ourRest),
      bare: against,
      promise: { of: "ratio", atMost },
      note: `${note}; without what ours uses at rest, ${Math.round(ourRest * 1_000)} ms a second`,
    });
    return [
      row("p50", ({ p50 }) => p50),
      row("p99", ({ p99 }) => p99),
      cpu(deliveryUs(bare, bareRest), 1.2, "the server's processor time, against node:http"),
      cpu(deliveryUs(hono, honoRest), 0.35, "the server's processor time, against Hono's streamSSE"),
    ];
  } finally {
    for (const audience of audiences) audience.stop();
    for (const side of sides) await side.stop();
  }
}
