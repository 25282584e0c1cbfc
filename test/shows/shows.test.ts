import { afterAll, beforeAll, expect, test } from "vitest";
import { cues, segments } from "#database/schema.ts";
import { eq, and } from "#database/drizzle.ts";
import { correctCue } from "#shows/correct-cue.ts";
import { endShow } from "#shows/end-show.ts";
import { exportCaptions } from "#shows/export-captions.ts";
import { findShow } from "#shows/find-show.ts";
import { listShows } from "#shows/list-shows.ts";
import { readRecord } from "#shows/read-record.ts";
import { recoverCaptions } from "#shows/recover-captions.ts";
import { retractCue } from "#shows/retract-cue.ts";
import { saySegment } from "#shows/say-segment.ts";
import { showStats } from "#shows/show-stats.ts";
import { translateSegment } from "#shows/translate-segment.ts";
import { openTestShow, SCRIPT, type ShowStage } from "./show-fixture.ts";

const never = new AbortController().signal;
let stage: ShowStage;
beforeAll(async () => {
  stage = await openTestShow();
});
afterAll(() => stage.services.close());

const say = (id: string, text: string, rest: { final?: boolean; startMs?: number; endMs?: number } = {}) =>
  saySegment(stage.services, stage.accountId, stage.show.id, { id, text, final: true, ...rest });
const record = async (language: "vi" | "en" | "ja", cue: string | null) =>
  cue === null ? undefined : (await readRecord(stage.services, stage.show.id, language, { cue }))[0];
const rowsOf = (cue: string) =>
  stage.services.database.db
    .select()
    .from(cues)
    .where(and(eq(cues.showId, stage.show.id), eq(cues.cue, cue)));

test("a prepared line is published in every language with the number said, in one go", async () => {
  const { cueId } = await say("a1", "giá hôm nay ba mươi tám nghìn một cân nhé cả nhà");
  expect(await record("vi", cueId)).toMatchObject({ text: "Giá hôm nay 38.000 đồng một cân.", provenance: "script", line: "l1", rev: 1 });
  expect(await record("en", cueId)).toMatchObject({ text: "Today's price is 38,000 dong per kilo.", provenance: "script", line: "l1" });
  expect(await record("ja", cueId)).toMatchObject({ text: "今日の価格はキロあたり38,000ドンです。", provenance: "script", line: "l1" });
});

test("a line said in two breaths is published with its second half", async () => {
  const first = await say("h1", "vải nhà em");
  const second = await say("h2", "không ngâm hóa chất hông xông lưu huỳnh nha");
  expect(await record("vi", first.cueId)).toMatchObject({ status: "retracted", rev: 2 });
  expect(await record("en", first.cueId)).toBeUndefined();
  expect(await record("vi", second.cueId)).toMatchObject({ provenance: "script", line: "l3", text: SCRIPT[2]?.vi });
  expect(await record("en", second.cueId)).toMatchObject({ provenance: "script", line: "l3" });
  const [half] = await stage.services.database.db.select().from(segments).where(eq(segments.id, "h1"));
  expect(half?.pending).toEqual([]);
  const unrelated = await say("h3", "em ngừng");
  const other = await say("h4", "đợi con chó nó sủa xong đã");
  expect(await record("en", unrelated.cueId)).toBeUndefined();
  expect(await record("en", other.cueId)).toBeUndefined();
});

test("a first half goes, too, where the second is enough to know the line by; what a person corrected stays, and so does what is no half", async () => {
  const start = await say("i3", "em ngừng phun");
  const end = await say("i4", "phun thuốc hai mươi ngày trước khi hái nha");
  expect(await record("vi", start.cueId)).toMatchObject({ status: "retracted" });
  expect(await record("vi", end.cueId)).toMatchObject({ line: "l2" });
  const corrected = await say("i5", "vải nhà em");
  await correctCue(stage.services, stage.accountId, stage.show.id, corrected.cueId ?? "", { language: "vi", text: "Vải nhà em đây." });
  await say("i6", "không ngâm hóa chất không xông lưu huỳnh");
  expect(await record("vi", corrected.cueId)).toMatchObject({ status: "final", text: "Vải nhà em đây." });
  const greeting = await say("i7", "em chào chị Hoa nha");
  await say("i8", "giá hôm nay ba mươi lăm nghìn một cân");
  expect(await record("vi", greeting.cueId)).toMatchObject({ status: "final" });
});

test("a sentence that is in no script is shown in Vietnamese at once and waits for the others", async () => {
  const { cueId } = await say("a2", "con mèo nhà em nó vừa nhảy lên bàn");
  expect(await record("vi", cueId)).toMatchObject({ provenance: "speech", text: "con mèo nhà em nó vừa nhảy lên bàn" });
  expect(await record("en", cueId)).toBeUndefined();
  const [segment] = await stage.services.database.db.select().from(segments).where(eq(segments.id, "a2"));
  expect(segment?.pending.toSorted()).toEqual(["en", "ja"]);
});

test("a translation job that runs twice, also at once, publishes once", async () => {
  const { cueId } = await say("a3", "em cảm ơn cả nhà nhiều lắm ạ");
  const job = () => translateSegment(stage.services, { showId: stage.show.id, segmentId: "a3", language: "en" }, never);
  await Promise.all([job(), job(), job()]);
  await job();
  const rows = (await rowsOf(cueId ?? "")).filter(({ language }) => language === "en");
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ text: "Thank you all so much.", provenance: "machine" });
});

test("without a model and without a phrase the original is shown and says so", async () => {
  const { cueId } = await say("a4", "ông nội em hồi xưa hay kể chuyện ma cho tụi em nghe");
  await translateSegment(stage.services, { showId: stage.show.id, segmentId: "a4", language: "ja" }, never);
  expect(await record("ja", cueId)).toMatchObject({ provenance: "source", text: "ông nội em hồi xưa hay kể chuyện ma cho tụi em nghe" });
});

test("the same final sent again, ten times at once, is one caption with one answer", async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => say("a5", "em ngừng phun thuốc hai mươi ngày trước khi hái")));
  expect(new Set(answers.map(({ cueId }) => cueId)).size).toBe(1);
  const rows = await rowsOf(answers[0]?.cueId ?? "");
  expect(rows.map(({ language }) => language).toSorted()).toEqual(["en", "ja", "vi"]);
});

test("interims leave no row, keep the sentence's start, and their erasure is counted", async () => {
  await say("a6", "em ngưng bơm", { final: false, startMs: 50_000 });
  await say("a6", "em ngừng bơm", { final: false });
  const { cueId } = await say("a6", "em ngừng bơm nước rồi ra vườn hái mấy chùm bưởi cho mẹ");
  const rows = await rowsOf(cueId ?? "");
  expect(rows).toHaveLength(1);
  expect(rows[0]?.startMs).toBe(50_000);
  expect(rows[0]?.flicker).toBeCloseTo(2 / 13);
});

test("a recogniser's hallucination makes no caption", async () => {
  expect(await say("a7", "Hãy subscribe cho kênh Ghiền Mì Gõ để không bỏ lỡ những video hấp dẫn")).toEqual({
    segmentId: "a7",
    cueId: null,
    dropped: "noise",
  });
  expect(await say("a7", "Hãy subscribe cho kênh Ghiền Mì Gõ để không bỏ lỡ những video hấp dẫn")).toMatchObject({
    cueId: null,
    dropped: "noise",
  });
});

test("a correction is a revision by a person, in its language alone, and a late translation does not undo it", async () => {
  const { cueId } = await say("a8", "hôm nay gió to quá bà con ơi");
  const cue = cueId ?? "";
  const corrected = await correctCue(stage.services, stage.accountId, stage.show.id, cue, {
    language: "en",
    text: "It's very windy today, everyone.",
  });
  expect(corrected).toMatchObject({ rev: 1, provenance: "human", language: "en" });
  await translateSegment(stage.services, { showId: stage.show.id, segmentId: "a8", language: "en" }, never);
  expect(await record("en", cue)).toMatchObject({ rev: 1, provenance: "human" });
  const again = await correctCue(stage.services, stage.accountId, stage.show.id, cue, { language: "en", text: "Such a windy day!" });
  expect(again.rev).toBe(2);
});

test("a retracted caption is gone from every language and export, and its translation never comes", async () => {
  const { cueId } = await say("a9", "cái này em nói bậy đừng ghi lại nha");
  await retractCue(stage.services, stage.accountId, stage.show.id, cueId ?? "");
  await translateSegment(stage.services, { showId: stage.show.id, segmentId: "a9", language: "ja" }, never);
  expect(await record("vi", cueId)).toMatchObject({ status: "retracted", text: "" });
  expect(await record("ja", cueId)).toBeUndefined();
  const { body } = await exportCaptions(stage.services, stage.accountId, stage.show.id, "vtt", { language: "vi" });
  expect(body).not.toContain("nói bậy");
});

test("a sentence that its process left unfinished is found again", async () => {
  const { cueId } = await say("b1", "cái nón này bà ngoại em đan đó");
  const received = new Date(Date.now() - 9_000);
  await stage.services.database.db
    .update(segments)
    .set({ receivedAt: received, pending: ["vi", "en", "ja"] })
    .where(eq(segments.id, "b1"));
  await recoverCaptions(stage.services);
  expect(await record("en", cueId)).toMatchObject({ provenance: "source" });
  expect((await rowsOf(cueId ?? "")).filter(({ language }) => language === "vi")).toHaveLength(1);
});

test("numbers of a stream have no holes and no repeats, whoever publishes at once", async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, index) => say(`c${index}`, `em đang kể câu chuyện thứ ${index + 2} về con trâu nhà em`)),
  );
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      translateSegment(stage.services, { showId: stage.show.id, segmentId: `c${index}`, language: "en" }, never),
    ),
  );
  for (const language of ["vi", "en"] as const) {
    const rows = await stage.services.database.db
      .select({ seq: cues.seq })
      .from(cues)
      .where(and(eq(cues.showId, stage.show.id), eq(cues.language, language)))
      .orderBy(cues.seq);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  }
});

test("another account sees none of it", async () => {
  await expect(findShow(stage.services, "ac_other", stage.show.id)).rejects.toMatchObject({ code: "show_not_found" });
  await expect(saySegment(stage.services, "ac_other", stage.show.id, { id: "x", text: "xin chào", final: true })).rejects.toMatchObject({
    code: "show_not_found",
  });
  await expect(exportCaptions(stage.services, "ac_other", stage.show.id, "vtt", { language: "vi" })).rejects.toMatchObject({
    code: "show_not_found",
  });
  expect((await listShows(stage.services, "ac_other", { limit: 10 })).items).toEqual([]);
});

test("the exports are well formed and escape what would be markup", async () => {
  await say("d1", "giá <b>rẻ</b> & đẹp --> lắm nha bà con ơi");
  const vtt = (await exportCaptions(stage.services, stage.accountId, stage.show.id, "vtt", { language: "vi" })).body;
  expect(vtt.startsWith("WEBVTT\n\n")).toBe(true);
  expect(vtt).toContain("giá &lt;b&gt;rẻ&lt;/b&gt; &amp; đẹp --&gt;");
  const times = [...vtt.matchAll(/^(\d\d):(\d\d):(\d\d)\.(\d{3}) --> (\d\d):(\d\d):(\d\d)\.(\d{3})$/gm)].map((match) =>
    match.slice(1).map(Number),
  );
  expect(times.length).toBeGreaterThan(10);
  let before = 0;
  for (const [h1 = 0, m1 = 0, s1 = 0, ms1 = 0, h2 = 0, m2 = 0, s2 = 0, ms2 = 0] of times) {
    const start = ((h1 * 60 + m1) * 60 + s1) * 1000 + ms1;
    const end = ((h2 * 60 + m2) * 60 + s2) * 1000 + ms2;
    expect(end - start).toBeGreaterThanOrEqual(834);
    expect(start).toBeGreaterThanOrEqual(before);
    before = start;
  }
  const srt = (await exportCaptions(stage.services, stage.accountId, stage.show.id, "srt", { language: "vi" })).body;
  const blocks = srt.trim().split("\n\n");
  for (const [index, block] of blocks.entries()) {
    expect(block).toMatch(new RegExp(`^${index + 1}\\n\\d\\d:\\d\\d:\\d\\d,\\d{3} --> \\d\\d:\\d\\d:\\d\\d,\\d{3}\\n[^\\n]`));
    expect(block.split("\n").slice(2).join("\n")).not.toContain("-->");
  }
  const json: unknown = JSON.parse((await exportCaptions(stage.services, stage.accountId, stage.show.id, "json", { language: "vi" })).body);
  expect(json).toMatchObject({ language: "vi", title: "Lychees" });
});

test("the statistics count what was shown", async () => {
  const stats = await showStats(stage.services, stage.accountId, stage.show.id);
  expect(stats.cues).toBeGreaterThan(40);
  expect(stats.byProvenance.script).toBe(18);
  expect(stats.byProvenance.human).toBe(2);
  expect(stats.failed).toBe(stats.byProvenance.source);
  expect(stats.dropped).toBe(1);
  expect(stats.latencyMs.vi?.p50).toBeGreaterThanOrEqual(0);
  expect(stats.flicker.vi).toBeGreaterThan(0);
});

test("in an ended show nothing new is said, and what was said keeps its answer", async () => {
  const { cueId } = await say("e1", "câu cuối cùng của buổi hôm nay nè");
  expect((await endShow(stage.services, stage.accountId, stage.show.id)).status).toBe("ended");
  await expect(say("e2", "còn ai ở đây không")).rejects.toMatchObject({ code: "show_ended" });
  expect(await say("e1", "câu cuối cùng của buổi hôm nay nè")).toEqual({ segmentId: "e1", cueId });
});
