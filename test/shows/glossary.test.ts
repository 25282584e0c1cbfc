import { afterAll, beforeAll, expect, test } from "vitest";
import { createScriptedModel } from "#models/scripted-model.ts";
import { hearingHint } from "#shows/hearing-hint.ts";
import { readRecord } from "#shows/read-record.ts";
import { saySegment } from "#shows/say-segment.ts";
import { findGlossary, setGlossary } from "#shows/set-glossary.ts";
import { showLines } from "#shows/show-lines.ts";
import type { GlossaryTerm } from "#shows/show.ts";
import { translateSegment } from "#shows/translate-segment.ts";
import { openTestShow, type ShowStage } from "./show-fixture.ts";

/** Beside the test's own process another one has the same rows and a memory of its own. */
let stage: ShowStage;
let other: ShowStage["services"];
beforeAll(async () => {
  stage = await openTestShow();
  other = { ...stage.services };
});
afterAll(() => stage.services.close());

const say = (services: ShowStage["services"], id: string, text: string, final = true) =>
  saySegment(services, stage.accountId, stage.show.id, { id, text, final });
const translate = (services: ShowStage["services"], segmentId: string, language: "en" | "ja" = "en") =>
  translateSegment(services, { showId: stage.show.id, segmentId, language }, new AbortController().signal);
const record = async (cue: string | null, language: "vi" | "en" | "ja" = "en") =>
  (await readRecord(stage.services, stage.show.id, language, { cue: cue ?? "" }))[0];
const add = async (term: GlossaryTerm) => {
  const { version, terms } = await findGlossary(stage.services, stage.accountId, stage.show.id);
  return setGlossary(stage.services, stage.accountId, stage.show.id, { version, terms: [...terms, term] });
};

test("a term added while the show is on is asked for from the next sentence on, in every process", async () => {
  const model = createScriptedModel(({ user }) => ({
    text: user.includes("crunchy guava") ? "The goat ate all the crunchy guavas." : "The goat ate all the guavas.",
  }));
  stage.services.model = model;
  other.model = model;
  const before = await say(stage.services, "g1", "con dê nó ăn hết ổi giòn của em");
  await translate(other, "g1");
  expect((await record(before.cueId))?.text).toBe("The goat ate all the guavas.");
  await add({ vi: "ổi giòn", en: "crunchy guava" });
  const after = await say(other, "g2", "con dê nó ăn sạch ổi giòn của em");
  await translate(stage.services, "g2");
  expect((await record(after.cueId))?.text).toBe("The goat ate all the crunchy guavas.");
  // Nor is it asked again in vain: the other process, too, knows the term.
  await say(stage.services, "g3", "hôm kia con dê nó ăn ổi giòn của em");
  const asked = model.calls.length;
  await translate(other, "g3");
  expect(model.calls).toHaveLength(asked + 1);
});

test("the lines of the very next caption leave a new name whole, and the hint to the recogniser has it", async () => {
  const text = "quê em nổi tiếng nhất món bánh tai heo Cô Sáu Xóm Chài đó ạ";
  const before = await say(other, "n1", text);
  expect((await record(before.cueId, "vi"))?.lines.join("|")).toContain("bánh|tai heo");
  await add({ vi: "bánh tai heo Cô Sáu Xóm Chài" });
  const interim = await say(other, "n2", text, false);
  const after = await say(other, "n2", text);
  expect(after.cueId).toBe(interim.cueId);
  expect((await record(after.cueId, "vi"))?.lines.join("|")).toContain("bánh tai heo Cô Sáu Xóm Chài");
  expect(hearingHint(await showLines(other, stage.accountId, stage.show.id))).toContain("Cô Sáu Xóm Chài");
});

test("a term added last is in the hint however long the list", async () => {
  const { version, terms } = await findGlossary(stage.services, stage.accountId, stage.show.id);
  const many = Array.from({ length: 60 }, (_, at) => ({ vi: `giống lúa nương số ${at}` }));
  const added = { vi: "bánh gai chị Út" };
  const changed = await setGlossary(stage.services, stage.accountId, stage.show.id, { version, terms: [...terms, ...many, added] });
  expect(hearingHint(await showLines(other, stage.accountId, stage.show.id, changed.version))).toMatch(/^bánh gai chị Út, /);
});

test("what was said already is no second caption after the terms have changed", async () => {
  const first = await say(other, "r1", "cái rổ này má em đan");
  await add({ vi: "rổ", en: "basket" });
  expect(await say(other, "r1", "cái rổ này má em đan")).toEqual(first);
  await translate(stage.services, "r1");
  await translate(other, "r1");
  expect(await record(first.cueId)).toMatchObject({ rev: 1 });
});

test("the phrasebook gives way to the show's own words, and shows none that are forbidden", async () => {
  const said = "em cảm ơn cả nhà nhiều lắm ạ";
  const model = createScriptedModel(() => ({ text: "Much obliged to you all, dear family." }));
  stage.services.model = model;
  await add({ vi: "cả nhà", en: "dear family" });
  const asked = await say(stage.services, "p1", said);
  await translate(stage.services, "p1");
  expect(await record(asked.cueId)).toMatchObject({ text: "Much obliged to you all, dear family.", provenance: "machine" });
  // Without a model it is better than nothing.
  stage.services.model = undefined;
  const kept = await say(stage.services, "p2", said);
  await translate(stage.services, "p2");
  expect(await record(kept.cueId)).toMatchObject({ provenance: "machine" });
  expect((await record(kept.cueId))?.text).toContain("Thank");
  await add({ vi: "cảm ơn", forbidden: { en: ["thank"] }, en: "obliged" });
  const gone = await say(stage.services, "p3", said);
  await translate(stage.services, "p3");
  expect(await record(gone.cueId)).toMatchObject({ text: said, provenance: "source" });
});

test("of two changes made from the same terms one is refused, and nothing of the other is lost", async () => {
  const { version, terms } = await findGlossary(stage.services, stage.accountId, stage.show.id);
  const change = (vi: string) =>
    setGlossary(stage.services, stage.accountId, stage.show.id, { version, terms: [...terms, { vi }] }).then(
      () => vi,
      (error: { code: string }) => error.code,
    );
  const answers = await Promise.all(["nia", "thúng", "mẹt"].map(change));
  expect(answers.filter((answer) => answer === "glossary_changed")).toHaveLength(2);
  const now = await findGlossary(stage.services, stage.accountId, stage.show.id);
  expect(now).toEqual({ version: version + 1, terms: [...terms, { vi: answers.find((answer) => answer !== "glossary_changed") }] });
  // Its answer was lost, and it is sent again.
  expect(await setGlossary(stage.services, stage.accountId, stage.show.id, { version, terms: now.terms })).toEqual(now);
});
