import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createScriptedModel } from "#models/scripted-model.ts";
import { correctCue } from "#shows/correct-cue.ts";
import { findShowRow } from "#shows/find-show.ts";
import { listCorrections } from "#shows/list-corrections.ts";
import { openShow } from "#shows/open-show.ts";
import { readRecord } from "#shows/read-record.ts";
import { retractCue } from "#shows/retract-cue.ts";
import { saySegment } from "#shows/say-segment.ts";
import { setGlossary } from "#shows/set-glossary.ts";
import type { Show, ShowRequest } from "#shows/show.ts";
import { takeOver } from "#shows/take-over.ts";
import { translateSegment } from "#shows/translate-segment.ts";
import { openTestShow, SCRIPT, type ShowStage } from "./show-fixture.ts";

let stage: ShowStage;
beforeAll(async () => {
  stage = await openTestShow();
  stage.services.model = createScriptedModel(({ user }) => ({ text: /ja|Japan/.test(user) ? "牛が逃げました。" : "The cow ran away." }));
});
afterAll(() => stage.services.close());

const open = (request: Partial<ShowRequest> = {}) => openShow(stage.services, stage.accountId, { title: "Chợ sớm", ...request });
const say = async (show: Show, id: string, text: string) =>
  (await saySegment(stage.services, stage.accountId, show.id, { id, text, final: true })).cueId ?? "";
const translate = async (show: Show, segmentId: string, language: "en" | "ja") =>
  translateSegment(stage.services, { showId: show.id, segmentId, language }, new AbortController().signal);
const correct = async (show: Show, cue: string, language: "vi" | "en" | "ja", text: string) => {
  // Each in a millisecond of its own, so that one is the latest.
  await sleep(2);
  return correctCue(stage.services, stage.accountId, show.id, cue, { language, text });
};
const corrections = (show: Show, page = { limit: 100 }) => listCorrections(stage.services, stage.accountId, show.id, page);
const take = (show: Show, cue: string, taken = true) => takeOver(stage.services, stage.accountId, show.id, cue, taken);
const linesOf = async (show: Show) => (await findShowRow(stage.services, stage.accountId, show.id)).lines;

test("corrections tell what was said, what stood there and where it came from, and what a person put in its place", async () => {
  const show = await open({ script: SCRIPT });
  const cow = await say(show, "cow", "con bò nhà em nó chạy mất rồi");
  await translate(show, "cow", "en");
  await correct(show, cow, "en", "The cow has bolted.");
  await correct(show, cow, "en", "Our cow has bolted!");
  const price = await say(show, "price", "giá hôm nay bốn mươi nghìn một cân");
  await correct(show, price, "ja", "本日は1キロ40,000ドンです。");
  // Nothing stood there yet.
  await correct(show, cow, "ja", "うちの牛が逃げました。");
  const gone = await say(show, "gone", "con mèo nhà em nó leo lên cây rồi");
  await correct(show, gone, "vi", "Con mèo nhà em leo lên cây.");
  await retractCue(stage.services, stage.accountId, show.id, gone);
  const same = await say(show, "same", "con gà nhà em nó bay qua rào");
  await correct(show, same, "vi", "con gà nhà em nó bay qua rào");
  const { items } = await corrections(show);
  const cowSaid = { cue: cow, said: "con bò nhà em nó chạy mất rồi", line: null, taken: false };
  expect(items).toMatchObject([
    { ...cowSaid, language: "ja", before: null, provenance: null, after: "うちの牛が逃げました。" },
    {
      cue: price,
      language: "ja",
      said: "giá hôm nay bốn mươi nghìn một cân",
      before: "今日の価格はキロあたり40,000ドンです。",
      provenance: "script",
      after: "本日は1キロ40,000ドンです。",
      line: "l1",
    },
    { ...cowSaid, language: "en", before: "The cow ran away.", provenance: "machine", after: "Our cow has bolted!" },
  ]);
  const first = await corrections(show, { limit: 2 });
  expect(first.items).toEqual(items.slice(0, 2));
  const rest = await listCorrections(stage.services, stage.accountId, show.id, { limit: 2, cursor: first.nextCursor });
  expect(rest).toEqual({ items: items.slice(2) });
});

test("a sentence put right and taken over is a line of the next show, in the languages that a person wrote", async () => {
  const show = await open({ script: SCRIPT.slice(1) });
  const cow = await say(show, "cow", "con bò nhà em nó chạy mất rồi");
  await translate(show, "cow", "en");
  await translate(show, "cow", "ja");
  await correct(show, cow, "en", "Our cow has bolted!");
  const left = await say(show, "left", "con vịt nhà em nó bơi qua sông");
  await correct(show, left, "en", "The duck swam off.");
  await take(show, cow);
  await take(show, left);
  await take(show, left, false);
  expect((await corrections(show)).items.map(({ cue, taken }) => [cue, taken])).toEqual([
    [left, false],
    [cow, true],
  ]);
  const next = await open({ after: show.id });
  expect(await linesOf(next)).toEqual([...SCRIPT.slice(1), { id: cow, vi: "con bò nhà em nó chạy mất rồi", en: "Our cow has bolted!" }]);
  const again = await say(next, "again", "con bò nhà em nó chạy mất rồi bà con ơi");
  const [shown] = await readRecord(stage.services, next.id, "en", { cue: again });
  expect(shown).toMatchObject({ text: "Our cow has bolted!", provenance: "script" });
  // And of the one after that.
  expect(await linesOf(await open({ after: next.id }))).toEqual(await linesOf(next));
});

test("a prepared line that was put right keeps its place and its own number, not the one that was said", async () => {
  const show = await open({ script: SCRIPT });
  const price = await say(show, "price", "giá hôm nay bốn mươi tám nghìn một cân");
  await correct(show, price, "en", "It is 48,000 dong a kilo today.");
  await take(show, price);
  const next = await open({ after: show.id });
  const [first, ...others] = SCRIPT;
  expect(await linesOf(next)).toEqual([{ ...first, en: "It is 35,000 dong a kilo today." }, ...others]);
  // Said with a third number, that is the one shown.
  const cue = await say(next, "now", "giá hôm nay năm mươi nghìn một cân");
  const [shown] = await readRecord(stage.services, next.id, "en", { cue });
  expect(shown?.text).toBe("It is 50,000 dong a kilo today.");
});

test("a correction whose number is not the one that was said is no line: it is translated anew", async () => {
  const show = await open();
  const cue = await say(show, "sold", "hôm qua em bán cho dì em 15 bó rau muống");
  await correct(show, cue, "en", "Yesterday I sold my aunt 50 bunches of water spinach.");
  await correct(show, cue, "ja", "昨日は叔母に空心菜を15束売りました。");
  await take(show, cue);
  const [line] = await linesOf(await open({ after: show.id }));
  expect(line).toEqual({ id: cue, vi: "hôm qua em bán cho dì em 15 bó rau muống", ja: "昨日は叔母に空心菜を15束売りました。" });
});

test("terms, also those added while it was on, and languages go on, and what the next show brings along goes before them", async () => {
  const show = await open({ script: SCRIPT.slice(2), glossary: [{ vi: "rổ tre", en: "basket" }], languages: ["vi", "ja"] });
  const terms = [{ vi: "rổ tre", en: "bamboo basket" }, { vi: "nia" }];
  await setGlossary(stage.services, stage.accountId, show.id, { version: 1, terms });
  const script = [{ id: "new", vi: "Vải nhà em không ngâm hóa chất, không xông lưu huỳnh.", ja: "薬品も硫黄も使いません。" }];
  const next = await open({ after: show.id, script, glossary: [{ vi: "Rổ tre", ja: "竹かご" }] });
  const row = await findShowRow(stage.services, stage.accountId, next.id);
  expect(row.languages).toEqual(["vi", "ja"]);
  expect(row.glossary).toEqual([{ vi: "nia" }, { vi: "Rổ tre", ja: "竹かご" }]);
  expect(row.lines).toEqual(script);
});

test("too much to carry is refused, not cut; nobody takes over from another's show, nor what nobody corrected", async () => {
  const many = (from: number) => Array.from({ length: 400 }, (_, at) => ({ vi: `giống số ${from + at}` }));
  const show = await open({ glossary: many(0) });
  await expect(open({ after: show.id, glossary: many(100) })).resolves.toBeDefined();
  await expect(open({ after: show.id, glossary: many(400) })).rejects.toMatchObject({ code: "too_much_carried", facts: { terms: 500 } });
  const cue = await say(show, "plain", "con vịt nhà em nó bơi qua sông");
  await expect(take(show, cue)).rejects.toMatchObject({ code: "cue_not_found" });
  await expect(takeOver(stage.services, "ac_other", show.id, cue, true)).rejects.toMatchObject({ code: "show_not_found" });
  await expect(openShow(stage.services, "ac_other", { title: "x", after: show.id })).rejects.toMatchObject({ code: "show_not_found" });
});
