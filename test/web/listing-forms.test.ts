import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSignInLink } from "#access/create-sign-in-link.ts";
import { openSession } from "#access/open-session.ts";
import { readBuyerQuestion } from "#buyers/read-buyer-question.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { findStory } from "#stories/find-story.ts";
import { createApp } from "#web/app.ts";
import { SESSION_COOKIE } from "#web/middleware/authenticate.ts";
import { createRateLimits } from "#web/middleware/limit-rate.ts";
import { openBuyersStage, type BuyersStage } from "../buyers/buyers-stage.ts";
import { tell } from "../listings/tell.ts";
import { XSS } from "../support/xss.ts";
import type { Answer } from "./test-app.ts";

let stage: BuyersStage;
let cookie: string;
beforeAll(async () => {
  stage = await openBuyersStage();
  cookie = `${SESSION_COOKIE}=${await openSession(stage.web.services, await createSignInLink(stage.web.services, stage.grower.id))}`;
}, 60_000);
afterAll(() => stage.web.close());

const FORM = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
const listingPath = (language: Language) => `/${language}/listings/${stage.slug}`;
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> =>
  stage.web.ask("POST", path, { body: new URLSearchParams(fields).toString(), headers: { ...FORM, ...headers } });
const ask = (language: Language, fields: Record<string, string>, headers = {}) =>
  post(`${listingPath(language)}/questions`, fields, headers);
const idIn = (html: string) => /name="id" value="([^"]+)"/.exec(html)?.[1] ?? "";
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");

test.each(LANGUAGES)(
  "the form in %s leads to a page of the buyer's own, which says that there is no answer yet, and pressed twice asks once",
  async (language) => {
    const page = await stage.web.ask("GET", listingPath(language));
    const fields = { id: idIn(page.text), author: "Yuki", text: "Any left?\r\nTwo boxes?" };
    const sent = await ask(language, fields);
    const again = await ask(language, fields);
    expect([sent.status, again.headers.get("location")]).toEqual([303, sent.headers.get("location")]);
    const own = await stage.web.ask("GET", sent.headers.get("location") ?? "");
    expect(own.status).toBe(200);
    expect(own.text).toContain("Any left?\nTwo boxes?");
    expect(own.text).toContain(stage.web.services.words.in(language, "buyers")("asked.waiting"));
    expect(own.text).toContain(sent.headers.get("location"));
    expect([own.headers.get("cache-control"), own.headers.get("referrer-policy")]).toEqual(["no-store", "no-referrer"]);
    expect(own.text).toContain('<meta name="robots" content="noindex"');
  },
);

test.each(LANGUAGES)(
  "what is wrong with a question is said in %s beside its field, and nothing that was typed is lost",
  async (language) => {
    const say = stage.web.services.words.in(language, "errors");
    const long = `${"x".repeat(1_000)} <&"'>`;
    const refused = await ask(language, { id: "1", author: "  ", text: long });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(escaped(long));
    expect(refused.text).toContain(say("fields.empty"));
    expect(refused.text).toContain(say("fields.tooBig.string", { limit: "1000" }));
    const form = /<section id="ask"[\s\S]*?<\/section>/.exec(refused.text)?.[0] ?? "";
    expect(form.match(/aria-invalid="true"/g)).toHaveLength(2);
    expect(form.match(/autofocus/g)).toHaveLength(1);
    const nul = await ask(language, { id: "1", author: "Yuki", text: "a\0b" });
    expect([nul.status, nul.text.includes(say("fields.characters"))]).toEqual([422, true]);
    expect((await ask(language, {})).status).toBe(422);
    expect((await post(`/${language}/listings/nothing-here/questions`, { author: "A", text: "x" })).status).toBe(404);
  },
);

test("who asks too much, or while the queue is away, is told so on the form and keeps what they typed", async () => {
  const limits = createRateLimits({ rateLimit: true, redisUrl: undefined }, { buyers: { points: 1, duration: 60 } });
  const app = createApp(stage.web.services, { attach: async () => {} }, { limits });
  const send = (at: number) =>
    app.request(
      `${listingPath("ja")}/questions`,
      {
        method: "POST",
        headers: FORM,
        body: new URLSearchParams({ id: `${at}`, author: "Yuki", text: "送料はいくらですか？" }).toString(),
      },
      { incoming: { socket: { remoteAddress: "203.0.113.9" } } },
    );
  expect((await send(1)).status).toBe(303);
  const refused = await send(2);
  const html = await refused.text();
  expect([refused.status, html.includes("送料はいくらですか？"), html.includes('value="Yuki"')]).toEqual([429, true, true]);
  expect(html).toMatch(/秒/);
});

test("another site's form is refused; a browser too old to say where a post comes from is not", async () => {
  const fields = { id: "csrf", author: "Yuki", text: "hello" };
  const raw = (headers: Record<string, string>) =>
    stage.web.ask("POST", `${listingPath("en")}/questions`, {
      body: new URLSearchParams(fields).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    });
  expect((await raw({ "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await raw({ "sec-fetch-site": "same-site" })).status).toBe(403);
  expect((await raw({ origin: "https://example.com" })).status).toBe(403);
  expect((await raw({ origin: "null" })).status).toBe(403);
  expect((await raw({ origin: "http://localhost" })).status).toBe(303);
  expect((await raw({})).status).toBe(303);
  // So that browsers without fetch metadata name the page's origin, not null.
  expect((await stage.web.ask("GET", listingPath("en"))).headers.get("referrer-policy")).toBe("same-origin");
});

test("a grower who is named beside the number alone is named to buyers, as typed and once", async () => {
  const { services } = stage.web;
  const id = await tell(services, stage.grower.id, "ban vai thieu luc ngan 35k/kg, zalo e huong 0912345678");
  const { listings } = await findStory(services, stage.grower.id, id);
  for (const [language, name] of [
    ["vi", "Huong"],
    ["en", "Huong"],
    ["ja", "フオン"],
  ] as const) {
    const { text } = await stage.web.ask("GET", `/${language}/listings/${listings[language]?.slug ?? ""}`);
    const section = /<section class="grower[\s\S]*?<\/section>/.exec(text)?.[0] ?? "";
    expect(section).toContain(`<strong>${name}</strong>`);
    expect(section).not.toContain("huong");
  }
});

test("a free question that nobody could translate stands under what it is about, in the grower's words, with the answer a tap away", async () => {
  const text = "My sister has a tiny café: would you ship two boxes to Osaka?";
  const sent = await ask("en", { id: "sister", author: "Amy", text });
  const id = sent.headers.get("location")?.split("/").at(-1)?.split(".")[0] ?? "";
  await readBuyerQuestion(stage.web.services, { questionId: id }, new AbortController().signal);
  const studio = await stage.web.ask("GET", `/?story=${stage.story.id}&lang=vi`, { headers: { cookie } });
  const card = new RegExp(`<article[^>]*id="open-${id}"[\\s\\S]*?</article>`).exec(studio.text)?.[0] ?? "";
  const places = ["Khách hỏi về: giao ra nước ngoài", "Máy chưa dịch được cả câu này.", "ship two boxes to Osaka", 'class="suggestion'];
  expect(places.map((part) => card.indexOf(part))).toEqual(places.map((part) => card.indexOf(part)).toSorted((one, other) => one - other));
  expect(card.indexOf(places[0] ?? "")).toBeGreaterThan(0);
});

test("the grower answers by forms alone: the suggestion in one tap, a false price only after a warning", async () => {
  const sent = await ask("ja", { id: "grower", author: "Hana", text: "1キロいくらですか？" });
  const own = sent.headers.get("location") ?? "";
  const id = own.split("/").at(-1)?.split(".")[0] ?? "";
  await readBuyerQuestion(stage.web.services, { questionId: id }, new AbortController().signal);
  const studio = await stage.web.ask("GET", `/?story=${stage.story.id}&lang=vi`, { headers: { cookie } });
  expect(studio.text).toContain("Bao nhiêu tiền một cân ạ?");
  expect((await stage.web.ask("GET", "/?lang=vi", { headers: { cookie } })).text).toMatch(/\d+ câu chưa trả lời/);
  const form = `/stories/${stage.story.id}/buyer-questions/${id}/reply?lang=vi`;
  const warned = await post(form, { text: "Dạ 25 nghìn một ký ạ" }, { cookie });
  expect(warned.status).toBe(422);
  expect(warned.text).toContain("Dạ 25 nghìn một ký ạ</textarea>");
  expect(warned.text).toContain("25 nghìn");
  expect((await stage.web.ask("GET", own)).text).toContain("まだ届いていません");
  const confirmed = await post(form, { text: "Dạ 25 nghìn một ký ạ", confirmed: "yes" }, { cookie });
  expect([confirmed.status, confirmed.headers.get("location")]).toEqual([303, `/?story=${stage.story.id}&lang=vi#buyers`]);
  const suggestion =
    new RegExp(`buyer-questions/${id}/reply[^>]*class="suggestion[\\s\\S]*?name="text" value="([^"]+)"`).exec(studio.text)?.[1] ?? "";
  expect(suggestion).toMatch(/ドン/);
  expect((await post(form, { text: suggestion }, { cookie })).status).toBe(303);
  expect((await stage.web.ask("GET", own)).text).toContain(suggestion);
  const removed = await post(form.replace("/reply", "/delete"), {}, { cookie });
  expect(removed.status).toBe(303);
  expect((await stage.web.ask("GET", own)).status).toBe(404);
});

test("a photo comes by a form, whatever its name, and one that cannot be read is explained on a page", async () => {
  const bytes = new Uint8Array(
    await sharp({ create: { width: 900, height: 600, channels: 3, background: "#a33" } })
      .jpeg()
      .toBuffer(),
  );
  const send = (name: string, content: Uint8Array<ArrayBuffer>) => {
    const body = new FormData();
    body.append("photo", new File([content], name, { type: "text/html" }));
    return stage.web.app.request(`/stories/${stage.story.id}/photos?lang=vi`, {
      method: "POST",
      headers: { cookie, "sec-fetch-site": "same-origin" },
      body,
    });
  };
  for (const name of XSS) expect((await send(name, bytes)).status).toBe(303);
  const [listing, studio] = await Promise.all([
    stage.web.ask("GET", listingPath("en")),
    stage.web.ask("GET", `/?story=${stage.story.id}`, { headers: { cookie } }),
  ]);
  for (const { text } of [listing, studio]) expect([text.includes("ran=1"), text.match(/<img/g)?.length]).toEqual([false, 1]);
  expect(listing.text).toMatch(/<img[^>]*width="900"[^>]*height="600"[^>]*alt="Thieu lychees"/);
  const linked: unknown = JSON.parse(/ld\+json">([\s\S]*?)<\/script>/.exec(listing.text)?.[1] ?? "");
  expect(linked).toMatchObject({ image: [expect.stringMatching(/^http:\/\/localhost\/photos\/ph_\w+-large\.webp$/)] });
  const refused = await send("x.jpg", new TextEncoder().encode("<script>window.ran=1</script>"));
  expect([refused.status, (await refused.text()).includes("Không mở được ảnh này")]).toEqual([422, true]);
  const large = await send("x.jpg", new Uint8Array(11 * 1024 * 1024));
  expect([large.status, large.headers.get("content-type")]).toEqual([413, "text/html; charset=UTF-8"]);
});

test.each(LANGUAGES)(
  "the picture that goes along in %s is 1200 × 630, named with its size and words, and kept as long as it is the same",
  async (language) => {
    const { text } = await stage.web.ask("GET", listingPath(language));
    const meta = (name: string) => new RegExp(`(?:property|name)="${name}"\\s+content="([^"]*)"`).exec(text)?.[1] ?? "";
    expect([meta("og:image:width"), meta("og:image:height"), meta("twitter:card")]).toEqual(["1200", "630", "summary_large_image"]);
    expect(meta("og:image:alt")).toContain(meta("og:title"));
    const card = new URL(meta("og:image"));
    const answer = await stage.web.app.request(card.pathname + card.search);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ width: 1_200, height: 630, format: "jpeg" });
    const old = await stage.web.app.request(`${card.pathname}?v=old`);
    expect([old.status, old.headers.get("cache-control")]).toEqual([200, "public, max-age=300"]);
    expect((await stage.web.app.request(`/${language}/listings/nothing-here/card.jpg`)).status).toBe(404);
  },
);
