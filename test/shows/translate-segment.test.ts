import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { segments } from "#database/schema.ts";
import { createScriptedModel } from "#models/scripted-model.ts";
import { ModelError } from "#models/language-model.ts";
import { correctCue } from "#shows/correct-cue.ts";
import { readRecord } from "#shows/read-record.ts";
import { saySegment } from "#shows/say-segment.ts";
import { translateSegment } from "#shows/translate-segment.ts";
import { openTestShow, type ShowStage } from "./show-fixture.ts";

let stage: ShowStage;
afterEach(() => stage.services.close());

type Model = ReturnType<typeof createScriptedModel>;
async function sayWith(model: Model, text: string, request: Parameters<typeof openTestShow>[1] = {}): Promise<string> {
  stage = await openTestShow({ model }, request);
  await saySegment(stage.services, stage.accountId, stage.show.id, { id: "before", text: "hôm qua em đi chợ huyện", final: true });
  const { cueId } = await saySegment(stage.services, stage.accountId, stage.show.id, { id: "s1", text, final: true });
  return cueId ?? "";
}
const translate = () =>
  translateSegment(stage.services, { showId: stage.show.id, segmentId: "s1", language: "en" }, new AbortController().signal);
const shown = async (cue: string) => (await readRecord(stage.services, stage.show.id, "en", { cue }))[0];
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
