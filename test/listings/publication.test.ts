import { afterAll, beforeAll, expect, test } from "vitest";
import { LANGUAGES } from "#i18n/language.ts";
import { findStory } from "#stories/find-story.ts";
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

test("what is neither true nor false publishes nothing", async () => {
  const { status } = await web.ask("PUT", `/v1/stories/${storyId}/publication`, { key: grower.key, body: { published: "yes" } });
  expect(status).toBe(422);
});
