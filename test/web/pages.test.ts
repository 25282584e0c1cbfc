// Long because one browser and one server are shared by all the pages a person walks through.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSignInLink } from "#access/create-sign-in-link.ts";
import { ensureOwner } from "#access/ensure-owner.ts";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { startWorkers } from "#jobs/worker.ts";
import { startWeb } from "#web/start-web.ts";
import { axeViolations, findChromium, launchBrowser } from "../support/browser.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

const NOTES = `Nhà mình trồng vải thiều ở Lục Ngạn, làm VietGAP.
Giá 35k/kg, đóng thùng 5kg, còn khoảng 2 tấn.
Hái từ 10/6 đến 25/6, để tủ mát được 5-7 ngày.`;
const PHONE = { width: 360, height: 740 };
const WAIT_MS = 30_000;
/** What runs if any of it is ever taken for markup. */
const HOSTILE = [
  "<script>window.ran=1</script>",
  "<img src=x onerror=window.ran=1>",
  "</script><script>window.ran=1</script>",
  "</textarea><svg onload=window.ran=1>",
  `"><iframe srcdoc="<script>parent.ran=1</script>">`,
  `' autofocus onfocus='window.ran=1`,
  "<a href=javascript:window.ran=1>vải</a>",
  "<!--<script>window.ran=1//-->",
];

/** Says one sentence, its final twice as Android does; the session then ends by itself, and the next says another. */
const FAKE_RECOGNISER = `
  window.sessions = 0;
  window.webkitSpeechRecognition = window.SpeechRecognition = class extends EventTarget {
    start() {
      window.sessions += 1;
      if (window.sessions > 2) return;
      const text = window.sessions === 1 ? "Xin chào cả nhà" : "Ai chốt thì nhắn em nhé";
      const hear = (results) => this.dispatchEvent(Object.assign(new Event("result"), { resultIndex: 0, results }));
      const result = (transcript, isFinal) => ({ 0: { transcript }, isFinal });
      setTimeout(() => hear([result(text.slice(0, 8), false)]), 50);
      setTimeout(() => hear([result(text, true)]), 100);
      setTimeout(() => hear([result(text, true), result(text, true)]), 150);
      if (window.sessions === 1) setTimeout(() => this.dispatchEvent(new Event("end")), 200);
    }
    stop() {}
  };
`;

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("pages in a browser", { timeout: 120_000 }, () => {
  let services: TestServices;
  let workers: Awaited<ReturnType<typeof startWorkers>>;
  let web: Awaited<ReturnType<typeof startWeb>>;
  let browser: Browser;

  beforeAll(async () => {
    services = await createTestServices();
    await ensureOwner(services);
    workers = await startWorkers(services);
    web = await startWeb(services);
    browser = await launchBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await web?.close(2_000);
    await workers?.close(2_000);
    await services?.close();
  });

  const signedIn = async (options: Parameters<Browser["newContext"]>[0] = {}): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: PHONE, baseURL: web.url, locale: "vi-VN", ...options });
    context.setDefaultTimeout(WAIT_MS);
    const page = await context.newPage();
    await page.goto(`/sign-in?token=${await createSignInLink(services, OWNER_ACCOUNT_ID)}`);
    await page.close();
    return context;
  };
  const openShow = async (page: Page): Promise<string> => {
    const options = `{ method: "POST", headers: { "content-type": "application/json" }, body: '{"title":"Buổi sáng"}' }`;
    const show: { id: string } = await page.evaluate(`fetch("/v1/shows", ${options}).then((answer) => answer.json())`);
    return show.id;
  };
  const tellStory = async (page: Page, notes: string): Promise<string> => {
    await page.goto("/?lang=vi");
    await page.fill("#notes", notes);
    await page.click("#notes-form button");
    await page.waitForURL(/story=/);
    await page.waitForSelector("#progress[data-status=ready]");
    return new URL(page.url()).searchParams.get("story") ?? "";
  };

  test("a grower's notes become facts, three pitches, a show with captions on phone and overlay, and a listing, all by hand", async () => {
    const context = await signedIn();
    const troubles: string[] = [];
    context.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
    context.on("weberror", (trouble) => troubles.push(trouble.error().message));
    const studio = await context.newPage();
    await tellStory(studio, NOTES);
    expect(await studio.locator(".notes").textContent()).toBe(NOTES);
    expect((await studio.locator(".notes mark").allTextContents()).join("")).toContain("35k/kg");
    for (const language of LANGUAGES) expect(await studio.locator(`#pitch-${language} .block`).count()).toBeGreaterThan(1);

    await studio.locator("#pitch-vi [data-edit]").first().click();
    await studio.locator("#pitch-vi [name=say]").first().fill("Cả nhà ơi, vải thiều nhà em hái sáng nay đây ạ!");
    await studio.locator("#pitch-vi .block form .primary").first().click();
    await studio.waitForSelector("#pitch-vi .tag.mine");
    expect(await studio.locator("#pitch-vi .say").first().textContent()).toBe("Cả nhà ơi, vải thiều nhà em hái sáng nay đây ạ!");
    const listing = await studio.locator("#pitch-ja a[href^='/ja/listings/']").getAttribute("href");

    await studio.click("#show-form .primary");
    await studio.waitForURL(/\/shows\//);
    const consolePage = studio;
    const watchLink = await consolePage.inputValue("#link-0");
    const overlayLink = await consolePage.inputValue("#link-1");
    expect(await consolePage.locator("[data-say]").count()).toBeGreaterThan(2);
    const viewers = await browser.newContext({ viewport: PHONE });
    const watch = await viewers.newPage();
    await watch.goto(`${watchLink}?lang=en`);
    const overlay = await viewers.newPage();
    await overlay.goto(overlayLink.replace("lang=vi", "lang=ja"));
    await Promise.all([watch, overlay].map((page) => page.waitForLoadState("load")));

    await consolePage.fill("#say", "Cả nhà ơi, vải thiều Lục Ngạn nhà em hôm nay giá 35 nghìn một ký nhé!");
    await consolePage.press("#say", "Enter");
    await consolePage.locator("#captions-vi .line", { hasText: "vải thiều" }).waitFor();
    await overlay.locator(".caption[lang=ja] .line").first().waitFor();
    await watch.locator("#captions .caption .line").first().waitFor();
    expect(await overlay.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgba(0, 0, 0, 0)");
    expect(await overlay.evaluate("getComputedStyle(document.documentElement).backgroundColor")).toBe("rgba(0, 0, 0, 0)");

    await consolePage.locator("[data-say]").nth(1).click();
    await watch.locator("#captions .caption").nth(1).waitFor();

    const buyer = await browser.newContext({ baseURL: web.url, javaScriptEnabled: false, viewport: PHONE });
    const page = await buyer.newPage();
    await page.goto(listing ?? "");
    expect(await page.evaluate(`[...document.querySelectorAll("link[rel=alternate]")].map((link) => link.hreflang).sort()`)).toEqual([
      "en",
      "ja",
      "vi",
      "x-default",
    ]);
    expect(await page.locator("link[rel=canonical]").getAttribute("href")).toBe(`${web.url}${listing}`);
    const linked: unknown = JSON.parse((await page.locator("script[type='application/ld+json']").textContent()) ?? "");
    expect(linked).toMatchObject({ "@context": "https://schema.org" });
    expect(await page.locator(".fact-table .unknown").count()).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
    await Promise.all([context.close(), viewers.close(), buyer.close()]);
  });

  test("the microphone's interims and finals become one caption each, though a session ends and a final comes twice", async () => {
    const context = await signedIn();
    await context.addInitScript({ content: FAKE_RECOGNISER });
    const page = await context.newPage();
    await page.goto("/?lang=vi");
    const show = await openShow(page);
    await page.goto(`/shows/${show}?lang=vi`);
    await page.click("#mic");
    await page.getByText("Đã gửi hết").waitFor();
    await page.locator("#captions-vi .caption").nth(1).waitFor();
    await page.waitForFunction("window.sessions === 2");
    expect(await page.locator("#captions-vi .caption .line").allTextContents()).toEqual(["Ai chốt thì nhắn em nhé", "Xin chào cả nhà"]);
    await page.click("#mic");
    expect(await page.getAttribute("#mic", "aria-pressed")).toBe("false");
    await context.close();
  });

  test("the overlay takes its style from the address and from the CSS that OBS adds, and shows nothing of a lost line", async () => {
    const context = await signedIn();
    const page = await context.newPage();
    await page.goto("/?lang=vi");
    await page.goto(`/shows/${await openShow(page)}?lang=vi`);
    const link = await page.inputValue("#link-1");
    await page.fill("#say", "Xin chào cả nhà");
    await page.press("#say", "Enter");
    await page.locator("#captions-vi .caption").first().waitFor();
    const overlay = await context.newPage();
    await overlay.goto(`${link}&size=40&color=ffee00&position=top`);
    await overlay.locator(".caption .line").first().waitFor();
    const styleOf = (property: string) => overlay.evaluate<string>(`getComputedStyle(document.querySelector(".line"))["${property}"]`);
    expect([await styleOf("fontSize"), await styleOf("color")]).toEqual(["40px", "rgb(255, 238, 0)"]);
    await overlay.evaluate(
      `const style = document.createElement("style"); style.innerHTML = ".line { color: rgb(1, 2, 3) }"; document.head.append(style)`,
    );
    await expect.poll(() => styleOf("color")).toBe("rgb(1, 2, 3)");
    await context.route("**/captions*", (route) => route.abort());
    await overlay.goto(link);
    await overlay.waitForFunction("document.documentElement.dataset.line === 'lost'");
    expect(((await overlay.locator("#captions").textContent()) ?? "").trim()).toBe("");
    await context.close();
  });

  test("a sentence said while the server cannot be reached goes out once it can, also after a reload, and only once", async () => {
    const context = await signedIn();
    const page = await context.newPage();
    await page.goto("/?lang=vi");
    const show = await openShow(page);
    // What is sent arrives, but its answer never does: the outbox cannot know, and must ask again.
    await context.route("**/segments", async (route) => {
      await route.fetch().catch(() => {});
      await route.abort();
    });
    await page.goto(`/shows/${show}?lang=vi`);
    await page.fill("#say", "Ai chốt thì để lại số điện thoại giúp em nhé.");
    await page.press("#say", "Enter");
    await page.getByText("1 câu chờ gửi").waitFor();
    await page.reload();
    await page.getByText("1 câu chờ gửi").waitFor();
    await context.unroute("**/segments");
    await page.getByText("Đã gửi hết").waitFor();
    await page.locator("#captions-vi .caption").first().waitFor();
    expect(await page.locator("#captions-vi .caption").count()).toBe(1);
    await context.close();
  });

  test("nothing that a grower, a streamer or a buyer writes runs, even without the content security policy", async () => {
    const context = await signedIn({ bypassCSP: true });
    const page = await context.newPage();
    const ran: string[] = [];
    page.on("dialog", (dialog) => void dialog.dismiss());
    const look = async () => (await page.evaluate("window.ran")) !== undefined && ran.push(page.url());
    const storyId = await tellStory(page, `${NOTES}\n${HOSTILE.join("\n")}`);
    await look();
    for (const [index, text] of HOSTILE.entries()) {
      const block = page.locator("#pitch-en .block").nth(index % 2);
      await page.click("#tab-en");
      await block.locator("[data-edit]").click();
      await block.locator("[name=say]").fill(text);
      await block.locator(".primary").click();
      await page.locator("#pitch-en .say", { hasText: text }).first().waitFor();
    }
    await page.reload();
    await look();
    await page.fill("#show-title", HOSTILE[2] ?? "");
    await page.click("#show-form .primary");
    await page.waitForURL(/\/shows\//);
    for (const text of HOSTILE) {
      await page.fill("#say", `Vải ${text}`);
      await page.press("#say", "Enter");
      await page.fill("#comment-author", text);
      await page.fill("#comment-text", text);
      await page.click("#comment-form button");
    }
    await page.getByText("Đã gửi hết").waitFor();
    await page.locator("#comments li").first().waitFor();
    await look();
    const links = [await page.inputValue("#link-0"), await page.inputValue("#link-1")];
    await page.reload();
    await page.locator("#captions-vi .caption").first().waitFor();
    await look();
    for (const link of links) {
      await page.goto(link);
      await page.locator(".caption").first().waitFor();
      await look();
    }
    await page.goto(`/?story=${storyId}`);
    const listing = await page.locator("#pitch-en a[href*='/listings/']").getAttribute("href");
    await page.goto(listing ?? "");
    await look();
    expect(ran).toEqual([]);
    await context.close();
  });

  test.each(LANGUAGES)("axe finds nothing wrong with any page in %s, and nothing is wider than the phone", async (language) => {
    const context = await signedIn({ locale: language });
    const page = await context.newPage();
    const storyId = await tellStory(page, NOTES);
    await page.click("#show-form .primary");
    await page.waitForURL(/\/shows\//);
    await page.locator("[data-say]").first().click();
    await page.locator("#captions-vi .caption").first().waitFor();
    const watch = await page.inputValue("#link-0");
    const console = new URL(page.url()).pathname;
    await page.goto(`/?story=${storyId}`);
    const listing = await page.locator(`a[href^='/${language}/listings/']`).first().getAttribute("href");
    const faults: string[] = [];
    for (const path of ["/", `/?story=${storyId}`, console, watch, listing ?? "", "/shows/none"]) {
      await page.goto(path.includes("/listings/") ? path : `${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
      expect(await page.getAttribute("html", "lang")).toBe(language);
      if (path === watch) await page.locator(".caption").first().waitFor();
      for (const violation of await axeViolations(page)) faults.push(`${path}: ${violation}`);
      if (await page.evaluate("document.documentElement.scrollWidth > innerWidth")) faults.push(`${path}: wider than the phone`);
    }
    const stranger = await browser.newPage({ baseURL: web.url, locale: language });
    await stranger.goto("/");
    faults.push(...(await axeViolations(stranger)));
    expect(faults).toEqual([]);
    await Promise.all([context.close(), stranger.close()]);
  });

  test("a stranger sees how to sign in, with status 401 where something was asked for, and a dead link says so", async () => {
    const page = await browser.newPage({ baseURL: web.url, locale: "ja" });
    expect((await page.goto("/"))?.status()).toBe(200);
    expect((await page.goto("/shows/sh_none"))?.status()).toBe(401);
    expect(await page.locator("#sign-in").count()).toBe(1);
    expect((await page.goto("/watch/none"))?.status()).toBe(404);
    expect(await page.textContent("main")).toContain("このリンクは使えなくなりました");
    await page.close();
  });

  test("browser modules arrive without types and are not sent twice", async () => {
    const first = await fetch(`${web.url}/assets/console.ts`);
    expect(first.headers.get("content-type")).toContain("text/javascript");
    expect(await first.text()).not.toMatch(/\btype Data\b|: string/);
    const etag = first.headers.get("etag") ?? "";
    const second = await fetch(`${web.url}/assets/console.ts`, { headers: { "if-none-match": etag } });
    expect(second.status).toBe(304);
    expect((await fetch(`${web.url}/assets/tsconfig.json`)).status).toBe(404);
    expect((await fetch(`${web.url}/assets/..%2Fpages.ts`)).status).toBe(404);
  });
});
