import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { readEvents } from "../../scripts/read-events.ts";
import { startService, type RunningService } from "../../scripts/start-service.ts";
import type { Bench } from "./result.ts";
import { allTold, authorised, post } from "./tell-stories.ts";
import { ratePerSecond, takeTurns } from "./result.ts";

const QUEUED = 1_000;
const SENTENCES = 400;
const SENTENCE_EVERY_MS = 40;
const WIDTH = 32;
const LINES = [
  "Vải thiều nhà em đây cả nhà ơi",
  "Giá ba mươi lăm nghìn một ký nha",
  "Cả nhà nhắn em để đặt hàng nhé",
  "Em bóc một quả cho cả nhà xem",
];
const showSchema = z.object({ id: z.string(), links: z.object({ captions: z.string() }) });

/** A prepared line from being said to the Japanese viewer, with a thousand stories waiting in the same process and without. */
export const captionBesideStories: Bench = {
  async run() {
    const service = await startService({ RATE_LIMIT: "off" });
    try {
      await say(service);
      const alone = async () => p99(await say(service));
      const beside = async () => {
        await ratePerSecond(QUEUED, WIDTH, () => post(service));
        const delay = p99(await say(service));
        await allTold(service);
        return delay;
      };
      const note = `a prepared line to the Japanese viewer, p99 of ${SENTENCES}, with ${QUEUED} stories queued and with none, embedded`;
      return [
        { name: "a caption beside stories", unit: "ms", ...(await takeTurns(beside, alone)), promise: { of: "ratio", atMost: 1.2 }, note },
      ];
    } finally {
      await service.stop();
    }
  },
};

/** Opens a show, says its lines in turn, and gives how long each took to be seen, in milliseconds. */
async function say(service: RunningService): Promise<number[]> {
  const headers = { ...authorised(service), "content-type": "application/json" };
  const script = LINES.map((vi, index) => ({ id: `l${index}`, vi, en: `line ${index}`, ja: `これは${index}番のせりふです` }));
  const opened = await fetch(`${service.url}/v1/shows`, { method: "POST", headers, body: JSON.stringify({ title: "bench", script }) });
  const show = showSchema.parse(await opened.json());
  const saidAt: number[] = [];
  const tookMs: number[] = [];
  const done = new AbortController();
  const url = new URL(show.links.captions, service.url);
  url.searchParams.set("lang", "ja");
  const { promise: joined, resolve: join } = Promise.withResolvers<void>();
  const watching = (async () => {
    for await (const { event } of readEvents(url.href, {}, done.signal)) {
      // What is said before it comes would be in it, and no event of its own.
      if (event === "snapshot") join();
      if (event !== "cue") continue;
      tookMs.push(performance.now() - (saidAt[tookMs.length] ?? Number.NaN));
      if (tookMs.length === SENTENCES) done.abort();
    }
  })();
  await joined;
  await sleep(200);
  for (let at = 0; at < SENTENCES; at += 1) {
    const body = JSON.stringify({ id: `s${at}`, text: LINES[at % LINES.length], final: true });
    saidAt.push(performance.now());
    await fetch(`${service.url}/v1/shows/${show.id}/segments`, { method: "POST", headers, body });
    await sleep(Math.max(0, SENTENCE_EVERY_MS - (performance.now() - (saidAt.at(-1) ?? 0))));
  }
  await watching;
  return tookMs;
}

function p99(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length * 0.99)] ?? Number.NaN;
}
