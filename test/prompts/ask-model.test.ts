import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Finding } from "#checks/finding.ts";
import { askModelForFacts } from "#facts/ask-model-for-facts.ts";
import type { Fact } from "#facts/fact.ts";
import { askModelForListing } from "#listings/ask-model-for-listing.ts";
import { createAnthropicModel } from "#models/anthropic-model.ts";
import type { LanguageModel } from "#models/language-model.ts";
import { createOpenAIModel } from "#models/openai-model.ts";
import { createScriptedModel } from "#models/scripted-model.ts";
import { askModelForPitch } from "#pitches/ask-model-for-pitch.ts";
import { loadPrompts } from "#prompts/load-prompts.ts";
import { askModelForCaption } from "#shows/ask-model-for-caption.ts";
import { askModelForReply } from "#shows/ask-model-for-reply.ts";
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
      { beat: "hook", say: "Vải thiều nhà mình ba mươi lăm nghìn một ký ạ.", do: "giơ chùm vải", show: null, factIds: ["f1", "f99", "f1"] },
    ],
    loop: [{ beat: "ask", say: "Cả nhà thích ăn quả nhỏ hạt không?", do: null, show: "", factIds: [] }],
    answers: [{ question: "Giá bao nhiêu?", answer: "35.000 đồng một ký ạ.", factIds: ["f1", "f7"], known: true }],
  },
  "write-listing": {
    title: "Vải thiều Lục Ngạn",
    summary: "Vải từ nhà vườn.",
    bullets: ["35.000đ/kg"],
    body: "Vải nhà mình.",
    factIds: ["f1", "f2"],
  },
  "translate-caption": { text: "1キロ35,000ドンです" },
  "answer-comment": { language: "ja", vi: "Bao nhiêu tiền một ký ạ?", reply: "1キロ35,000ドンです。", factIds: ["f1"] },
} as const;
type Task = keyof typeof SAID;

const VERBS: Record<Task, (model: LanguageModel) => Promise<unknown>> = {
  "read-facts": (model) =>
    askModelForFacts({ model, prompts }, { ...OPTIONS, words: { notes: NOTES, answers: [{ questionId: "q1", text: "từ 10/6" }] } }),
  "write-pitch": (model) => askModelForPitch({ model, prompts }, { ...OPTIONS, facts: [PRICE], language: "vi", markets: ["vn"] }),
  "write-listing": (model) => askModelForListing({ model, prompts }, { ...OPTIONS, facts: [PRICE], language: "vi", markets: ["vn"] }),
  "translate-caption": (model) =>
    askModelForCaption(
      { model, prompts },
      {
        ...OPTIONS,
        text: "ba lăm nghìn một ký ạ",
        from: "vi",
        to: "ja",
        context: [],
        terms: [
          { vi: "ký", ja: "キロ" },
          { vi: "thùng", en: "box" },
        ],
        charactersMax: 26,
      },
    ),
  "answer-comment": (model) => askModelForReply({ model, prompts }, { ...OPTIONS, text: "1キロいくらですか？", facts: [PRICE] }),
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

test("a pitch rests on facts that exist, each named once", async () => {
  expect(valueOf(await VERBS["write-pitch"](createScriptedModel(() => SAID["write-pitch"])))).toEqual({
    intro: [{ beat: "hook", say: SAID["write-pitch"].intro[0].say, do: "giơ chùm vải", factIds: ["f1"] }],
    loop: [{ beat: "ask", say: SAID["write-pitch"].loop[0].say, factIds: [] }],
    answers: [{ ...SAID["write-pitch"].answers[0], factIds: ["f1"] }],
  });
});

test("the repair call is shown what the gate found in its own language", async () => {
  const request = {
    ...OPTIONS,
    facts: [PRICE],
    language: "ja",
    markets: ["jp"],
    findings: [FINDING, { ...FINDING, language: "vi" }],
  } as const;
  const data = await shown((model) => askModelForPitch({ model, prompts }, request), "write-pitch");
  expect(data("findings")).toEqual([FINDING]);
  expect(data("language")).toBe("ja");
  expect(data("facts")).toEqual([{ id: "f1", kind: "price", quote: "35k/ky", text: "35.000 đồng một ký", amount: PRICE.amount }]);
});

test("a caption is shown only the terms that have a word in its language", async () => {
  const data = await shown(VERBS["translate-caption"], "translate-caption");
  expect(data("terms")).toEqual([{ say: "ký", write: "キロ" }]);
  expect(data("charactersMax")).toBe(26);
});

test.each([
  ["rests on no fact", { ...SAID["answer-comment"], factIds: ["f9"] }, "ja"],
  ["is in a language nobody checks", { ...SAID["answer-comment"], language: "other" }, undefined],
  ["is empty", { ...SAID["answer-comment"], reply: "" }, "ja"],
])("a reply that %s is not suggested, the comment still told", async (_, said, language) => {
  expect(valueOf(await VERBS["answer-comment"](createScriptedModel(() => said)))).toMatchObject({
    language,
    vi: said.vi,
    reply: undefined,
  });
});
