// Long because one hub and one show's stage are shared by all that viewers do.
import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { AppError } from "#errors.ts";
import { languageSchema, type Language } from "#i18n/language.ts";
import { announceCue } from "#live/caption-channel.ts";
import { createCaptionHub, type CaptionHub } from "#live/caption-hub.ts";
import { correctCue } from "#shows/correct-cue.ts";
import { endShow } from "#shows/end-show.ts";
import { openShow } from "#shows/open-show.ts";
import { publishCues } from "#shows/publish-cues.ts";
import { retractCue } from "#shows/retract-cue.ts";
import { saySegment } from "#shows/say-segment.ts";
import { openTestShow, SCRIPT, type ShowStage } from "../shows/show-fixture.ts";
import { CaptionViewer } from "./caption-viewer.ts";

let stage: ShowStage;
let hub: CaptionHub;
let server: Server;
let base: string;
const viewers: CaptionViewer[] = [];

beforeAll(async () => {
  stage = await openTestShow();
  hub = createCaptionHub(stage.services);
  server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? "/", "http://here");
    const asked = url.searchParams.getAll("lang").map((name) => languageSchema.parse(name));
    const language = asked.length > 1 ? asked : (asked[0] ?? "vi");
    const lastEventId = incoming.headers["last-event-id"];
    const stream = { showId: url.pathname.slice(1), language, ...(typeof lastEventId === "string" && { lastEventId }) };
    hub.attach(stream, response).catch((error: unknown) => {
      response.statusCode = error instanceof AppError ? error.status : 500;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
});
afterEach(() => {
  for (const viewer of viewers.splice(0)) viewer.drop();
});
afterAll(async () => {
  await hub.close();
  server.closeAllConnections();
  server.close();
  await stage.services.close();
});

const newShow = async () => (await openShow(stage.services, stage.accountId, { title: "Live", script: SCRIPT })).id;
const say = (showId: string, id: string, text: string, final = true) =>
  saySegment(stage.services, stage.accountId, showId, { id, text, final });
function viewerOf(showId: string, ...languages: Language[]): CaptionViewer {
  const viewer = new CaptionViewer(`${base}/${showId}?${languages.map((language) => `lang=${language}`).join("&")}`);
  viewers.push(viewer);
  return viewer;
}
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 });
/** Final captions straight into the record, as many as a long show has. */
async function publish(showId: string, language: Language, from: number, to: number, text = "câu"): Promise<void> {
  for (let number = from; number <= to; number += 1) {
    const cue = {
      cue: `cue${number}`,
      language,
      rev: 1,
      text: `${text} ${number}`,
      provenance: "speech",
      startMs: number,
      endMs: number + 900,
    } as const;
    await publishCues(stage.services, showId, [{ ...cue, receivedAtMs: Date.now() }]);
  }
}

test("a viewer gets a snapshot first, then every caption with its id, and interims without one", async () => {
  const showId = await newShow();
  const viewer = viewerOf(showId, "en");
  await viewer.open();
  await say(showId, "s1", "giá hôm nay 36 nghìn một cân nhé", false);
  await say(showId, "s1", "giá hôm nay 37 nghìn một cân nhé");
  await until(() => expect(viewer.cues()).toHaveLength(2));
  expect(viewer.seen[0]).toMatchObject({ name: "snapshot", data: { seq: 0, cues: [] } });
  expect(viewer.seen[1]).toMatchObject({
    name: "cue",
    id: undefined,
    data: { status: "interim", seq: 0, text: "Today's price is 36,000 dong per kilo." },
  });
  expect(viewer.seen[2]).toMatchObject({
    name: "cue",
    data: { status: "final", seq: 1, rev: 1, text: "Today's price is 37,000 dong per kilo." },
  });
  expect(viewer.lastEventId).toMatch(/^[0-9a-z]+-1$/);
});

test("who comes late gets the last captions as they now are: corrected, and without the retracted", async () => {
  const showId = await newShow();
  await say(showId, "s1", "câu thứ nhất về cây vải nhà em");
  const second = await say(showId, "s2", "câu thứ hai nói nhầm rồi bà con");
  const third = await say(showId, "s3", "câu thứ ba về con trâu nhà em");
  await retractCue(stage.services, stage.accountId, showId, second.cueId ?? "");
  await correctCue(stage.services, stage.accountId, showId, third.cueId ?? "", { language: "vi", text: "Câu thứ ba, đã sửa." });
  const viewer = viewerOf(showId, "vi");
  await viewer.open();
  await until(() => expect(viewer.seen).toHaveLength(1));
  const [first] = viewer.seen;
  expect(first).toMatchObject({ name: "snapshot", data: { seq: 5 } });
  expect(first?.name === "snapshot" && first.data.cues.map(({ text }) => text)).toEqual([
    "câu thứ nhất về cây vải nhà em",
    "Câu thứ ba, đã sửa.",
  ]);
});

test("corrections and retractions reach who is watching", async () => {
  const showId = await newShow();
  const viewer = viewerOf(showId, "vi");
  await viewer.open();
  const { cueId } = await say(showId, "s1", "câu này rồi sẽ được sửa lại cho đúng");
  await correctCue(stage.services, stage.accountId, showId, cueId ?? "", { language: "vi", text: "Đã sửa." });
  await retractCue(stage.services, stage.accountId, showId, cueId ?? "");
  await until(() => expect(viewer.cues()).toHaveLength(3));
  expect(viewer.cues().map(({ rev, status, provenance }) => ({ rev, status, provenance }))).toEqual([
    { rev: 1, status: "final", provenance: "speech" },
    { rev: 2, status: "final", provenance: "human" },
    { rev: 3, status: "retracted", provenance: "human" },
  ]);
});

test("whatever drops and comes back sees every number once and in order", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), { minLength: 4, maxLength: 8 }), async (plans) => {
      const showId = await newShow();
      const people = plans.map(() => viewerOf(showId, "vi"));
      await Promise.all(people.map((viewer) => viewer.open()));
      await until(() => expect(people.every((viewer) => viewer.seen.length > 0)).toBe(true));
      for (let round = 0; round < 6; round += 1) {
        const publishing = publish(showId, "vi", round * 12 + 1, round * 12 + 12);
        await sleep(3);
        const away = people.filter((_, index) => plans[index]?.[round] === true);
        for (const viewer of away) viewer.drop();
        await publishing;
        await Promise.all(away.map((viewer) => viewer.open()));
      }
      // Who dropped before the first number came back as a new viewer: then the snapshot holds it all.
      const lastSeen = (viewer: (typeof people)[number]) =>
        viewer.seen.flatMap((event) => (event.name === "snapshot" || event.name === "cue" ? [event.data.seq] : [])).at(-1);
      await until(() => expect(people.map(lastSeen)).toEqual(people.map(() => 72)));
      for (const viewer of people) {
        const first = viewer.seen[0];
        const snapshots = viewer.seen.flatMap((event) => (event.name === "snapshot" ? [event.data.seq] : []));
        const from = snapshots.at(-1) ?? 0;
        expect(first?.name).toBe("snapshot");
        const after = viewer.cues().filter(({ seq }) => seq > from);
        expect(after.map(({ seq }) => seq)).toEqual(after.map((_, index) => from + index + 1));
        expect(viewer.seen.some(({ name }) => name === "gap")).toBe(false);
      }
    }),
    { numRuns: 6 },
  );
});

test("a whole long show is replayed from the record, and an id of another count is told about the gap", { timeout: 60_000 }, async () => {
  const showId = await newShow();
  await publish(showId, "vi", 1, 1_300);
  const first = viewerOf(showId, "vi");
  await first.open();
  await until(() => expect(first.seen).toHaveLength(1));
  const snapshot = first.seen[0];
  const epoch = snapshot?.name === "snapshot" ? snapshot.data.epoch : "";
  const back = viewerOf(showId, "vi");
  back.lastEventId = `${epoch}-3`;
  await back.open();
  await until(() => expect(back.cues()).toHaveLength(1_297));
  expect(back.cues().map(({ seq }) => seq)).toEqual(Array.from({ length: 1_297 }, (_, index) => index + 4));
  const strange = viewerOf(showId, "vi");
  strange.lastEventId = "otherepoch-7";
  await strange.open();
  await until(() => expect(strange.seen.map(({ name }) => name)).toEqual(["gap", "snapshot"]));
  expect(strange.seen[0]).toEqual({ name: "gap", data: { from: 8, to: 1_300 } });
});

test("events that reach the hub in any order, or not at all, leave it in the order of their numbers", async () => {
  const showId = await newShow();
  const viewer = viewerOf(showId, "vi");
  await viewer.open();
  await until(() => expect(viewer.seen).toHaveLength(1));
  // A bus that loses every other message: the room has to ask the rows.
  const publishToBus = stage.services.bus.publish;
  let count = 0;
  stage.services.bus.publish = (channel, message) => (count++ % 2 === 0 ? Promise.resolve() : publishToBus(channel, message));
  await publish(showId, "vi", 1, 20);
  stage.services.bus.publish = publishToBus;
  await until(() => expect(viewer.cues().map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1)));
});

test("a viewer that does not read is dropped, and the others miss nothing", { timeout: 60_000 }, async () => {
  const showId = await newShow();
  const slow = viewerOf(showId, "vi");
  const quick = viewerOf(showId, "vi");
  await Promise.all([slow.open(), quick.open()]);
  await until(() => expect(quick.seen).toHaveLength(1));
  slow.pause();
  const before = hub.clients;
  // Straight to the bus: no record holds a caption this long.
  const text = "x".repeat(60_000);
  for (let seq = 1; hub.clients === before && seq <= 600; seq += 1) {
    const cue = {
      cue: `cue${seq}`,
      language: "vi",
      seq,
      rev: 1,
      text,
      status: "final",
      provenance: "speech",
      startMs: seq,
      endMs: seq + 900,
    } as const;
    announceCue(stage.services, showId, { ...cue, lines: [] });
    await sleep(5);
  }
  expect(hub.clients).toBe(before - 1);
  const shed = await stage.services.metrics.sseShed.get();
  expect(shed.values[0]?.value).toBe(1);
  await until(() => expect(quick.cues().length).toBeGreaterThan(5));
  expect(quick.cues().map(({ seq }) => seq)).toEqual(quick.cues().map((_, index) => index + 1));
});

test("the end of a show is told after its last caption, also to who comes afterwards", async () => {
  const showId = await newShow();
  const viewer = viewerOf(showId, "ja");
  await viewer.open();
  await say(showId, "s1", "em ngừng phun thuốc hai mươi ngày trước khi hái");
  await endShow(stage.services, stage.accountId, showId);
  await viewer.closed;
  expect(viewer.seen.map(({ name }) => name)).toEqual(["snapshot", "cue", "end"]);
  const late = viewerOf(showId, "ja");
  await late.open();
  await late.closed;
  expect(late.seen.map(({ name }) => name)).toEqual(["snapshot", "end"]);
});

test("an id from ahead of the record is told a gap that goes forward, and what there is", async () => {
  const showId = await newShow();
  await publish(showId, "vi", 1, 3);
  const viewer = viewerOf(showId, "vi");
  await viewer.open();
  await publish(showId, "vi", 4, 4);
  await until(() => expect(viewer.lastEventId).toMatch(/-4$/));
  viewer.drop();
  viewer.seen.length = 0;
  viewer.lastEventId = viewer.lastEventId?.replace(/-4$/, "-70000");
  await viewer.open();
  await until(() => expect(viewer.seen.map(({ name }) => name)).toEqual(["gap", "snapshot"]));
  expect(viewer.seen[0]).toEqual({ name: "gap", data: { from: 1, to: 4 } });
});

test("several languages come on one line, each from where it was left off, and end together", async () => {
  const showId = await newShow();
  await say(showId, "s1", "giá hôm nay 36 nghìn một cân nhé");
  const viewer = viewerOf(showId, "vi", "en");
  await viewer.open();
  await until(() => expect(viewer.seen.map(({ name }) => name)).toEqual(["snapshot", "snapshot"]));
  const { cueId } = await say(showId, "s2", "giá hôm nay 37 nghìn một cân nhé");
  await until(() => expect(viewer.cues()).toHaveLength(2));
  expect(viewer.cues().map(({ language, seq }) => `${language} ${seq}`)).toEqual(expect.arrayContaining(["vi 2", "en 2"]));
  expect(viewer.lastEventId).toMatch(/^[0-9a-z]+-2-2$/);
  viewer.drop();
  await correctCue(stage.services, stage.accountId, showId, cueId ?? "", { language: "en", text: "It is 37,000 dong per kilo." });
  viewer.seen.length = 0;
  await viewer.open();
  await until(() => expect(viewer.cues()).toHaveLength(1));
  expect(viewer.cues()[0]).toMatchObject({ language: "en", seq: 3, text: "It is 37,000 dong per kilo." });
  expect(viewer.lastEventId).toMatch(/-2-3$/);
  await endShow(stage.services, stage.accountId, showId);
  await viewer.closed;
  expect(viewer.seen.map(({ name }) => name)).toEqual(["cue", "end", "end"]);
});

test("a show or a language that is not there is refused before anything is written", async () => {
  const showId = (await openShow(stage.services, stage.accountId, { title: "Two", languages: ["vi", "en"] })).id;
  expect((await fetch(`${base}/sh_nothing?lang=vi`)).status).toBe(404);
  expect((await fetch(`${base}/${showId}?lang=ja`)).status).toBe(404);
});
