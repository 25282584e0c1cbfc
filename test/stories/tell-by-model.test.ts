import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccount } from "#access/create-account.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, languageSchema } from "#i18n/language.ts";
import { ModelError } from "#models/language-model.ts";
import { createScriptedModel } from "#models/scripted-model.ts";
import type { PitchDraft } from "#pitches/ask-model-for-pitch.ts";
import { joinSentences } from "#pitches/sentence-draft.ts";
import { answerQuestions } from "#stories/answer-questions.ts";
import { findStory } from "#stories/find-story.ts";
import { requestStory } from "#stories/request-story.ts";
import { writeStory } from "#stories/write-story.ts";
import { honestListing, honestPitch } from "../support/honest-seller.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

const NOTES =
  "vải thiều lục ngạn nhà em chín từ 10/6 đến 20/7, có vietgap. giá 35k/kg, thùng xốp 10kg, ngọt 18-20 brix. " +
  "ship toàn quốc, còn 2 tấn. zalo 0912 345 678 chị Thảo";
const never = new AbortController().signal;

let services: TestServices;
let account: string;

beforeAll(async () => {
  services = await createTestServices();
  account = await createAccount(services, "grower");
});
afterAll(() => services.close());

async function tell(one: TestServices) {
  const { id } = await requestStory(one, account, { notes: NOTES });
  await writeStory(one, { storyId: id, telling: 1 }, never);
  return findStory(one, account, id);
}

describe("a story told by a model", () => {
  test("loses each sentence that the notes do not hold, and keeps the others", async () => {
    const lies = ["Vườn nhà em đạt GlobalGAP.", "Giá chỉ 99.000đ/kg.", "Ăn vải chữa ung thư."].map((text) => ({ text, factIds: [] }));
    const model = seller((pitch) => ({
      ...pitch,
      loop: pitch.loop.map((block) => ({ ...block, sentences: [...block.sentences, ...lies] })),
    }));
    const story = await tell({ ...services, model });
    expect(story.writer).toMatchObject({ name: "openai", model: "scripted" });
    expect(story.writers.vi).toEqual({ name: "openai", model: "scripted" });
    const honest = honestPitch(story.facts, "vi");
    expect(story.pitches.vi?.loop.map(({ say }) => say)).toEqual(honest.loop.map(({ sentences }) => joinSentences(sentences, "vi")));
    expect(story.findings.filter(({ severity }) => severity === "block").length).toBeGreaterThanOrEqual(3);
    expect(model.calls.filter(({ task }) => task === "write-pitch")).toHaveLength(LANGUAGES.length);
    expect(model.calls.filter(({ task }) => task === "repair-sentences")).toHaveLength(LANGUAGES.length);
  });

  test("says a refused sentence as the model mends it", async () => {
    const lie = { text: "Nhà em giao hàng miễn phí nha.", factIds: [] };
    const model = seller(
      (pitch) => ({ ...pitch, intro: pitch.intro.map((block) => (block.beat === "hook" ? { ...block, sentences: [lie] } : block)) }),
      () => ({ sentences: [{ id: "s1", text: "Cả nhà hỏi gì em trả lời nha.", factIds: [] }] }),
    );
    const story = await tell({ ...services, model });
    expect(story.pitches.vi?.intro[0]?.say).toBe("Cả nhà hỏi gì em trả lời nha.");
    expect(story.findings.filter(({ language, severity }) => language === "vi" && severity === "block")).toEqual([]);
  });

  test("tells what no language may leave out, though the model forgot it", async () => {
    const model = seller((pitch) => ({ ...pitch, loop: pitch.loop.filter(({ beat }) => beat !== "price" && beat !== "order") }));
    const story = await tell({ ...services, model });
    for (const language of LANGUAGES) {
      const told = story.pitches[language]?.loop.flatMap(({ factIds }) => factIds) ?? [];
      expect(story.writers[language]?.name).toBe("openai");
      for (const { id, kind } of story.facts) if (["price", "pack", "delivery", "contact"].includes(kind)) expect(told, kind).toContain(id);
    }
  });

  test("is asked again only for what changed, and what stays keeps its words", async () => {
    const model = seller((pitch) => pitch);
    const told = await tell({ ...services, model });
    const question = told.questions[0]?.id ?? "";
    await answerQuestions(services, account, told.id, { answers: [{ questionId: question, text: "quả to 30 quả một cân" }] });
    await writeStory({ ...services, model }, { storyId: told.id, telling: 2 }, never);
    const again = await findStory(services, account, told.id);
    const [asked] = model.calls.filter(({ task, user }) => task === "write-pitch" && user.includes('"beat"'));
    expect(asked?.user).toContain(JSON.stringify(told.pitches.vi?.loop[0]?.say));
    for (const language of LANGUAGES) {
      expect(again.writers[language]?.name).toBe("openai");
      const loop = again.pitches[language]?.loop ?? [];
      for (const block of told.pitches[language]?.loop ?? []) expect(loop).toContainEqual(block);
    }
  });

  test("is not asked at all where an answer told nothing new", async () => {
    const model = seller((pitch) => pitch);
    const told = await tell({ ...services, model });
    const calls = model.calls.length;
    await answerQuestions(services, account, told.id, { answers: [{ questionId: told.questions[0]?.id ?? "", text: "chưa biết nữa" }] });
    await writeStory({ ...services, model }, { storyId: told.id, telling: 2 }, never);
    expect((await findStory(services, account, told.id)).pitches).toEqual(told.pitches);
    expect(model.calls.slice(calls).map(({ task }) => task)).toEqual(["read-facts"]);
  });

  test("answers the same ten questions in every language, and those it has no fact for by asking the grower", async () => {
    const story = await tell({ ...services, model: seller((pitch) => ({ ...pitch, answers: pitch.answers.slice(0, 1) })) });
    for (const language of LANGUAGES) {
      expect(story.pitches[language]?.answers).toHaveLength(10);
      expect(story.pitches[language]?.answers.map(({ known }) => known)).toEqual(story.pitches.vi?.answers.map(({ known }) => known));
    }
  });

  test("is told by the rules when every model fails, and says so", async () => {
    const model = createScriptedModel(() => new ModelError("overloaded", { inputTokens: 7, outputTokens: 0 }));
    const story = await tell({ ...services, model });
    expect(story.status).toBe("ready");
    expect(story.writer).toMatchObject({ name: "rules", inputTokens: expect.any(Number) });
    expect(story.pitches.ja?.intro.length).toBeGreaterThan(1);
  });
});

/** A model that tells the truth but for what the test changes; a repair mends nothing unless it is told how. */
function seller(change: (pitch: PitchDraft) => PitchDraft, mend: () => unknown = () => ({ sentences: [] })) {
  return createScriptedModel(({ task, user }) => {
    if (task === "read-facts") return new ModelError("refused");
    if (task === "repair-sentences") return mend();
    const { facts } = readFactsByRules({ notes: NOTES, answers: [] }, ["vn", "us", "jp"]);
    const language = languageSchema.parse(JSON.parse(/<language>\n(.*)\n<\/language>/.exec(user)?.[1] ?? "null"));
    if (task === "write-pitch") return change(honestPitch(facts, language));
    return honestListing(facts, language);
  });
}
