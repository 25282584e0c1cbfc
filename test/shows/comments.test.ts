import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { comments } from "#database/schema.ts";
import type { FactKind } from "#facts/fact.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { startWorkers } from "#jobs/worker.ts";
import { createScriptedModel } from "#models/scripted-model.ts";
import { addComment } from "#shows/add-comment.ts";
import { endShow } from "#shows/end-show.ts";
import { findReply } from "#shows/find-reply.ts";
import { openShow } from "#shows/open-show.ts";
import { readComments, type ShowComment } from "#shows/read-comments.ts";
import { readQuestion, type CommentFlag } from "#shows/read-question.ts";
import { readRecord } from "#shows/read-record.ts";
import { recoverComments } from "#shows/recover-comments.ts";
import { replyToComment } from "#shows/reply-to-comment.ts";
import { saySegment } from "#shows/say-segment.ts";
import type { Show } from "#shows/show.ts";
import { translateComment } from "#shows/translate-comment.ts";
import { findStory } from "#stories/find-story.ts";
import { requestStory } from "#stories/request-story.ts";
import type { Story } from "#stories/story.ts";
import { writeStory } from "#stories/write-story.ts";
import { openTestShow, type ShowStage } from "./show-fixture.ts";

const never = new AbortController().signal;
const NOTES = "Vải thiều Lục Ngạn, giá 35k/kg, thùng 5kg, còn 2 tấn, ship toàn quốc 2-3 ngày";

let stage: ShowStage;
let told: Show;
let story: Story;
beforeAll(async () => {
  stage = await openTestShow();
  const { services, accountId } = stage;
  const { id } = await requestStory(services, accountId, { notes: NOTES });
  await writeStory(services, { storyId: id, telling: 1 }, never);
  story = await findStory(services, accountId, id);
  told = await openShow(services, accountId, { title: "Vải", storyIds: [id] });
});
afterAll(() => stage.services.close());

const write = (show: Show, id: string, text: string, fromPage = false) =>
  addComment(stage.services, stage.accountId, show.id, { id, author: "Yuki", text }, { fromPage });
const read = async (show: Show, after = 0): Promise<ShowComment[]> =>
  (await readComments(stage.services, stage.accountId, show.id, after)).events.map(({ data }) => data);
const translate = (show: Show, commentId: string) => translateComment(stage.services, { showId: show.id, commentId }, never);

test("a buyer's question comes to the streamer in Vietnamese, once as written and once translated, with what it asks for", async () => {
  await write(stage.show, "m1", "送料はいくらですか？");
  await write(stage.show, "m1", "送料はいくらですか？");
  const before = await readComments(stage.services, stage.accountId, stage.show.id, 0);
  const asked = {
    id: "m1",
    author: "Yuki",
    text: "送料はいくらですか？",
    flag: "shipping",
    count: 1,
    canReply: false,
    replied: null,
    reply: null,
    replies: {},
    renewed: false,
    outdated: false,
  };
  expect(before.events.map(({ data }) => data)).toEqual([{ ...asked, language: null, vi: null }]);
  await translate(stage.show, "m1");
  expect(await read(stage.show, before.events.at(-1)?.seq)).toEqual([{ ...asked, language: "ja", vi: "Phí ship bao nhiêu ạ?" }]);
  expect(await stage.services.database.db.select().from(comments)).toHaveLength(1);
});

test("the same text from many is one comment with their number, whatever its case, marks and emoji, and each id counts once", async () => {
  const { services, accountId } = stage;
  const show = await openShow(services, accountId, { title: "x" });
  const same = ["Chốt 2 thùng", "chốt 2 thùng!!!", "CHỐT 2 THÙNG 🥰", "chốt 2 thùng"];
  for (const [index, text] of same.entries()) await write(show, `same-${index}`, text);
  for (const [index, text] of same.entries()) await write(show, `same-${index}`, text);
  await write(show, "other", "chốt 3 thùng");
  await write(show, "heart", "🥰🥰");
  await write(show, "heart-again", "🥰🥰");
  expect((await read(show)).map(({ id, count }) => [id, count])).toEqual([
    ["same-0", 4],
    ["other", 1],
    ["heart", 2],
  ]);
});

test.each<[FactKind, CommentFlag, Language, string]>([
  ["price", "price", "vi", "giá sao shop ơi"],
  ["price", "price", "en", "How much for one kilo?"],
  ["price", "price", "ja", "値段を教えてください"],
  ["delivery", "shipping", "vi", "ship về Đà Nẵng mấy ngày tới ạ"],
  ["delivery", "shipping", "en", "can you deliver it to Hanoi?"],
  ["delivery", "shipping", "ja", "発送は何日かかりますか"],
  ["stock", "stock", "vi", "con hang ko shop"],
  ["stock", "stock", "en", "is there any left?"],
  ["stock", "stock", "ja", "まだ在庫はありますか"],
])("a question about %s is flagged %s in %s and answered in its language from the facts: %s", async (kind, flag, language, text) => {
  const id = `asked-${flag}-${language}`;
  await write(told, id, text);
  await translate(told, id);
  const comment = (await read(told)).find((one) => one.id === id);
  expect(comment).toMatchObject({ flag, language });
  const facts = new Set(story.facts.filter((fact) => fact.kind === kind).map((fact) => fact.id));
  const cards = story.pitches[language]?.answers.filter(({ known, factIds }) => known && factIds.some((fact) => facts.has(fact)));
  const card = cards?.find(({ answer }) => answer === comment?.reply);
  expect(card).toBeDefined();
  // The same card in every language, so that whoever sends it reads what it says.
  const same = LANGUAGES.map(
    (other) => story.pitches[other]?.answers.find(({ factIds }) => factIds.join() === card?.factIds.join())?.answer,
  );
  expect(LANGUAGES.map((other) => comment?.replies[other])).toEqual(same);
});

describe("a reply by a model", () => {
  const ASKED = "Would they spoil on a long flight, do you think?";
  const kept = { vi: "Dạ giao 2–3 ngày ạ.", en: "Delivery takes 2–3 days.", ja: "お届けまで2〜3日です。" };
  test.each<[string, Record<Language, string>, Partial<Record<Language, string>>]>([
    ["is kept in every language it is told in", kept, kept],
    ["with other numbers in Vietnamese stands beside the facts themselves", { ...kept, vi: "Dạ giao 5 ngày ạ." }, { ...kept, vi: "FACT" }],
    [
      "that says more in Vietnamese stands beside the facts themselves",
      { ...kept, vi: "Dạ hàng hữu cơ, giao 2–3 ngày ạ." },
      { ...kept, vi: "FACT" },
    ],
    ["that is not told in Vietnamese stands beside the facts themselves", { ...kept, vi: " " }, { ...kept, vi: "FACT" }],
    ["with a claim of its own is none, whatever the others say", { ...kept, en: "Certified organic, it takes 2–3 days." }, {}],
    ["with a number of its own is none", { ...kept, en: "Delivery takes 9 days." }, {}],
    ["in a language that is not the buyer's is none", { ...kept, en: kept.vi }, {}],
  ])("%s", async (id, reply, replies) => {
    const fact = story.facts.find(({ kind }) => kind === "delivery");
    const { services } = stage;
    services.model = createScriptedModel(() => ({ language: "en", vi: "Bay đường dài có bị hỏng không ạ?", reply, factIds: [fact?.id] }));
    try {
      await write(told, id, `${ASKED} (${id})`);
      await translate(told, id);
    } finally {
      services.model = undefined;
    }
    const comment = (await read(told)).find((one) => one.id === id);
    expect(comment?.reply).toBe(replies.en ?? null);
    expect(comment?.replies).toEqual(replies.vi === "FACT" ? { ...replies, vi: fact?.text } : replies);
  });
});

test.each<[Language, string]>([
  ["vi", "giao hàng nhanh quá, cảm ơn shop"],
  ["vi", "gia dinh minh thich lam"],
  ["vi", "nhà em còn nhỏ lắm"],
  ["en", "it arrived yesterday, so sweet"],
  ["ja", "届きました。とてもおいしかったです"],
])("what names a thing without asking for it is not flagged: %s %s", (language, text) => {
  expect(readQuestion(text, language)).toBeUndefined();
});

test("the streamer's answer reaches everyone who asked the same, and a comment that is not there is none", async () => {
  const { services, accountId } = stage;
  const show = await openShow(services, accountId, { title: "x" });
  await write(show, "feed", "Any left?");
  await write(show, "page", "any left", true);
  expect(await read(show)).toMatchObject([{ id: "feed", count: 2, canReply: true, replied: null }]);
  expect((await findReply(services, show.id, "page")).reply).toBeNull();
  await replyToComment(services, accountId, show.id, "feed", "Yes, two tonnes.");
  expect((await findReply(services, show.id, "page")).reply).toBe("Yes, two tonnes.");
  expect(await read(show)).toMatchObject([{ replied: "Yes, two tonnes." }]);
  await expect(replyToComment(services, accountId, show.id, "none", "x")).rejects.toMatchObject({ code: "comment_not_found" });
  await expect(findReply(services, show.id, "none")).rejects.toMatchObject({ code: "comment_not_found" });
  await endShow(services, accountId, show.id);
  await expect(write(show, "late", "hello")).rejects.toMatchObject({ code: "show_ended" });
});

test("more comments than are read at once come all, in order, and a new reader begins with the last of them", async () => {
  const { services, accountId } = stage;
  const show = await openShow(services, accountId, { title: "x" });
  const rows = Array.from({ length: 1_200 }, (_, at) => ({ showId: show.id, id: `c${at}`, author: "A", text: `${at}`, fold: `${at}` }));
  await services.database.db.insert(comments).values(rows);
  const fresh = await readComments(services, accountId, show.id, 0);
  expect([fresh.events.length, fresh.events[0]?.data.id, fresh.events.at(-1)?.data.id, fresh.more]).toEqual([500, "c700", "c1199", false]);
  const seen: string[] = [];
  let after = (fresh.events[0]?.seq ?? 0) - 700;
  for (let more = true; more;) {
    const page = await readComments(services, accountId, show.id, after);
    seen.push(...page.events.map(({ data }) => data.id));
    after = page.events.at(-1)?.seq ?? after;
    more = page.more;
  }
  expect(seen).toEqual(rows.slice(1).map(({ id }) => id));
});

test("a comment whose translation the queue has lost is asked for again while its show is on, and one that nobody could translate is not", async () => {
  const { services, accountId } = stage;
  const [show, over] = [await openShow(services, accountId, { title: "x" }), await openShow(services, accountId, { title: "y" })];
  // As rows stand whose jobs are gone: nothing of them is in the queue.
  const lost = { author: "Yuki", text: "まだありますか？", createdAt: new Date(Date.now() - 60_000) };
  await services.database.db.insert(comments).values([
    { ...lost, showId: show.id, id: "lost", fold: "lost" },
    { ...lost, showId: show.id, id: "same", fold: "lost", sameAs: "lost" },
    { ...lost, showId: show.id, id: "untold", fold: "untold", text: "my grandmother had a farm once" },
    { ...lost, showId: show.id, id: "fresh", fold: "fresh", createdAt: new Date() },
    { ...lost, showId: over.id, id: "over", fold: "over" },
  ]);
  await translate(show, "untold");
  await endShow(services, accountId, over.id);
  const waiting = async () => (await services.jobs.counts()).find(({ queue }) => queue === "comments")?.waiting ?? 0;
  const before = await waiting();
  await recoverComments(services);
  await recoverComments(services);
  expect(await waiting()).toBe(before + 1);
  const workers = await startWorkers(services);
  try {
    await expect.poll(async () => (await read(show)).find(({ id }) => id === "lost")?.vi).toBe("Còn hàng không ạ?");
  } finally {
    await workers.close(2_000);
  }
});

test("a flood of comments whose translations hang keeps no caption waiting", async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const model = createScriptedModel(async ({ task }) => {
    if (task === "answer-comment") await released;
    return task === "answer-comment" ? { language: "en", vi: "x", reply: null, factIds: [] } : { text: "The buffalo ate it all." };
  });
  const flooded = await openTestShow({ model });
  const { services, accountId, show } = flooded;
  const workers = await startWorkers(services);
  try {
    for (let at = 0; at < 30; at += 1)
      await addComment(services, accountId, show.id, { id: `c${at}`, author: "A", text: `the weather here is rather odd ${at}` });
    const { cueId } = await saySegment(services, accountId, show.id, { id: "s1", text: "con trâu ăn hết sạch rồi bà con", final: true });
    await expect
      .poll(async () => (await readRecord(services, show.id, "en", { cue: cueId ?? "" }))[0]?.text)
      .toBe("The buffalo ate it all.");
  } finally {
    release();
    await workers.close(2_000);
    await services.close();
  }
});
