import { setTimeout as sleep } from "node:timers/promises";
import { and, eq } from "#database/drizzle.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { segments } from "#database/schema.ts";
import { createScriptedModel } from "#models/scripted-model.ts";
import { ModelError } from "#models/language-model.ts";
import { correctCue } from "#shows/correct-cue.ts";
import { readRecord } from "#shows/read-record.ts";
import { openShow } from "#shows/open-show.ts";
import { saySegment } from "#shows/say-segment.ts";
import type { ShowRequest } from "#shows/show.ts";
import { translateSegment } from "#shows/translate-segment.ts";
import { openTestShow, SCRIPT, type ShowStage } from "./show-fixture.ts";

let stage: ShowStage;
beforeAll(async () => {
  stage = await openTestShow();
});
afterAll(() => stage.services.close());

type Model = ReturnType<typeof createScriptedModel>;
async function sayWith(model: Model, text: string, request: Partial<ShowRequest> = {}): Promise<string> {
  stage.services.model = model;
  stage.show = await openShow(stage.services, stage.accountId, { title: "Vải thiều", script: SCRIPT, ...request });
  await saySegment(stage.services, stage.accountId, stage.show.id, { id: "before", text: "hôm qua em đi chợ huyện", final: true });
  const { cueId } = await saySegment(stage.services, stage.accountId, stage.show.id, { id: "s1", text, final: true });
  return cueId ?? "";
}
const translate = (language: "en" | "ja" = "en") =>
  translateSegment(stage.services, { showId: stage.show.id, segmentId: "s1", language }, new AbortController().signal);
const shown = async (cue: string, language: "en" | "ja" = "en") => (await readRecord(stage.services, stage.show.id, language, { cue }))[0];
/** As if the sentence had been waiting already. */
const age = (ms: number) =>
  stage.services.database.db
    .update(segments)
    .set({ receivedAt: new Date(Date.now() - ms) })
    .where(eq(segments.id, "s1"));

test("a model's translation is published, asked with the terms that occur and the sentence before", async () => {
  const model = createScriptedModel(() => ({ text: "My grandfather's buffalo ate 3 kilos of Thieu lychees." }));
  const cue = await sayWith(model, "con trâu của ông nội ăn hết ba cân vải thiều", {
    glossary: [
      { vi: "vải thiều", en: "Thieu lychee" },
      { vi: "sầu riêng", en: "durian" },
    ],
  });
  await translate();
  expect(await shown(cue)).toMatchObject({ text: "My grandfather's buffalo ate 3 kilos of Thieu lychees.", provenance: "machine", rev: 1 });
  expect(model.calls[0]?.user).toContain("Thieu lychee");
  expect(model.calls[0]?.user).not.toContain("durian");
  expect(model.calls[0]?.user).toContain("hôm qua em đi chợ huyện");
});

test("the two sentences before are told, the same by the process that heard them as by one that did not", async () => {
  const model = createScriptedModel(() => ({ text: "She went home." }));
  stage.services.model = model;
  stage.show = await openShow(stage.services, stage.accountId, { title: "Vải thiều", script: SCRIPT });
  const said = [
    "con mèo nằm trên mái nhà",
    "bà cụ ngồi kể chuyện ma",
    "anh thợ mộc thổi sáo",
    "hãy subscribe cho kênh ghiền mì gõ",
    "rồi cô giáo đi về nhà",
  ];
  for (const [at, text] of said.entries()) {
    await saySegment(stage.services, stage.accountId, stage.show.id, { id: at === 4 ? "s1" : `b${at}`, text, final: true });
  }
  await translate();
  // Whoever did not hear it finds it among the rows.
  await stage.services.database.db
    .update(segments)
    .set({ pending: ["en"] })
    .where(and(eq(segments.id, "s1"), eq(segments.showId, stage.show.id)));
  await translate();
  const [heard, read] = model.calls.map(({ user }) => user);
  expect(read).toBe(heard);
  expect(said.filter((text) => heard?.includes(text))).toEqual([said[1], said[2], said[4]]);
});

test("the show's products are told, so that what is meant by `it` can be known", async () => {
  const model = createScriptedModel(() => ({ text: "This one is the sweetest of them all." }));
  await sayWith(model, "quả này là quả ngọt hơn hết mấy quả kia");
  await translate();
  expect(model.calls[0]?.user).toContain("lychee");
});

test("a translation without the glossary's word is asked for once more, with the reason", async () => {
  const model = createScriptedModel(({ user }) => ({
    text: user.includes('"term"') ? "The buffalo ate my Thieu lychees." : "The buffalo ate my litchis.",
  }));
  const cue = await sayWith(model, "con trâu nó ăn hết vải thiều của em", { glossary: [{ vi: "vải thiều", en: "Thieu lychee" }] });
  await translate();
  expect(model.calls).toHaveLength(2);
  expect(await shown(cue)).toMatchObject({ text: "The buffalo ate my Thieu lychees.", provenance: "machine" });
});

test("a glossary's word that the model will not use costs no caption", async () => {
  const model = createScriptedModel(() => ({ text: "The buffalo ate my litchis." }));
  const cue = await sayWith(model, "con trâu nó ăn hết vải thiều của em", { glossary: [{ vi: "vải thiều", en: "Thieu lychee" }] });
  await translate();
  expect(await shown(cue)).toMatchObject({ text: "The buffalo ate my litchis.", provenance: "machine" });
});

test("a word that the law or the glossary forbids is never shown", async () => {
  const said = "ông nội em không phun thuốc trừ sâu từ hồi giải phóng";
  const organic = createScriptedModel(() => ({ text: "祖父は昔から無農薬で育てています" }));
  const cue = await sayWith(organic, said);
  await translate("ja");
  expect(organic.calls).toHaveLength(2);
  expect(await shown(cue, "ja")).toMatchObject({ text: said, provenance: "source" });

  const cheap = createScriptedModel(() => ({ text: "My uncle sells cheap lychees at the market." }));
  const glossary = [{ vi: "vải thiều", en: "lychee", forbidden: { en: ["cheap lychee"] } }];
  const other = await sayWith(cheap, "cậu em bán vải thiều rẻ ngoài chợ huyện", { glossary });
  await translate();
  expect(await shown(other)).toMatchObject({ provenance: "source" });
});

test("a translation with another number is asked for once more, then the original is shown", async () => {
  const model = createScriptedModel(() => ({ text: "I sold 50 kilos to my aunt yesterday." }));
  const cue = await sayWith(model, "hôm qua em bán cho dì em 15 cân");
  await translate();
  expect(model.calls).toHaveLength(2);
  expect(await shown(cue)).toMatchObject({ text: "hôm qua em bán cho dì em 15 cân", provenance: "source" });
});

test("a model that fails leaves the original", async () => {
  const cue = await sayWith(
    createScriptedModel(() => new ModelError("unreachable", { inputTokens: 0, outputTokens: 0 })),
    "con bò nhà em nó đi lạc mất tiêu rồi",
  );
  await translate();
  expect(await shown(cue)).toMatchObject({ provenance: "source", rev: 1 });
});

test("a translation after the deadline replaces the original as a revision", async () => {
  const model = createScriptedModel(async () => {
    await sleep(500);
    return { text: "Our cow has wandered off." };
  });
  const cue = await sayWith(model, "con bò nhà em nó đi lạc mất tiêu rồi");
  await age(2_900);
  const job = translate();
  await expect.poll(async () => (await shown(cue))?.provenance).toBe("source");
  await job;
  expect(await shown(cue)).toMatchObject({ text: "Our cow has wandered off.", provenance: "machine", rev: 2 });
});

test("a person's correction stands against a translation that comes late", async () => {
  const model = createScriptedModel(async () => {
    await sleep(800);
    return { text: "Our cow has wandered off." };
  });
  const cue = await sayWith(model, "con bò nhà em nó đi lạc mất tiêu rồi");
  await age(2_900);
  const job = translate();
  await expect.poll(async () => (await shown(cue))?.provenance).toBe("source");
  await correctCue(stage.services, stage.accountId, stage.show.id, cue, { language: "en", text: "Our cow got lost!" });
  await job;
  expect(await shown(cue)).toMatchObject({ text: "Our cow got lost!", provenance: "human", rev: 2 });
});
