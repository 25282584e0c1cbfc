import { afterAll, beforeAll, expect, test } from "vitest";
import { createScriptedModel } from "#models/scripted-model.ts";
import { correctCue } from "#shows/correct-cue.ts";
import { retractCue } from "#shows/retract-cue.ts";
import { saySegment } from "#shows/say-segment.ts";
import { showStats } from "#shows/show-stats.ts";
import { translateSegment } from "#shows/translate-segment.ts";
import { openTestShow, type ShowStage } from "./show-fixture.ts";

let stage: ShowStage;
beforeAll(async () => {
  stage = await openTestShow();
});
afterAll(() => stage.services.close());

const say = async (id: string, text: string) =>
  (await saySegment(stage.services, stage.accountId, stage.show.id, { id, text, final: true })).cueId ?? "";
const translate = async (segmentId: string) => {
  for (const language of ["en", "ja"] as const) {
    await translateSegment(stage.services, { showId: stage.show.id, segmentId, language }, new AbortController().signal);
  }
};
const correct = (cue: string, language: "vi" | "en" | "ja", text: string) =>
  correctCue(stage.services, stage.accountId, stage.show.id, cue, { language, text });
const retract = (cue: string) => retractCue(stage.services, stage.accountId, stage.show.id, cue);
const stats = () => showStats(stage.services, stage.accountId, stage.show.id);

test("a show in which nothing was said has nothing to mend", async () => {
  expect(await stats()).toMatchObject({
    sentences: 0,
    script: { sentences: 0, corrected: 0, retracted: 0 },
    machine: { captions: 0, corrected: 0, retracted: 0 },
  });
});

test("of the sentences found in the script it is told how many a person corrected or took back, each once", async () => {
  await say("s1", "giá hôm nay bốn mươi nghìn một cân");
  const corrected = await say("s2", "em ngừng phun thuốc hai mươi ngày trước khi hái");
  await correct(corrected, "en", "We stop spraying 20 days before the picking.");
  await correct(corrected, "ja", "収穫20日前に農薬散布をやめます。");
  const gone = await say("s3", "giá hôm nay ba mươi nghìn một cân");
  await correct(gone, "en", "Today it is 30,000 dong per kilo.");
  await retract(gone);
  // The first half of a line is no sentence of its own, and nobody took it back.
  await say("s4", "vải nhà em");
  await say("s5", "không ngâm hóa chất không xông lưu huỳnh");
  await say("noise", "hãy đăng ký kênh để ủng hộ kênh của mình nhé");
  expect(await stats()).toMatchObject({ sentences: 4, script: { sentences: 4, corrected: 1, retracted: 1 } });
});

test("the same of a machine's captions, a language each; what a person wrote first is no machine's", async () => {
  stage.services.model = createScriptedModel(({ user }) => ({ text: /ja|Japan/.test(user) ? "牛が逃げました。" : "The cow ran away." }));
  const before = await stats();
  await say("m1", "con bò nhà em nó chạy mất rồi");
  await translate("m1");
  const corrected = await say("m2", "con bò nhà em nó lại chạy mất");
  await translate("m2");
  await correct(corrected, "en", "Our cow has run off again.");
  const gone = await say("m3", "ối con bò nhà em nó chạy mất kìa");
  await translate("m3");
  await retract(gone);
  const own = await say("m4", "con bò nhà em nó đi đâu mất tiêu");
  await correct(own, "en", "Where has our cow gone?");
  await correct(own, "ja", "うちの牛はどこへ行ったのでしょう。");
  await translate("m4");
  const after = await stats();
  expect(after.sentences - before.sentences).toBe(4);
  expect(after.script).toEqual(before.script);
  expect(after.machine).toEqual({ captions: 6, corrected: 1, retracted: 2 });
});
