import { createServer, type Server } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { eq } from "#database/drizzle.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cues } from "#database/schema.ts";
import { LANGUAGES, languageSchema } from "#i18n/language.ts";
import { createCaptionHub, type CaptionHub } from "#live/caption-hub.ts";
import { openShow } from "#shows/open-show.ts";
import { saySegment } from "#shows/say-segment.ts";
import { openTestShow, SCRIPT, type ShowStage } from "../shows/show-fixture.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { CountingViewer } from "./counting-viewer.ts";

/** A bench asks for more of each. */
const VIEWERS = Number(process.env["VIEWERS"] ?? 30);
const EVENTS = Number(process.env["EVENTS"] ?? 240);
const FINALS = Number(process.env["FINALS"] ?? 90);
const SEED = Number(process.env["SEED"] ?? Date.now());
const TIMEOUT_MS = 1_800_000;
/** What a show's memory may still grow by once its rings and caches are full. */
const GROWTH_MB_MAX = 12;
const WARM_FINALS = 3_500;

let stage: ShowStage;
let hub: CaptionHub;
let server: Server;
let base: string;

beforeAll(async () => {
  stage = await openTestShow();
  hub = createCaptionHub(stage.services);
  server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? "/", "http://here");
    const lastEventId = incoming.headers["last-event-id"];
    const stream = { showId: url.pathname.slice(1), language: languageSchema.parse(url.searchParams.get("lang")) };
    hub.attach({ ...stream, ...(typeof lastEventId === "string" && { lastEventId }) }, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
});
afterAll(async () => {
  await hub.close();
  server.closeAllConnections();
  server.close();
  await stage.services.close();
});

const newShow = async () => (await openShow(stage.services, stage.accountId, { title: "Live", script: SCRIPT })).id;
/** A prepared line with a price of its own: one event in each language. */
const say = (showId: string, count: number) =>
  saySegment(stage.services, stage.accountId, showId, {
    id: `s${count}`,
    text: `giá hôm nay ${10 + (count % 89)} nghìn một cân`,
    final: true,
  });
const watch = (showId: string, count: number) =>
  Array.from({ length: count }, (_, at) => new CountingViewer(`${base}/${showId}?lang=${LANGUAGES[at % LANGUAGES.length] ?? "vi"}`));
const allAt = (viewers: CountingViewer[], seq: number) =>
  vi.waitFor(
    async () => {
      for (const viewer of viewers) if (!viewer.watching) await viewer.open();
      expect(viewers.filter(({ last }) => last !== seq)).toHaveLength(0);
    },
    { timeout: 60_000, interval: 50 },
  );

test("through drops and two restarts every viewer sees every number once and in order", { timeout: TIMEOUT_MS }, async () => {
  const random = seededRandom(SEED);
  const showId = await newShow();
  const viewers = watch(showId, VIEWERS);
  await Promise.all(viewers.map((viewer) => viewer.open()));
  const sentences = Math.ceil(EVENTS / LANGUAGES.length);
  const restarts = [Math.floor(sentences / 3), Math.floor((2 * sentences) / 3)];
  for (let count = 1; count <= sentences; count += 1) {
    await say(showId, count);
    if (restarts.includes(count)) {
      // As a process that ends: all streams close, and nothing of the room is left.
      const ended = hub;
      hub = createCaptionHub(stage.services);
      await ended.close();
    }
    for (const viewer of viewers) {
      if (viewer.watching && random() < 0.01) viewer.drop();
      else if (!viewer.watching && random() < 0.3) void viewer.open();
    }
  }
  await allAt(viewers, sentences);
  console.log(`${VIEWERS} viewers, ${sentences * LANGUAGES.length} events (SEED=${SEED})`);
  expect(viewers.flatMap(({ faults }) => faults)).toEqual([]);
  for (const viewer of viewers) viewer.drop();
});

test("a show of many hours loses nothing, and its memory stays what it was", { timeout: TIMEOUT_MS }, async () => {
  const showId = await newShow();
  const viewers = watch(showId, 6);
  await Promise.all(viewers.map((viewer) => viewer.open()));
  let warmMb = 0;
  for (let count = 1; count <= FINALS; count += 1) {
    await say(showId, count);
    if (count === Math.min(WARM_FINALS, FINALS)) warmMb = usedMb();
  }
  await allAt(viewers, FINALS);
  expect(viewers.flatMap(({ faults }) => faults)).toEqual([]);
  const stored = await stage.services.database.db.$count(cues, eq(cues.showId, showId));
  expect(stored).toBe(FINALS * LANGUAGES.length);
  const grownMb = usedMb() - warmMb;
  console.log(`${FINALS} finals: memory grew by ${grownMb.toFixed(1)} MB after the first ${Math.min(WARM_FINALS, FINALS)} (SEED=${SEED})`);
  expect(grownMb).toBeLessThan(GROWTH_MB_MAX);
  for (const viewer of viewers) viewer.drop();
});

/** What the heap holds once everything unneeded is freed, in megabytes. */
function usedMb(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed / 1_048_576;
}
