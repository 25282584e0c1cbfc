import { postgresAvailable, startPostgresServer } from "../support/postgres-server.ts";
import { redisAvailable, startRedisServer } from "../support/redis-server.ts";
import { bareSide, ourSide, play, restOf, type Round } from "./fan-out/sides.ts";
import { startViewers } from "./fan-out/stage.ts";
import { median, ROUNDS, type Bench, type Result } from "./result.ts";

/** Rounds before those that count: the first captions of a process are those of code that is not compiled yet. */
const ROUNDS_BEFORE = 5;

type Mode = "embedded" | "scaled";
/** Medians of one way to bring captions to viewers: delays in milliseconds, processor time in microseconds a delivery. */
type Figures = { p50: number; p99: number; deliveryUs: number };
type Compared = { name: string; count: number; ours: Figures; bare: Figures; hono: Figures };

/** A scripted line from its `POST` to the sockets of all viewers over three languages, against servers that only write. */
export const fanOut: Bench = {
  async run() {
    const few = await compare("embedded", 1_000);
    const many = await compare("embedded", 4_000);
    const results = [...delays(few, 1.5), ...delays(many, 1.2), ...deliveriesAlone(few, many)];
    if (!postgresAvailable || !redisAvailable) return results;
    const [redis, postgres] = await Promise.all([startRedisServer(), startPostgresServer()]);
    const settings = { REDIS_URL: redis.url, DATABASE_URL: postgres.url };
    try {
      results.push(...delays(await compare("scaled", 1_000, settings), 1.5), ...wholeDeliveries(await compare("scaled", 2_000, settings)));
      return results;
    } finally {
      await Promise.all([redis.stop(), postgres.stop()]);
    }
  },
};

function delays({ name, ours, bare }: Compared, atMost: number): Result[] {
  return (["p50", "p99"] as const).map((what) => ({
    name: `${name}: ${what}`,
    unit: "ms",
    ours: ours[what],
    bare: bare[what],
    promise: { of: "ratio", atMost },
    note: "POST of a scripted line to every viewer's socket, three languages; against node:http that only writes",
  }));
}

/** The embedded process is its own database, queue and worker: what one viewer more costs it, from few viewers to many. */
function deliveriesAlone(few: Compared, many: Compared): Result[] {
  const alone = (of: (compared: Compared) => Figures) =>
    (of(many).deliveryUs * many.count - of(few).deliveryUs * few.count) / (many.count - few.count);
  const whole = [few, many].map(({ count, ours }) => `${ours.deliveryUs.toFixed(1)} µs with ${count.toLocaleString("en-US")} viewers`);
  const note = `of each viewer more; with all that storing a sentence costs the one process ${whole.join(", ")}`;
  return perDelivery(
    "embedded",
    { ours: alone(({ ours }) => ours), bare: alone(({ bare }) => bare), hono: alone(({ hono }) => hono) },
    note,
  );
}

/** A web process by itself with about five captions a second, what it has to do for a sentence shared out among its deliveries. */
function wholeDeliveries({ name, ours, bare, hono }: Compared): Result[] {
  return perDelivery(name, { ours: ours.deliveryUs, bare: bare.deliveryUs, hono: hono.deliveryUs }, "with what a sentence costs it");
}

function perDelivery(name: string, { ours, bare, hono }: Record<"ours" | "bare" | "hono", number>, note: string): Result[] {
  const row = (against: number, atMost: number, what: string): Result => ({
    name: `${name}: CPU per delivery`,
    unit: "µs",
    ours,
    bare: against,
    promise: { of: "ratio", atMost },
    note: `the server's processor time, against ${what}; without what ours uses at rest; ${note}`,
  });
  return [row(bare, 1.2, "node:http"), row(hono, 0.35, "Hono's streamSSE")];
}

async function compare(mode: Mode, count: number, settings: Record<string, string> = {}): Promise<Compared> {
  const sides = [await ourSide(mode, settings), await bareSide("plain"), await bareSide("hono")];
  const audiences = sides.map(() => startViewers());
  try {
    const rounds: Round[][] = sides.map(() => []);
    for (const [at, side] of sides.entries()) {
      const audience = audiences[at];
      if (audience === undefined) continue;
      await audience.ask({ open: { urls: side.urls, count } });
      for (let round = 0; round < ROUNDS_BEFORE; round += 1) await play(side, audience, count);
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [at, side] of sides.entries()) {
        const audience = audiences[at];
        if (audience !== undefined) rounds[at]?.push(await play(side, audience, count));
      }
    }
    // Last, when nothing of the start is left to do.
    const rests: number[] = [];
    for (const side of sides) rests.push(await restOf(side));
    const [ours, bare, hono] = [0, 1, 2].map((at) => figuresOf(rounds[at] ?? [], rests[at] ?? 0));
    if (ours === undefined || bare === undefined || hono === undefined) throw new Error("three sides were to be compared");
    return { name: `${count.toLocaleString("en-US")} viewers, ${mode}`, count, ours, bare, hono };
  } finally {
    for (const audience of audiences) audience.stop();
    for (const side of sides) await side.stop();
  }
}

function figuresOf(rounds: readonly Round[], rest: number): Figures {
  const of = (value: (round: Round) => number) => median(rounds.map(value));
  return {
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    deliveryUs: of(({ cpuMs, tookMs, deliveries }) => ((cpuMs - rest * tookMs) * 1_000) / deliveries),
  };
}
