import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { columnsOf } from "#shows/columns-of.ts";
import { correctCue } from "#shows/correct-cue.ts";
import { exportCaptions } from "#shows/export-captions.ts";
import { openShow } from "#shows/open-show.ts";
import { readEarlier } from "#shows/read-earlier.ts";
import { saySegment } from "#shows/say-segment.ts";
import { openTestShow, SCRIPT, type ShowStage } from "./show-fixture.ts";

let stage: ShowStage;
beforeAll(async () => {
  stage = await openTestShow();
});
afterAll(() => stage.services.close());

test("for a phone's picture the record stands narrower, and what comes too fast to read is marked", async () => {
  const show = await openShow(stage.services, stage.accountId, { title: "Fast", script: SCRIPT });
  const text = "em kể cho cả nhà nghe chuyện con trâu nhà em nó đi lạc ba ngày ba đêm rồi tự nó mò về";
  const speak = (id: string, startMs: number) =>
    saySegment(stage.services, stage.accountId, show.id, { id, text, final: true, startMs, endMs: startMs + 900 });
  await speak("f1", 0);
  await speak("f2", 1_000);
  const file = (format: "srt" | "json") =>
    exportCaptions(stage.services, stage.accountId, show.id, format, { language: "vi", layout: "vertical" });
  const lines = (await file("srt")).body.split("\n").filter((line) => /\p{L}/u.test(line));
  expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(30);
  const { cues: told } = z
    .object({ cues: z.array(z.looseObject({ fast: z.boolean().optional() })) })
    .parse(JSON.parse((await file("json")).body));
  expect(told.map(({ fast }) => fast)).toEqual([true, undefined]);
});

test("of two sentences of one moment, typed on two devices, a corrected one stays before the other", async () => {
  const { services, accountId } = stage;
  const show = await openShow(services, accountId, { title: "At once", languages: ["vi"] });
  const say = (id: string, text: string) => saySegment(services, accountId, show.id, { id, text, final: true, startMs: 5_000 });
  const { cueId } = await say("first", "vườn em ở đầu làng có cây đa to");
  await say("second", "nhà em nuôi thêm mấy đàn ong nữa");
  await correctCue(services, accountId, show.id, cueId ?? "", { language: "vi", text: "Vườn em ở cuối làng." });
  const { body } = await exportCaptions(services, accountId, show.id, "txt", { language: "vi" });
  expect(body.match(/cuối làng|đàn ong/g)).toEqual(["cuối làng", "đàn ong"]);
  const { cues } = await readEarlier(services, { showId: show.id, language: "vi", beforeMs: 6_000, limit: 5 });
  expect(cues.map(({ text }) => text.match(/cuối làng|đàn ong/)?.[0])).toEqual(["cuối làng", "đàn ong"]);
});

test("sentences that come in one millisecond have moments of their own, in the order they came in", async () => {
  const { services, accountId } = stage;
  const show = await openShow(services, accountId, { title: "Fast", languages: ["vi"] });
  const said = Array.from({ length: 20 }, (_, at) => `đàn ong số ${at + 1} ở góc vườn`);
  await Promise.all(said.map((text, at) => saySegment(services, accountId, show.id, { id: `m${at}`, text, final: true })));
  const { cues } = await readEarlier(services, { showId: show.id, language: "vi", beforeMs: 600_000, limit: 30 });
  expect(cues.map(({ text }) => text)).toEqual(said);
  expect(new Set(cues.map(({ startMs }) => startMs)).size).toBe(said.length);
});
