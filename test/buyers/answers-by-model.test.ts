import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../web/test-app.ts";
import { openBuyersStage } from "./buyers-stage.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
}, 60_000);
afterAll(() => app.close());

const QUESTION = "Would they spoil on a long flight, do you think?";
const VI = "Bay đường dài có bị hỏng không ạ?";

test("a model puts a free question into Vietnamese and suggests a reply, which the grower reads by the facts it rests on", async () => {
  const reply = "They keep for 5–7 days in the fridge.";
  const stage = await openBuyersStage({
    app,
    model: (_, { facts }) => ({
      language: "en",
      vi: VI,
      reply: { vi: "", en: reply, ja: "" },
      factIds: facts.flatMap(({ id, kind }) => (kind === "shelf-life" ? [id] : [])),
    }),
  });
  const { id, path } = await stage.asked("en", QUESTION);
  const kept = stage.story.facts.find(({ kind }) => kind === "shelf-life")?.text;
  expect(await stage.list()).toMatchObject([{ vi: VI, suggestion: { text: reply, vi: kept } }]);
  await stage.reply(id, { text: reply });
  expect((await stage.web.ask("GET", path)).json.answer).toMatchObject({ text: reply, vi: kept, source: "facts" });
});

test.each([
  ["a price of its own", "They cost 99,000 dong a kilo."],
  ["a claim of its own", "They are certified organic and keep for 5–7 days in the fridge."],
])("a suggestion with %s is never shown to the grower", async (_, reply) => {
  const stage = await openBuyersStage({
    app,
    model: (_call, { facts }) => ({ language: "en", vi: VI, reply: { vi: "", en: reply, ja: "" }, factIds: facts.map(({ id }) => id) }),
  });
  await stage.asked("en", QUESTION);
  const list = await stage.list();
  expect(list).toMatchObject([{ vi: VI }]);
  expect(JSON.stringify(list)).not.toContain(reply);
});

test("a translation of the question with other numbers is not shown: the grower reads what the buyer wrote", async () => {
  const stage = await openBuyersStage({
    app,
    model: () => ({ language: "en", vi: "Gửi 3 thùng được không ạ?", reply: null, factIds: [] }),
  });
  await stage.asked("en", "Could 2 boxes fly with my cousin?");
  expect(await stage.list()).toMatchObject([{ vi: null, text: "Could 2 boxes fly with my cousin?" }]);
});

const ANSWER = "Dạ chú em hay bay ra Hà Nội, xách 2 thùng vẫn tươi ạ";
test.each([
  [
    "is asked for once more where its numbers are others",
    ["My uncle carries three boxes to Hanoi.", "My uncle often carries 2 boxes to Hanoi, and they stay fresh."],
    "machine",
    2,
  ],
  [
    "is asked for once more where it adds a claim",
    ["My uncle carries 2 certified organic boxes to Hanoi.", "My uncle often carries 2 boxes to Hanoi, and they stay fresh."],
    "machine",
    2,
  ],
  ["is not shown where it goes wrong twice: the Vietnamese stands", ["Three boxes.", "Four boxes."], "none", 2],
  ["is not shown in another language than the buyer's", ["Chú em xách 2 thùng.", "叔父は2箱持って行きます。"], "none", 2],
])("a model's translation of an answer %s", async (_, told, source, calls) => {
  const left = [...told];
  const prompts: string[] = [];
  const stage = await openBuyersStage({
    app,
    model: ({ task, user }) => {
      if (task === "answer-comment") return { language: "en", vi: VI, reply: null, factIds: [] };
      prompts.push(user);
      return { text: left.shift() };
    },
  });
  const { id, path } = await stage.asked("en", QUESTION);
  expect((await stage.reply(id, { text: ANSWER, confirmed: true })).json).toMatchObject({ sent: true });
  await stage.tellAnswers();
  expect((await stage.web.ask("GET", path)).json.answer).toMatchObject({
    vi: ANSWER,
    source,
    text: source === "none" ? null : told.at(-1),
  });
  expect(prompts).toHaveLength(calls);
  expect(prompts.every((user) => user.includes("long flight"))).toBe(true);
});
