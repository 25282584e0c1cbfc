import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askModelForAnswer } from "#buyers/ask-model-for-answer.ts";
import type { Finding } from "#checks/finding.ts";
import { askModelForFacts } from "#facts/ask-model-for-facts.ts";
import type { Fact } from "#facts/fact.ts";
import { askModelForListing } from "#listings/ask-model-for-listing.ts";
import { createAnthropicModel } from "#models/anthropic-model.ts";
import type { LanguageModel } from "#models/language-model.ts";
import { createOpenAIModel } from "#models/openai-model.ts";
import { createScriptedModel } from "#models/scripted-model.ts";
import { askModelForPitch } from "#pitches/ask-model-for-pitch.ts";
import type { Block } from "#pitches/pitch.ts";
import { loadPrompts, readExamples } from "#prompts/load-prompts.ts";
import { askModelForCaption } from "#shows/ask-model-for-caption.ts";
import { askModelForReply } from "#shows/ask-model-for-reply.ts";
import { askModelForRepair } from "#stories/ask-model-for-repair.ts";
import { startModelServer, type ModelServer } from "../support/model-server.ts";

const prompts = loadPrompts();
const OPTIONS = { accountId: "ac_test", deadlineMs: 3_000 };
const NOTES = "vai thieu Luc Ngan 35k/ky, co VietGAP";
const PRICE: Fact = {
  id: "f1",
  kind: "price",
  source: "notes",
  quote: "35k/ky",
  start: 19,
  end: 25,
  text: "35.000 đồng một ký",
  amount: { min: 35_000, max: 35_000, unit: "VND", per: "kg" },
};
const FINDING: Finding = { language: "ja", kind: "superlative", severity: "block", quote: "日本一", start: 0, end: 3, message: "" };

const REFUSED = ["日本一のライチです。", "1キロ3万5千ドンです。"].map((text) => ({ sentence: { text, factIds: [] }, findings: [FINDING] }));
const KEPT: Block = { id: "loop-who", beat: "who", say: "Em là Lan ạ.", seconds: 2, factIds: [], edited: false };

const SAID = {
  "read-facts": {
    facts: [
      {
        kind: "price",
        source: "notes",
        quote: "35k/ky",
        text: "35.000 đồng một ký",
        amount: { min: 35_000, max: 35_000, unit: "VND", per: "kg" },
        date: null,
      },
      {
        kind: "season",
        source: "answer:q1",
        quote: "từ 10/6",
        text: "từ ngày 10 tháng 6",
        amount: null,
        date: { from: "--06-10", to: null },
      },
      { kind: "certification", source: "notes", quote: "VietGAP", text: "VietGAP", amount: null, date: null },
    ],
  },
  "write-pitch": {
    intro: [
      {
        beat: "hook",
        sentences: [{ text: "Vải thiều nhà em ba mươi lăm nghìn một ký ạ.", factIds: ["f1", "f99"] }],
        do: "giơ chùm vải",
        show: null,
      },
    ],
    loop: [{ beat: "ask", sentences: [{ text: "Cả nhà thích ăn quả nhỏ hạt không?", factIds: [] }], do: null, show: null }],
    answers: [{ about: "price", sentences: [{ text: "Dạ 35.000 đồng một ký ạ.", factIds: ["f1"] }] }],
  },
  "write-listing": {
    title: { text: "Vải thiều Lục Ngạn", factIds: [] },
    summary: [{ text: "Vải từ nhà vườn.", factIds: [] }],
    bullets: [{ text: "35.000đ/kg", factIds: ["f1"] }],
    body: [[{ text: "Vải nhà em.", factIds: [] }]],
  },
  "repair-sentences": { sentences: [{ id: "s1", text: "35.000 đồng một ký ạ.", factIds: ["f1"] }] },
  "translate-caption": { text: "1キロ35,000ドンです" },
  "answer-comment": { language: "ja", vi: "Bao nhiêu tiền một ký ạ?", reply: { vi: "Dạ một ký 35.000 đồng ạ.", en: "It's 35,000 dong a kilo.", ja: "1キロ35,000ドンです。" }, factIds: ["f1"] },
  "translate-answer": { text: "1キロ35,000ドンです。" },
} as const;
type Task = keyof typeof SAID;

const VERBS: Record<Task, (model: LanguageModel) => Promise<unknown>> = {
  "read-facts": (model) =>
    askModelForFacts({ model, prompts }, { ...OPTIONS, words: { notes: NOTES, answers: [{ questionId: "q1", text: "từ 10/6" }] } }),
  "write-pitch": (model) =>
    askModelForPitch({ model, prompts }, { ...OPTIONS, facts: [PRICE], language: "vi", markets: ["vn"], kept: { intro: [], loop: [KEPT] } }),
  "write-listing": (model) => askModelForListing({ model, prompts }, { ...OPTIONS, facts: [PRICE], language: "vi", markets: ["vn"] }),
  "repair-sentences": (model) =>
    askModelForRepair({ model, prompts }, { ...OPTIONS, facts: [PRICE], language: "ja", markets: ["jp"], refused: REFUSED }),
  "translate-caption": (model) =>
    askModelForCaption(
      { model, prompts },
      {
        ...OPTIONS,
        text: "ba lăm nghìn một ký ạ",
        from: "vi",
        to: "ja",
        context: [],
        products: ["ライチ"],
        terms: [{ say: "ký", write: "キロ", forbidden: ["kg"], required: true }],
        findings: [],
        charactersMax: 26,
      },
    ),
  "answer-comment": (model) => askModelForReply({ model, prompts }, { ...OPTIONS, text: "1キロいくらですか？", facts: [PRICE] }),
  "translate-answer": (model) =>
    askModelForAnswer({ model, prompts }, { ...OPTIONS, answer: "ba lăm nghìn một ký ạ", to: "ja", question: "1キロいくらですか？", findings: [] }),
};
const TASKS = Object.keys(SAID).filter((task): task is Task => task in SAID);

let server: ModelServer;
beforeAll(async () => void (server = await startModelServer()));
afterAll(() => server.close());

describe.each(TASKS)("%s", (task) => {
  test("goes through both vendors' libraries to the same answer as from a script", async () => {
    const scripted = createScriptedModel(() => SAID[task]);
    const expected = await VERBS[task](scripted);
    server.answer(() => ({ text: JSON.stringify(SAID[task]) }));
    const anthropic = createAnthropicModel({ apiKey: "key", baseURL: server.anthropicUrl, model: "m" });
    const openai = createOpenAIModel({ apiKey: "key", baseURL: server.openaiUrl, model: "m" });
    for (const model of [anthropic, openai]) expect(await VERBS[task](model)).toMatchObject({ value: valueOf(expected), model: "m" });
    expect(scripted.calls).toMatchObject([{ task, ...OPTIONS }]);
  });

  test("refuses an answer of another shape", async () => {
    await expect(VERBS[task](createScriptedModel(() => ({ words: "" })))).rejects.toMatchObject({ failure: "invalid_output" });
  });
});

function valueOf(answer: unknown): unknown {
  return typeof answer === "object" && answer !== null && "value" in answer ? answer.value : undefined;
}

/** What the last call of a verb was shown, by block. */
async function shown(asking: (model: LanguageModel) => Promise<unknown>, task: Task): Promise<(name: string) => unknown> {
  const model = createScriptedModel(() => SAID[task]);
  await asking(model);
  return (name) => JSON.parse(new RegExp(`<${name}>\n(.*)\n</${name}>`).exec(model.calls[0]?.user ?? "")?.[1] ?? "null");
}

test.each(TASKS)("the examples of %s are answers of the shape that is asked for", async (task) => {
  const examples = readExamples(task);
  expect(examples.length).toBeGreaterThan(0);
  for (const { answer } of examples) await VERBS[task](createScriptedModel(() => answer));
});

test("facts come from named sources, and what was not said is absent, not null", async () => {
  const data = await shown(VERBS["read-facts"], "read-facts");
  expect(data("sources")).toEqual([
    { source: "notes", text: NOTES },
    { source: "answer:q1", text: "từ 10/6" },
  ]);
  expect(valueOf(await VERBS["read-facts"](createScriptedModel(() => SAID["read-facts"])))).toEqual([
    {
      kind: "price",
      source: "notes",
      quote: "35k/ky",
      text: "35.000 đồng một ký",
      amount: { min: 35_000, max: 35_000, unit: "VND", per: "kg" },
    },
    { kind: "season", source: "answer:q1", quote: "từ 10/6", text: "từ ngày 10 tháng 6", date: { from: "--06-10" } },
    { kind: "certification", source: "notes", quote: "VietGAP", text: "VietGAP" },
  ]);
});

test("a pitch is asked for with the blocks that stay, as they are said", async () => {
  const data = await shown(VERBS["write-pitch"], "write-pitch");
  expect(data("kept")).toEqual({ intro: [], loop: [{ beat: "who", say: "Em là Lan ạ.", factIds: [] }] });
  expect(data("facts")).toEqual([{ id: "f1", kind: "price", quote: "35k/ky", text: "35.000 đồng một ký", amount: PRICE.amount }]);
});

test("a repair is shown each refused sentence with what was found, and what it leaves out is left out", async () => {
  const data = await shown(VERBS["repair-sentences"], "repair-sentences");
  const because = [{ kind: "superlative", quote: "日本一", message: "" }];
  expect(data("refused")).toEqual([
    { id: "s1", text: "日本一のライチです。", factIds: [], because },
    { id: "s2", text: "1キロ3万5千ドンです。", factIds: [], because },
  ]);
  expect(data("language")).toBe("ja");
  const mended = await VERBS["repair-sentences"](createScriptedModel(() => SAID["repair-sentences"]));
  expect(valueOf(mended)).toEqual([{ text: "35.000 đồng một ký ạ.", factIds: ["f1"] }, undefined]);
});

test("a caption is asked for with the words for its terms, and those that are none", async () => {
  const data = await shown(VERBS["translate-caption"], "translate-caption");
  expect(data("terms")).toEqual([{ say: "ký", write: "キロ", never: ["kg"] }]);
  expect(data("charactersMax")).toBe(26);
});

test.each([
  ["rests on no fact", { ...SAID["answer-comment"], factIds: ["f9"] }, "ja"],
  ["is in a language nobody checks", { ...SAID["answer-comment"], language: "other" }, undefined],
  ["is empty", { ...SAID["answer-comment"], reply: { vi: "", en: " ", ja: "" } }, "ja"],
])("a reply that %s is not suggested, the comment still told", async (_, said, language) => {
  expect(valueOf(await VERBS["answer-comment"](createScriptedModel(() => said)))).toMatchObject({
    language,
    vi: said.vi,
    replies: {},
  });
});
