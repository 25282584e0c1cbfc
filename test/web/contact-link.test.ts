import { afterAll, beforeAll, expect, test } from "vitest";
import { findStory } from "#stories/find-story.ts";
import { tell } from "../listings/tell.ts";
import { createTestApp, type TestApp } from "./test-app.ts";

let web: TestApp;
beforeAll(async () => {
  web = await createTestApp();
}, 60_000);
afterAll(() => web.close());

test.each([
  ["gọi 0912 345 678", "tel:+84912345678", "0912 345 678", "+84 912 345 678"],
  ["đt/zalo 0912345678", "tel:+84912345678", "0912345678 (Zalo)", "+84 912345678 (Zalo)"],
  ["zalo 0912345678", "https://zalo.me/0912345678", "Zalo 0912345678", "Zalo +84 912345678"],
])("the grower's phone is called or written to by a tap, from abroad too: %s", async (contact, called, atHome, abroad) => {
  const grower = await web.join(contact);
  const id = await tell(web.services, grower.id, `Vải thiều Lục Ngạn 35k/kg, ${contact}`);
  const { listings } = await findStory(web.services, grower.id, id);
  for (const [language, shown] of [
    ["vi", atHome],
    ["en", abroad],
    ["ja", abroad],
  ] as const) {
    const { text } = await web.ask("GET", `/${language}/listings/${listings[language]?.slug}`);
    expect(/<a href="((?:tel:|https:\/\/zalo)[^"]*)" lang="vi">([^<]*)</.exec(text)?.slice(1)).toEqual([called, shown]);
  }
});
