// Long because one browser and one server are shared by all the pages a person walks through.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { createSignInLink } from "#access/create-sign-in-link.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { editBlock } from "#stories/edit-block.ts";
import { findStory } from "#stories/find-story.ts";
import type { Story } from "#stories/story.ts";
import { axeViolations, findChromium } from "../support/browser.ts";
import { XSS } from "../support/xss.ts";
import { layoutFaults } from "./layout-faults.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";

const NOTES = `Nhà mình trồng vải thiều ở Lục Ngạn, làm VietGAP.
Giá 35k/kg, đóng thùng 5kg, còn khoảng 2 tấn.
Hái từ 10/6 đến 25/6, để tủ mát được 5-7 ngày.`;
describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("pages in a browser", { timeout: 120_000 }, () => {
  let stage: PageStage;
  let story: Story;

  beforeAll(async () => {
    stage = await setPageStage();
    story = await stage.tell({ notes: NOTES });
  }, 90_000);
  afterAll(() => stage?.close());

  const tellStory = async (page: Page, notes: string): Promise<string> => {
    await page.goto("/?lang=vi");
    await page.fill("#notes", notes);
    await page.click("#notes-form button");
    await page.waitForURL(/story=/);
    await page.waitForSelector("#progress[data-status=ready]");
    return new URL(page.url()).searchParams.get("story") ?? "";
  };

  test("a grower's notes become facts, three pitches, a show with captions on phone and overlay, and a listing, all by hand", async () => {
    const context = await stage.stranger();
    const troubles: string[] = [];
    context.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
    context.on("weberror", (trouble) => troubles.push(trouble.error().message));
    const studio = await context.newPage();
    await studio.goto(`/sign-in?token=${await createSignInLink(stage.services, OWNER_ACCOUNT_ID)}`);
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
    const watchLink = await consolePage.inputValue("#link-watch");
    const overlayLink = await consolePage.inputValue("#link-overlay");
    expect(await consolePage.locator("[data-say]").count()).toBeGreaterThan(2);
    const viewers = await stage.stranger();
    const watch = await viewers.newPage();
    await watch.goto(`${watchLink}?lang=en`);
    const overlay = await viewers.newPage();
    await overlay.goto(overlayLink.replace("lang=vi", "lang=ja"));
    await Promise.all([watch, overlay].map((page) => page.waitForLoadState("load")));

    await consolePage.fill("#say", "Cả nhà ơi, vải thiều Lục Ngạn nhà em hôm nay giá 35 nghìn một ký nhé!");
    await consolePage.press("#say", "Enter");
    await consolePage.locator("#now-vi", { hasText: "vải thiều" }).waitFor();
    await overlay.locator(".caption[lang=ja] .line").first().waitFor();
    await watch.locator("#captions .caption .line").first().waitFor();
    expect(await overlay.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgba(0, 0, 0, 0)");
    expect(await overlay.evaluate("getComputedStyle(document.documentElement).backgroundColor")).toBe("rgba(0, 0, 0, 0)");

    await consolePage.locator("[data-say]").nth(1).click();
    await watch.locator("#captions .caption").nth(1).waitFor();

    const buyer = await stage.stranger({ javaScriptEnabled: false });
    const page = await buyer.newPage();
    await page.goto(listing ?? "");
    expect(await page.evaluate(`[...document.querySelectorAll("link[rel=alternate]")].map((link) => link.hreflang).sort()`)).toEqual([
      "en",
      "ja",
      "vi",
      "x-default",
    ]);
    expect(await page.locator("link[rel=canonical]").getAttribute("href")).toBe(`${stage.web.url}${listing}`);
    const linked: unknown = JSON.parse((await page.locator("script[type='application/ld+json']").textContent()) ?? "");
    expect(linked).toMatchObject({ "@context": "https://schema.org" });
    expect(await page.locator(".fact-table .unknown").count()).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
    await Promise.all([context.close(), viewers.close(), buyer.close()]);
  });

  test("nothing that a grower writes runs, even without the content security policy", async () => {
    const context = await stage.signedIn({ bypassCSP: true });
    const page = await context.newPage();
    const ran: string[] = [];
    page.on("dialog", (dialog) => void dialog.dismiss());
    const look = async () => (await page.evaluate("window.ran")) !== undefined && ran.push(page.url());
    const hostileId = await tellStory(page, `${NOTES}\n${XSS.join("\n")}`);
    await look();
    for (const [index, text] of XSS.slice(0, 4).entries()) {
      const block = page.locator("#pitch-en .block").nth(index % 2);
      await page.click("#tab-en");
      await block.locator("[data-edit]").click();
      await block.locator("[name=say]").fill(text);
      await block.locator(".primary").click();
      await page.locator("#pitch-en .say", { hasText: text }).first().waitFor();
    }
    // The rest of the list as any device sends it, as many at once as there are blocks.
    const { pitches } = await findStory(stage.services, OWNER_ACCOUNT_ID, hostileId);
    const blocks = LANGUAGES.flatMap((language) =>
      [...(pitches[language]?.intro ?? []), ...(pitches[language]?.loop ?? [])].map(({ id }) => ({ language, blockId: id })),
    );
    for (let from = 0; from < XSS.length; from += blocks.length) {
      for (const [at, text] of XSS.slice(from, from + blocks.length).entries()) {
        const { language, blockId } = blocks[at] ?? { language: "en", blockId: "" };
        await editBlock(stage.services, OWNER_ACCOUNT_ID, { storyId: hostileId, language, blockId }, { say: text, do: text, show: text });
      }
      for (const path of [`/?story=${hostileId}`, ...LANGUAGES.map((each) => `/stories/${hostileId}/prompt?lang=${each}`)]) {
        await page.goto(path);
        await look();
      }
    }
    await page.goto(`/?story=${hostileId}`);
    await page.fill("#show-title", XSS[4] ?? "");
    await page.click("#show-form .primary");
    await page.waitForURL(/\/shows\//);
    await look();
    await page.goto(`/?story=${hostileId}`);
    const listing = await page.locator("#pitch-en a[href*='/listings/']").getAttribute("href");
    await page.goto(listing ?? "");
    await look();
    expect(ran).toEqual([]);
    await context.close();
  });

  // The story, the console and the viewers' page are walked through, with all their parts, in their own files.
  test.each(LANGUAGES)(
    "axe finds nothing wrong with a page that anybody may come by, in %s, and nothing is wider than the phone",
    async (language) => {
      const faults: string[] = [];
      const look = async (of: Page, path: string) => {
        await of.goto(path);
        expect(await of.getAttribute("html", "lang")).toBe(language);
        faults.push(...[...(await axeViolations(of)), ...(await layoutFaults(of))].map((fault) => `${path}: ${fault}`));
      };
      const context = await stage.signedIn({ locale: language });
      const page = await context.newPage();
      await look(page, `/?lang=${language}`);
      await look(page, `/${language}/listings/${encodeURIComponent(story.listings[language]?.slug ?? "")}`);
      await look(page, `/shows/none?lang=${language}`);
      await look(page, `/nothing/here?lang=${language}`);
      await context.clearCookies();
      await look(page, "/");
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  test("a stranger sees how to sign in, with status 401 where something was asked for, and a dead link says so", async () => {
    const page = await (await stage.stranger({ locale: "ja" })).newPage();
    expect((await page.goto("/"))?.status()).toBe(200);
    expect((await page.goto("/shows/sh_none"))?.status()).toBe(401);
    expect(await page.locator("#sign-in").count()).toBe(1);
    expect((await page.goto("/watch/none"))?.status()).toBe(404);
    expect(await page.textContent("main")).toContain("このリンクは使えなくなりました");
    await page.context().close();
  });

  test("browser modules arrive without types, packed, and once: a browser that has this version asks no more", async () => {
    const context = await stage.stranger();
    const page = await context.newPage();
    await page.goto("/");
    const path = (await page.getAttribute("script[type=module]", "src")) ?? "";
    const first = await fetch(stage.web.url + path, { headers: { "accept-encoding": "gzip, br" } });
    expect(first.headers.get("content-type")).toContain("text/javascript");
    expect(await first.text()).not.toMatch(/\btype Data\b|: string/);
    expect(first.headers.get("content-encoding")).toBe("br");
    expect(first.headers.get("cache-control")).toContain("immutable");
    const second = await fetch(stage.web.url + path, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
    expect(second.status).toBe(304);
    const plain = await fetch(stage.web.url + path, { headers: { "accept-encoding": "identity, br;q=0" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.text()).toContain("byId");
    const other = await fetch(`${stage.web.url}/assets/older/sign-in.ts`);
    expect([other.status, other.headers.get("cache-control")]).toEqual([200, "no-cache"]);
    expect((await fetch(`${stage.web.url}/assets/x/tsconfig.json`)).status).toBe(404);
    expect((await fetch(`${stage.web.url}/assets/x/..%2Fpages.ts`)).status).toBe(404);
    await page.reload();
    expect(await page.evaluate(`performance.getEntriesByName(new URL("${path}", location.href).href)[0].transferSize`)).toBe(0);
    await context.close();
  });
});
