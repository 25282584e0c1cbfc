import { sql } from "#database/drizzle.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { recoverBuyerQuestions } from "#buyers/recover-buyer-questions.ts";
import { startWorkers } from "#jobs/worker.ts";
import { createApp } from "#web/app.ts";
import { createRateLimits } from "#web/middleware/limit-rate.ts";
import { openBuyersStage, type BuyersStage } from "./buyers-stage.ts";

let stage: BuyersStage;
beforeAll(async () => {
  stage = await openBuyersStage();
}, 60_000);
afterAll(() => stage.web.close());

test.each([
  ["ja", "いつ届きますか？", "Bao lâu thì nhận được hàng ạ?", "shipping", ["delivery"]],
  ["ja", "こんにちは。1キロいくらですか？", "Xin chào! Bao nhiêu tiền một cân ạ?", "price", ["price"]],
  [
    "en",
    "Hi! How much is a box? Is it still available?",
    "Xin chào! Bao nhiêu tiền một hộp ạ? Còn hàng không ạ?",
    "stock",
    ["price", "stock"],
  ],
  ["en", "I live in Osaka. How much is one box, and do you have any left?", null, "stock", ["stock"]],
  ["en", "My shop needs fifty. What would the price be? Is delivery to Hanoi fast?", null, "shipping", ["price", "delivery"]],
  ["en", "Could you tell me how long shipping takes to Osaka, please?", null, "shipping", ["delivery"]],
  ["en", "I have a café in Kyoto: would you ship Lục Ngạn lychees to it?", null, "shipping", ["delivery"]],
  ["en", "My mother is eighty: may she put the whole box into the fridge?", null, null, ["storage"]],
  ["ja", "プレゼント用ですが、冷蔵庫に入れたほうがいいですか？", null, null, ["storage"]],
  ["ja", "祖母に送りたいです。届くまで何日ですか？冷蔵庫で保存しますか？", null, "shipping", ["delivery", "storage"]],
])(
  "a question in %s reaches the grower in Vietnamese, with what it is about and a reply from the facts: %s",
  async (language, text, vi, flag, about) => {
    const { id, path } = await stage.asked(language, text);
    const [question] = await stage.list("?limit=1");
    expect(question).toMatchObject({ id, author: "Yuki", text, language, vi, flag, about, answer: null });
    const cards = (of: "vi" | "en" | "ja") => stage.story.pitches[of]?.answers.map(({ answer }) => answer) ?? [];
    const { suggestion }: { suggestion: { text: string; vi: string } } = JSON.parse(JSON.stringify(question));
    expect(cards(language === "ja" ? "ja" : "en").some((answer) => suggestion.text.includes(answer))).toBe(true);
    expect(cards("vi").some((answer) => suggestion.vi.includes(answer))).toBe(true);
    expect((await stage.web.ask("GET", path)).json).toMatchObject({ text, vi, answer: null, slug: stage.slug });
  },
);

test("one tap sends the suggestion as it stands, and the buyer reads it with where it came from", async () => {
  const { id, path } = await stage.asked("ja", "まだありますか？");
  const [question] = await stage.list("?limit=1");
  const { suggestion }: { suggestion: { text: string; vi: string } } = JSON.parse(JSON.stringify(question));
  const sent = await stage.reply(id, { text: suggestion.text });
  expect(sent.json).toMatchObject({ sent: true, findings: [], question: { suggestion: null } });
  expect((await stage.web.ask("GET", path)).json.answer).toMatchObject({ text: suggestion.text, vi: suggestion.vi, source: "facts" });
});

test.each([
  ["en", "Dạ còn hàng ạ", "phrases"],
  ["ja", "Dạ còn hàng ạ", "phrases"],
  ["ja", "Dạ giá 35.000 đồng một ký ạ.", "phrases"],
  ["en", "Dạ để em hỏi lại bà nội rồi nhắn mình sau nha", "none"],
])(
  "without a model a Vietnamese answer comes to the buyer in %s by set phrases, else as it is with an honest label: %s",
  async (language, text, source) => {
    const { id, path } = await stage.asked(language, "hello");
    expect((await stage.reply(id, { text })).json).toMatchObject({ sent: true });
    expect((await stage.web.ask("GET", path)).json.answer).toMatchObject({ vi: text, text: null, source: null });
    await stage.tellAnswers();
    const { answer } = (await stage.web.ask("GET", path)).json;
    // What is said to all on air is said to one here.
    expect(JSON.stringify(answer)).not.toMatch(/everyone|みなさん/);
    expect(answer).toMatchObject({ vi: text, source, text: source === "none" ? null : expect.stringMatching(/\w|[ぁ-ん]/) });
  },
);

test("a number or a claim that the notes do not hold is told to the grower first, and goes out once it is confirmed", async () => {
  const { id, path } = await stage.asked("en", "How much per kilo?");
  for (const text of ["Dạ giá 25 nghìn một ký ạ", "Dạ vải nhà em có chứng nhận hữu cơ ạ"]) {
    const warned = await stage.reply(id, { text });
    expect(warned.json, text).toMatchObject({
      sent: false,
      findings: expect.arrayContaining([expect.objectContaining({ language: "vi", severity: "warn" })]),
    });
    expect((await stage.web.ask("GET", path)).json.answer).toBeNull();
  }
  const sent = await stage.reply(id, { text: "Dạ giá 25 nghìn một ký ạ", confirmed: true });
  expect(sent.json).toMatchObject({ sent: true, findings: [{ kind: "number" }] });
  await stage.tellAnswers();
  expect((await stage.web.ask("GET", path)).json.answer).toMatchObject({ vi: "Dạ giá 25 nghìn một ký ạ" });
});

test("an answer in the buyer's own language goes out as written, and the last of two answers counts", async () => {
  const { id, path } = await stage.asked("en", "Do you have a farm tour?");
  expect((await stage.reply(id, { text: "Not yet, but you are welcome to visit." })).json).toMatchObject({ sent: true });
  expect((await stage.web.ask("GET", path)).json.answer).toMatchObject({ text: "Not yet, but you are welcome to visit.", source: "own" });
  await stage.reply(id, { text: "Dạ còn hàng ạ" });
  await stage.tellAnswers();
  expect((await stage.web.ask("GET", path)).json.answer).toMatchObject({ vi: "Dạ còn hàng ạ", source: "phrases" });
});

test("the same question sent twice is one; other words under the same id are another", async () => {
  const [first, again, other] = [
    await stage.ask("en", "Any left?", { id: "same" }),
    await stage.ask("en", "Any left?", { id: "same" }),
    await stage.ask("en", "Any discount?", { id: "same" }),
  ];
  expect([first.status, again.json]).toEqual([202, first.json]);
  expect(other.json.id).not.toBe(first.json.id);
  expect((await stage.list("?limit=100")).filter((question) => JSON.stringify(question).includes("Any left?"))).toHaveLength(1);
});

test("who writes English on another page is answered in English, and who writes two kanji there in Japanese", async () => {
  await stage.asked("ja", "Would they spoil during a summer flight?");
  expect((await stage.list("?limit=1"))[0]).toMatchObject({ language: "en" });
  await stage.asked("vi", "Would they spoil with my grandmother?");
  expect((await stage.list("?limit=1"))[0]).toMatchObject({ language: "en" });
  await stage.asked("ja", "送料?");
  expect((await stage.list("?limit=1"))[0]).toMatchObject({ language: "ja", flag: "shipping" });
});

test("only the buyer's own link opens a question, and no guess at one does", async () => {
  const { path } = await stage.asked("en", "How much per box?");
  const [id = "", mac = ""] = path.replace("/v1/questions/", "").split(".");
  for (const token of [id, `${id}.`, `${id}.${mac}x`, `${id}.${mac.toLowerCase()}`, `bq_x.${mac}`, "none"]) {
    const refused = await stage.web.ask("GET", `/v1/questions/${token}`);
    expect([refused.status, refused.json.code], token).toEqual([404, "asked_not_found"]);
  }
  const another = await stage.web.join("another");
  expect((await stage.reply(id, { text: "x" }, another.key)).json).toMatchObject({ status: 404, code: "story_not_found" });
  expect((await stage.web.ask("GET", path)).json.answer).toBeNull();
});

test("fields are held to their limits, and what is taken away is gone for both", async () => {
  for (const text of ["", "x".repeat(1_001), "\0"]) expect((await stage.ask("en", text)).status).toBe(422);
  expect((await stage.ask("en", "hi", { author: "x".repeat(61) })).status).toBe(422);
  expect(
    (await stage.web.ask("POST", "/v1/listings/en/nothing-here/questions", { body: { id: "1", author: "A", text: "x" } })).status,
  ).toBe(404);
  const { id, path } = await stage.asked("en", "Buy my watches!!!");
  const at = `/v1/stories/${stage.story.id}/buyer-questions/${id}`;
  expect((await stage.web.ask("DELETE", at, { key: stage.grower.key })).status).toBe(204);
  expect((await stage.web.ask("DELETE", at, { key: stage.grower.key })).json.code).toBe("asked_not_found");
  expect((await stage.web.ask("GET", path)).status).toBe(404);
});

test("the list comes in pages, newest first, and can hold only what is open", async () => {
  const all = (await stage.list("?limit=100")).map((question) => JSON.parse(JSON.stringify(question)));
  expect(all.length).toBeGreaterThan(5);
  const seen: string[] = [];
  for (let cursor = ""; ;) {
    const { json } = await stage.web.ask("GET", `/v1/stories/${stage.story.id}/buyer-questions?limit=3${cursor}`, {
      key: stage.grower.key,
    });
    const { items, nextCursor }: { items: { id: string }[]; nextCursor?: string } = JSON.parse(JSON.stringify(json));
    seen.push(...items.map(({ id }) => id));
    if (nextCursor === undefined) break;
    cursor = `&cursor=${nextCursor}`;
  }
  expect(seen).toEqual(all.map(({ id }) => id));
  const open = await stage.list("?limit=100&open=true");
  expect(open).toEqual(all.filter(({ answer }) => answer === null));
  expect(open.length).toBeLessThan(all.length);
});

test("an address can ask so much and no more", async () => {
  const limits = createRateLimits({ rateLimit: true, redisUrl: undefined }, { buyers: { points: 2, duration: 60 } });
  const app = createApp(stage.web.services, { attach: async () => {} }, { limits });
  const send = async (at: number) => {
    const init = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id: `r${at}`, author: "A", text: "hi" }),
    };
    return (await app.request(`/v1/listings/en/${stage.slug}/questions`, init, { incoming: { socket: { remoteAddress: "203.0.113.7" } } }))
      .status;
  };
  expect([await send(1), await send(2), await send(3)]).toEqual([202, 202, 429]);
});

test("what a dead worker left is found again: a question unread, an answer untold", async () => {
  const { services } = stage.web;
  const taken = await stage.ask("ja", "甘いですか？");
  const answered = await stage.asked("en", "thank you");
  await stage.reply(answered.id, { text: "Dạ còn hàng ạ" });
  await services.database.db.execute(sql`
    update farmcast.buyer_questions set created_at = now() - interval '1 minute', answered_at = answered_at - interval '1 minute'
    where id in (${taken.json.id}, ${answered.id})`);
  const workers = await startWorkers(services);
  try {
    await recoverBuyerQuestions(services);
    const read = async () => (await stage.list("?limit=100")).map((question) => JSON.parse(JSON.stringify(question)));
    await vi.waitFor(async () => {
      const questions = await read();
      expect(questions.find(({ id }) => id === taken.json.id)).toMatchObject({ vi: "Có ngọt không ạ?" });
      expect(questions.find(({ id }) => id === answered.id)?.answer).toMatchObject({ source: "phrases" });
    }, 10_000);
  } finally {
    await workers.close(2_000);
  }
});
