import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { columnsOf } from "#shows/columns-of.ts";
import { exportCaptions } from "#shows/export-captions.ts";
import { openShow } from "#shows/open-show.ts";
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
