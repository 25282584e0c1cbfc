import { afterAll, beforeAll, expect, test } from "vitest";
import { LANGUAGES } from "#i18n/language.ts";
import { answerQuestions } from "#stories/answer-questions.ts";
import { findStory } from "#stories/find-story.ts";
import { writeStory } from "#stories/write-story.ts";
import { createTestApp, type TestAccount, type TestApp } from "../web/test-app.ts";
import { tell } from "./tell.ts";

let web: TestApp;
let grower: TestAccount;
let storyId: string;
let slug: string;
let catalogue: string;
beforeAll(async () => {
  web = await createTestApp({ PUBLIC_URL: "https://farm.example" });
  grower = await web.join("Vườn Kín");
  storyId = await tell(web.services, grower.id, "vải thiều lục ngạn 35k/kg, có vietgap");
  slug = (await findStory(web.services, grower.id, storyId)).listings.vi?.slug ?? "";
  catalogue = `growers/vuon-kin-${grower.id.slice(-8)}`;
}, 60_000);
afterAll(() => web.close());

const publish = (published: boolean) => web.ask("PUT", `/v1/stories/${storyId}/publication`, { key: grower.key, body: { published } });
const publishedAt = async () => (await web.ask("GET", `/v1/stories/${storyId}`, { key: grower.key })).json.publishedAt;

test("a listing that is not published is read by who has its address, and found by nobody", async () => {
  expect((await publish(false)).status).toBe(204);
  expect(await publishedAt()).toBeUndefined();
  for (const language of LANGUAGES) {
    const { status, text } = await web.ask("GET", `/${language}/listings/${slug}`);
    expect(status).toBe(200);
    expect(text).toContain('<meta name="robots" content="noindex" />');
    expect(text).not.toContain("/growers/");
    expect((await web.ask("GET", `/${language}/${catalogue}`)).status).toBe(404);
  }
  expect((await web.ask("GET", "/sitemap.xml")).text).not.toContain(slug);
  expect((await web.ask("GET", "/v1/exports/shopify.csv?lang=en", { key: grower.key })).text).toContain(storyId);
});

test("published, it stands in the catalogue and the sitemap; published again, it keeps its day", async () => {
  await publish(true);
  const since = await publishedAt();
  expect(since).toBeDefined();
  await publish(true);
  expect(await publishedAt()).toBe(since);
  for (const language of LANGUAGES) {
    const { text } = await web.ask("GET", `/${language}/listings/${slug}`);
    expect(text).not.toContain("noindex");
    expect(text).toContain(`/${language}/${catalogue}`);
    expect((await web.ask("GET", `/${language}/${catalogue}`)).text).toContain(`/${language}/listings/${slug}`);
    expect((await web.ask("GET", "/sitemap.xml")).text).toContain(`https://farm.example/${language}/listings/${slug}`);
  }
});

test("an address from before the story was told of another product or place leads to the one of today, and takes questions", async () => {
  const { services } = web;
  const moved = await tell(services, grower.id, "bán xoài 35k/kg");
  const before = await findStory(services, grower.id, moved);
  const old = before.listings.ja?.slug ?? "";
  const questionId = before.questions.find(({ about }) => about === "origin")?.id ?? "";
  await answerQuestions(services, grower.id, moved, { answers: [{ questionId, text: "xoài trồng ở Hòa Lộc" }] });
  await writeStory(services, { storyId: moved, telling: 2 }, new AbortController().signal);
  const now = (await findStory(services, grower.id, moved)).listings.ja?.slug ?? "";
  expect(now).not.toBe(old);
  for (const language of LANGUAGES) {
    const { status, headers } = await web.ask("GET", `/${language}/listings/${old}?from=zalo`);
    expect([status, headers.get("location")]).toEqual([301, `/${language}/listings/${now}?from=zalo`]);
    expect(headers.get("cache-control"), "the story may come back to it").toBe("no-cache");
    expect((await web.ask("GET", `/${language}/listings/${now}`)).status).toBe(200);
    expect((await web.ask("GET", `/v1/listings/${language}/${old}`)).json.listing).toMatchObject({ slug: now });
  }
  expect((await web.ask("GET", `/en/listings/${old}/card.jpg`)).headers.get("content-type")).toBe("image/jpeg");
  const question = { id: "q1", author: "Yuki", text: "まだありますか？" };
  expect((await web.ask("POST", `/v1/listings/ja/${old}/questions`, { body: question })).status).toBe(202);
  const end = old.slice(-8);
  for (const none of [`xoai-${end.slice(1)}`, `xoai-${end}x`, end, `xoai-${"0".repeat(8)}`, "xoai-________"]) {
    expect((await web.ask("GET", `/ja/listings/${none}`)).status, none).toBe(404);
  }
});

test("what is neither true nor false publishes nothing", async () => {
  const { status } = await web.ask("PUT", `/v1/stories/${storyId}/publication`, { key: grower.key, body: { published: "yes" } });
  expect(status).toBe(422);
});
