import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWorkers } from "#jobs/worker.ts";
import { findReply } from "#shows/find-reply.ts";
import { addComment } from "#shows/add-comment.ts";
import { readComments, type ShowComment } from "#shows/read-comments.ts";
import { findStory } from "#stories/find-story.ts";
import { requestStory } from "#stories/request-story.ts";
import { writeStory } from "#stories/write-story.ts";
import { createTestApp, type TestAccount, type TestApp } from "../web/test-app.ts";

describe("a suggested reply and what is said on air after it", { timeout: 60_000 }, () => {
  let web: TestApp;
  let seller: TestAccount;
  let workers: Awaited<ReturnType<typeof startWorkers>>;
  let storyId: string;
  let priceLine: string;
  beforeAll(async () => {
    web = await createTestApp();
    seller = await web.join("A pomelo garden");
    storyId = (await requestStory(web.services, seller.id, { notes: "Bưởi da xanh, giá 44k/kg, còn 600kg" })).id;
    await writeStory(web.services, { storyId, telling: 1 }, new AbortController().signal);
    workers = await startWorkers(web.services);
    const { pitches } = await findStory(web.services, seller.id, storyId);
    priceLine = pitches.vi?.answers.find(({ answer }) => answer.includes("44"))?.answer ?? "";
  });
  afterAll(async () => {
    await workers?.close(2_000);
    await web?.close();
  });

  const post = async (path: string, body: unknown) => (await web.ask("POST", path, { key: seller.key, body })).json;
  const newShow = async () => String((await post("/v1/shows", { title: "Bưởi", storyIds: [storyId] }))["id"]);
  const say = (show: string, id: string, text: string) => post(`/v1/shows/${show}/segments`, { id, text, final: true });
  const reply = (show: string, id: string, text: string, language = "vi") =>
    web.ask("POST", `/v1/shows/${show}/comments/${id}/reply`, {
      key: seller.key,
      body: { text },
      headers: { "accept-language": language },
    });
  const write = (show: string, id: string, text: string) =>
    addComment(web.services, seller.id, show, { id, author: "Ann", text }, { fromPage: true });
  const comment = async (show: string, id: string): Promise<ShowComment | undefined> =>
    (await readComments(web.services, seller.id, show, 0)).events.map(({ data }) => data).find((one) => one.id === id);
  /** A show with one question and its suggestion. */
  const asked = async (text = "How much is it?", holds = "44,000") => {
    const show = await newShow();
    await write(show, "c1", text);
    await expect.poll(async () => (await comment(show, "c1"))?.reply).toContain(holds);
    return { show, old: (await comment(show, "c1"))?.reply ?? "" };
  };

  test("is not sent once another price was said, and consoles get the new one in its place, which is sent", async () => {
    const { show, old } = await asked();
    await say(show, "s1", priceLine.replace("44", "39"));
    const refused = await reply(show, "c1", old);
    expect(refused).toMatchObject({ status: 409, json: { code: "reply_outdated" } });
    expect((await findReply(web.services, show, "c1")).reply).toBeNull();
    const now = await comment(show, "c1");
    expect(now).toMatchObject({ renewed: true, replied: null });
    expect(now?.reply).toContain("39,000");
    // An old console that missed the event is refused as often as it asks.
    expect((await reply(show, "c1", old)).status).toBe(409);
    expect((await reply(show, "c1", now?.reply ?? "")).status).toBe(200);
    expect((await findReply(web.services, show, "c1")).reply).toBe(now?.reply);
  });

  test("is replaced on consoles by itself, a second time too, and comes back where the old price is said again", async () => {
    const { show, old } = await asked("what is the price?");
    for (const [id, price] of [
      ["s1", "39"],
      ["s2", "41"],
    ] as const) {
      await say(show, id, priceLine.replace("44", price));
      await expect.poll(async () => (await comment(show, "c1"))?.reply, { timeout: 10_000 }).toContain(`${price},000`);
    }
    await say(show, "s3", priceLine);
    await expect.poll(async () => (await comment(show, "c1"))?.reply, { timeout: 10_000 }).toBe(old);
    expect((await reply(show, "c1", old)).status).toBe(200);
  });

  test("is withdrawn where what was said is not told in the buyer's language", async () => {
    const { show, old } = await asked("is there any left?", "600");
    await say(show, "s1", "bưởi em bán hết sạch rồi cả nhà ơi");
    await expect
      .poll(async () => await comment(show, "c1"), { timeout: 10_000 })
      .toMatchObject({ reply: null, replies: {}, renewed: true });
    expect((await reply(show, "c1", old)).status).toBe(409);
  });

  test("is not made where the show had already said otherwise, untranslated: the console is told why", async () => {
    const show = await newShow();
    await say(show, "s1", "hôm nay bưởi em bán 36 nghìn một ký thôi nha");
    await write(show, "c1", "how much per kilo?");
    await expect.poll(async () => (await comment(show, "c1"))?.vi).toBeTruthy();
    expect(await comment(show, "c1")).toMatchObject({ reply: null, replies: {}, renewed: true, outdated: false });
    await write(show, "c2", "do you post on Facebook too?");
    await expect.poll(async () => await comment(show, "c2")).toMatchObject({ reply: null, renewed: false });
  });

  test("leaves a reply in her own words to the streamer, whatever it says", async () => {
    const { show } = await asked();
    await say(show, "s1", priceLine.replace("44", "39"));
    const own = "For you still 44,000 dong, dear!";
    expect((await reply(show, "c1", own)).status).toBe(200);
    expect((await findReply(web.services, show, "c1")).reply).toBe(own);
  });

  test("goes out while nothing else was said, in words of the caller's language where it does not", async () => {
    const { show, old } = await asked();
    await say(show, "s1", "chào cả nhà, 9 giờ em lên hàng tiếp nha");
    expect((await reply(show, "c1", old)).status).toBe(200);
    const other = await asked();
    await say(other.show, "s1", priceLine.replace("44", "39"));
    const titles = await Promise.all(
      ["vi", "en", "ja"].map(async (language) => (await reply(other.show, "c1", old, language)).json["title"]),
    );
    expect(titles).toEqual(["Gợi ý này không còn đúng", "This suggestion no longer holds", "この返信候補は古くなりました"]);
  });

  test("that was sent is told as outdated to the streamer and the buyer by itself, until the new one is sent in its place", async () => {
    const { show, old } = await asked();
    await reply(show, "c1", old);
    expect(await findReply(web.services, show, "c1")).toEqual({ reply: old, outdated: false });
    await say(show, "s1", priceLine.replace("44", "37"));
    await expect
      .poll(async () => await comment(show, "c1"), { timeout: 10_000 })
      .toMatchObject({ replied: old, outdated: true, renewed: true, reply: expect.stringContaining("37,000") });
    expect(await findReply(web.services, show, "c1")).toEqual({ reply: old, outdated: true });
    const now = (await comment(show, "c1"))?.reply ?? "";
    expect((await reply(show, "c1", now)).status).toBe(200);
    expect(await comment(show, "c1")).toMatchObject({ replied: now, outdated: false });
    expect(await findReply(web.services, show, "c1")).toEqual({ reply: now, outdated: false });
    // The old price again makes the correction the one that is old.
    await say(show, "s2", priceLine);
    await expect.poll(async () => await comment(show, "c1"), { timeout: 10_000 }).toMatchObject({ outdated: true, reply: old });
  });

  test("that was sent and nothing can stand in for is told as outdated all the same; own words never are", async () => {
    const { show, old } = await asked("is there any left?", "600");
    await reply(show, "c1", old);
    await write(show, "c2", "do you still have some?");
    await expect.poll(async () => (await comment(show, "c2"))?.reply).toContain("600");
    await reply(show, "c2", "Yes, 600 kg, dear!");
    await say(show, "s1", "bưởi em bán hết sạch rồi cả nhà ơi");
    await expect
      .poll(async () => await comment(show, "c1"), { timeout: 10_000 })
      .toMatchObject({ replied: old, outdated: true, reply: null });
    expect(await comment(show, "c2")).toMatchObject({ replied: "Yes, 600 kg, dear!", outdated: false });
  });

  test("that was sent is not shown to whoever asks the same after another price was said: the question is open again", async () => {
    const { show, old } = await asked();
    await reply(show, "c1", old);
    await write(show, "c2", "how much is it");
    await expect.poll(async () => (await findReply(web.services, show, "c2")).reply).toBe(old);
    await say(show, "s1", priceLine.replace("44", "39"));
    await write(show, "c3", "How much is it??");
    await expect.poll(async () => await comment(show, "c1")).toMatchObject({ replied: null, count: 3 });
    expect((await findReply(web.services, show, "c3")).reply).toBeNull();
    expect((await comment(show, "c1"))?.reply).toContain("39,000");
  });
});
