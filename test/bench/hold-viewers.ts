import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../support/free-port.ts";
import { collectGarbage } from "./fan-out/collect-garbage.ts";
import { ourSide, play } from "./fan-out/sides.ts";
import { percentile, startViewers, usageOf } from "./fan-out/stage.ts";
import { median, type Bench, type Result } from "./result.ts";

const MANY = 10_000;
const SETTLE_MS = 2_000;
const KB = 1_024;

/** What holding viewers takes: memory, those who do not read, and all of them coming back at once. */
export const holdViewers: Bench = {
  async run() {
    return [...(await memory()), await paused(), await reconnect()];
  },
};

async function memory(): Promise<Result[]> {
  const port = await freePort();
  const side = await ourSide("embedded", { NODE_OPTIONS: `--inspect=127.0.0.1:${port}` });
  const audience = startViewers();
  const settled = async () => {
    await sleep(SETTLE_MS);
    await collectGarbage(port);
    return usageOf(side.pid).memory;
  };
  try {
    await audience.ask({ open: { urls: side.urls, count: 100 } });
    await play(side, audience, 100);
    const before = await settled();
    await audience.ask({ open: { urls: side.urls, count: MANY } });
    const idle = (await settled()) - before;
    await play(side, audience, MANY);
    const busy = usageOf(side.pid).memory - before;
    const note = `resident memory above the idle server, ${MANY.toLocaleString("en-US")} viewers`;
    return [
      { name: "memory an idle viewer", unit: "KB", ours: idle / KB / (MANY - 100), promise: { of: "ours", atMost: 20 }, note },
      { name: "memory a busy viewer", unit: "KB", ours: busy / KB / (MANY - 100), promise: { of: "ours", atMost: 30 }, note },
      { name: "memory of all", unit: "MB", ours: busy / KB / KB, promise: { of: "ours", atMost: 400 }, note },
    ];
  } finally {
    audience.stop();
    await side.stop();
  }
}

async function paused(): Promise<Result> {
  const [all, still] = [1_000, 50];
  const side = await ourSide("embedded");
  const [audience, sleepers] = [startViewers(), startViewers()];
  try {
    await audience.ask({ open: { urls: side.urls, count: all - still } });
    await play(side, audience, all - still);
    const measure = async () => {
      const rounds = [];
      for (let round = 0; round < 5; round += 1) rounds.push((await play(side, audience, all - still)).p99);
      return median(rounds);
    };
    const bare = await measure();
    await sleepers.ask({ open: { urls: side.urls, count: still } });
    await sleepers.ask({ pause: { count: still } });
    const ours = await measure();
    const note = `p99 of ${all - still} viewers with ${still} more who do not read, against without them`;
    return { name: "viewers who do not read", unit: "ms", ours, bare, promise: { of: "ratio", atMost: 1.2 }, note };
  } finally {
    audience.stop();
    sleepers.stop();
    await side.stop();
  }
}

async function reconnect(): Promise<Result> {
  const count = 2_000;
  const side = await ourSide("embedded");
  const audience = startViewers();
  try {
    await audience.ask({ open: { urls: side.urls, count } });
    await play(side, audience, count);
    const answer = await audience.ask({ drop: { overMs: 5_000 } });
    if (!("resumedMs" in answer)) throw new Error("viewers did not come back");
    const note = `p99 from asking again to the first bytes, ${count.toLocaleString("en-US")} viewers within 5 s, with Last-Event-ID`;
    return { name: "all come back", unit: "ms", ours: percentile(answer.resumedMs, 0.99), promise: { of: "ours", atMost: 2_000 }, note };
  } finally {
    audience.stop();
    await side.stop();
  }
}
