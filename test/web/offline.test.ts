// Long because one browser with one story is shared by all that is done without a line.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createAccount } from "#access/create-account.ts";
import { createSignInLink } from "#access/create-sign-in-link.ts";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { findStory } from "#stories/find-story.ts";
import { listStories } from "#stories/list-stories.ts";
import { listVersions } from "#stories/list-versions.ts";
import type { Story } from "#stories/story.ts";
import { axeViolations, findChromium, launchBrowser } from "../support/browser.ts";
import { layoutFaults } from "./layout-faults.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";

const NOTES = "Nhà mình trồng vải thiều ở Lục Ngạn, làm VietGAP.\nGiá 35k/kg, đóng thùng 5kg.";
const manifestSchema = z.looseObject({
  icons: z.array(z.object({ src: z.string(), sizes: z.string(), type: z.string(), purpose: z.string() })),
});
/** Every address that is kept on the device, without the version in the files'. */
const KEPT = `(async () => {
  const names = await caches.keys();
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().map(({ url }) => new URL(url)).map(({ pathname, search }) => pathname.replace(/^\\/assets\\/[^/]+/, "/assets") + search);
})()`;

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("the studio without a line", { timeout: 120_000 }, () => {
  let stage: PageStage;
  let story: Story;
  /** Only a browser with all its parts says whether a page can be put on the start screen. */
  let whole: Browser;

  beforeAll(async () => {
    [stage, whole] = await Promise.all([setPageStage(), launchBrowser()]);
    story = await stage.tell({ notes: NOTES });
  }, 90_000);
  afterAll(async () => {
    await whole?.close();
    await stage?.close();
  });

  const kept = (page: Page) => page.evaluate<string[]>(KEPT);
  /** A story opened with a line, until its pages are kept. */
  const openStory = async (context: BrowserContext, { id }: Story = story): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`/?story=${id}&lang=vi`);
    await expect.poll(async () => (await kept(page)).some((path) => path.startsWith(`/stories/${id}/plan`))).toBe(true);
    return page;
  };
  const storiesOf = async () => (await listStories(stage.services, OWNER_ACCOUNT_ID, { limit: 100 })).items.map(({ id }) => id);

  test("a story opened once is read in the field, and its prompter, checklist and plan open there for the first time", async () => {
    const context = await stage.signedIn();
    const page = await openStory(context);
    await context.setOffline(true);
    await page.reload();
    expect(await page.textContent(".notes")).toBe(NOTES);
    expect(await page.textContent("#kept")).toMatch(/bản lưu trên máy lúc \d/u);
    expect(await page.isVisible("#kept")).toBe(true);
    // In a language that it was never opened in, too: the copy is better than nothing.
    await page.goto(`/?story=${story.id}`);
    expect(await page.textContent(".notes")).toBe(NOTES);
    await page.goto(`/stories/${story.id}/prompt?lang=ja&ui=vi`);
    expect(await page.locator(".beat").count()).toBeGreaterThan(3);
    expect(await page.isVisible("#kept")).toBe(true);
    expect([...(await axeViolations(page)), ...(await layoutFaults(page))]).toEqual([]);
    await page.locator(".breath").first().click();
    await expect.poll(() => page.evaluate<number>("document.getElementById('script').scrollTop")).toBeGreaterThan(5);
    await page.goto(`/stories/${story.id}/coach?lang=vi`);
    await page.locator(".ticks label").first().click();
    await page.goto(`/stories/${story.id}/plan?minutes=60&lang=vi`);
    expect(await page.locator(".segment").count()).toBeGreaterThan(3);
    await context.setOffline(false);
    await page.reload();
    expect(await page.isVisible("#kept")).toBe(false);
    await context.close();
  });

  test.each([
    ["vi", "Chưa có mạng"],
    ["en", "You are offline"],
    ["ja", "オフラインです"],
  ])("in %s a page that is not kept says so without a fault, and is there again with the line", async (language, title) => {
    const context = await stage.signedIn();
    const page = await openStory(context);
    await context.setOffline(true);
    await page.goto(`/stories/st_other/coach?lang=${language}`);
    expect(await page.textContent("h1")).toBe(title);
    expect([...(await axeViolations(page)), ...(await layoutFaults(page))]).toEqual([]);
    await context.setOffline(false);
    await page.click("main a");
    await page.locator("h1", { hasText: title }).waitFor({ state: "detached" });
    await context.close();
  });

  test("what is kept are the reader's own pages and their files: no live page, no viewer's page, no answer of the API", async () => {
    const show = await stage.openShow();
    const context = await stage.signedIn();
    const page = await openStory(context);
    for (const link of [show.links.console, show.links.watch, show.links.overlay]) {
      await page.goto(link);
      await page.waitForLoadState("load");
    }
    await page.goto(`/vi/listings/${encodeURIComponent(story.listings.vi?.slug ?? "")}`);
    const paths = await kept(page);
    const odd = paths.filter((path) => !/^\/(?:\?|$|offline\?|assets\/|stories\/[^/]+\/(?:prompt|coach|plan)\?)/.test(path));
    expect(odd).toEqual([]);
    expect(paths.filter((path) => path.startsWith("/stories/"))).toHaveLength(5);
    await context.setOffline(true);
    await page.goto(show.links.console);
    expect(await page.textContent("h1")).toBe("Chưa có mạng");
    await context.close();
  });

  test("signed out, nothing of the person is left on the phone", async () => {
    // Signing out closes the session, so it is one of its own.
    const context = await stage.stranger();
    await context.request.get(`/sign-in?token=${await createSignInLink(stage.services, OWNER_ACCOUNT_ID)}`);
    const page = await openStory(context);
    const other = await context.newPage();
    await other.goto(`/stories/${story.id}/prompt?lang=vi&ui=vi`);
    await page.locator("[data-edit]").first().click();
    await page.locator("[name=say]").first().fill("nửa câu");
    page.on("dialog", (dialog) => void dialog.accept());
    await page.click("#sign-out");
    await Promise.all([page, other].map((each) => each.waitForSelector("#sign-in")));
    await other.close();
    expect(await page.evaluate("Object.keys(localStorage)")).toEqual([]);
    expect((await kept(page)).filter((path) => !/^\/(?:assets|offline)/.test(path))).toEqual([]);
    await context.setOffline(true);
    for (const path of [`/?story=${story.id}&lang=vi`, `/stories/${story.id}/prompt?lang=vi&ui=vi`]) {
      await page.goto(path);
      expect(await page.textContent("h1")).toBe("Chưa có mạng");
    }
    await page.goBack().catch(() => {});
    expect(await page.content()).not.toContain("Lục Ngạn");
    await context.close();
  });

  test("who signs in next on the same phone finds nothing of the last person's, who never signed out", async () => {
    const context = await stage.signedIn();
    const page = await openStory(context);
    await page.locator("[data-edit]").first().click();
    await page.locator("[name=say]").first().fill("nửa câu của người trước");
    const other = await createAccount(stage.services, "hàng xóm");
    await page.goto(`/sign-in?token=${await createSignInLink(stage.services, other)}`);
    await page.locator("#notes").waitFor();
    expect(await page.inputValue("#notes")).toBe("");
    await expect.poll(async () => (await kept(page)).filter((path) => path.includes(story.id))).toEqual([]);
    await context.setOffline(true);
    await page.goto(`/?story=${story.id}&lang=vi`);
    expect(await page.textContent("h1")).toBe("Chưa có mạng");
    // Also on a line so slow that a copy would be shown first: the door empties the store before it opens.
    await page.goto("/sign-in?token=anybody");
    expect((await kept(page)).filter((path) => !/^\/(?:assets|offline)/.test(path))).toEqual([]);
    await context.close();
  });

  test("an edit that the server refuses stands in its form again with the reason, and outlives a reload", async () => {
    const context = await stage.signedIn();
    const page = await openStory(context);
    await page.route("**/blocks/*", (route) =>
      route.fulfill({ status: 422, contentType: "application/problem+json", body: JSON.stringify({ detail: "Câu này dài quá." }) }),
    );
    const block = page.locator("#pitch-vi .block").first();
    await block.locator("[data-edit]").click();
    await block.locator("[name=say]").fill("một câu dài quá");
    await block.locator(".primary").click();
    await block.locator(".problem", { hasText: "Câu này dài quá." }).waitFor();
    expect(await block.locator("[name=say]").inputValue()).toBe("một câu dài quá");
    await page.reload();
    expect(await block.locator("[name=say]").inputValue()).toBe("một câu dài quá");
    expect(await page.locator(".tag.waiting").count()).toBe(0);
    await context.close();
  });

  test("notes outlive a crash and a lost line, and become one story however often they are sent", async () => {
    const context = await stage.signedIn();
    const first = await context.newPage();
    await first.goto("/?lang=vi");
    await expect.poll(async () => (await kept(first)).includes("/?lang=vi")).toBe(true);
    const before = await storiesOf();
    const notes = "Bưởi da xanh Bến Tre, 45k/kg, còn 300kg, ship toàn quốc";
    await first.locator("#notes").pressSequentially(notes.slice(0, 20));
    await first.goto("chrome://crash").catch(() => {});
    await first.close();

    const page = await context.newPage();
    await page.goto("/?lang=vi");
    expect(await page.inputValue("#notes")).toBe(notes.slice(0, 20));
    await page.fill("#notes", notes);
    await context.setOffline(true);
    await page.click("#notes-form .primary");
    await page.locator("#waiting", { hasText: "Ghi chép đã cất trên máy" }).waitFor();
    await page.reload();
    await page.locator("#waiting", { hasText: "Ghi chép đã cất trên máy" }).waitFor();
    expect(await page.inputValue("#notes")).toBe(notes);
    // They arrive, but the answer never does: the phone cannot know, and must ask again.
    let arrived = 0;
    await page.route("**/v1/stories", async (route) => {
      arrived += 1;
      await route.fetch();
      await (arrived < 3 ? route.abort() : route.continue());
    });
    await context.setOffline(false);
    await page.waitForURL(/story=/);
    expect(arrived).toBe(3);
    expect((await storiesOf()).filter((id) => !before.includes(id))).toHaveLength(1);
    await page.goto("/?lang=vi");
    expect(await page.inputValue("#notes")).toBe("");
    await context.close();
  });

  test("an answer and an edit typed without a line wait through a reload, are sent with it, and once", async () => {
    const asked = await stage.tell({ notes: "Bán vải thiều Lục Ngạn, 35k/kg", markets: ["vn"] });
    const context = await stage.signedIn();
    const page = await openStory(context, asked);
    await context.setOffline(true);
    const block = page.locator("#pitch-vi .block").first();
    await block.locator("[data-edit]").click();
    await block.locator("[name=say]").fill("Cả nhà ơi, vải nhà em hái sáng nay đây ạ!");
    await block.locator(".primary").click();
    const card = page.locator(".question", { hasText: "giao hàng" });
    await card.locator("summary").click();
    await card.locator("textarea").fill("Ship toàn quốc 2-3 ngày");
    await page.click("#answers-form > p button");
    const look = async () => {
      await page.locator("#waiting", { hasText: "Còn 2 việc chờ gửi" }).waitFor();
      expect(await block.locator(".say").textContent()).toBe("Cả nhà ơi, vải nhà em hái sáng nay đây ạ!");
      expect(await page.locator(".tag.waiting").allTextContents()).toEqual(["Chờ gửi", "Chờ gửi"]);
    };
    await look();
    await page.reload();
    await look();
    await context.setOffline(false);
    await page.locator("#waiting", { hasText: "Đã gửi hết" }).waitFor();
    await page.locator(".facts li", { hasText: "Từ câu trả lời" }).first().waitFor();
    await page.locator("#pitch-vi .tag.mine").waitFor();
    expect(await page.locator(".tag.waiting").count()).toBe(0);
    const told = await findStory(stage.services, OWNER_ACCOUNT_ID, asked.id);
    expect(told.pitches.vi?.intro[0]?.say).toBe("Cả nhà ơi, vải nhà em hái sáng nay đây ạ!");
    const { items } = await listVersions(stage.services, OWNER_ACCOUNT_ID, asked.id, { limit: 50 });
    expect(items.map(({ cause }) => cause).toSorted()).toEqual(["edited", "told", "told"]);
    await context.close();
  });

  test("an edit that is typed and not saved is there again after a reload", async () => {
    const context = await stage.signedIn();
    const page = await openStory(context);
    await page.click("#tab-en");
    const block = page.locator("#pitch-en .block").nth(1);
    await block.locator("[data-edit]").click();
    await block.locator("[name=say]").fill("Half a sentence");
    await page.reload();
    expect(await block.locator("[name=say]").inputValue()).toBe("Half a sentence");
    await page.click("#tab-en");
    await block.locator("[data-cancel]").click();
    await page.reload();
    expect(await block.locator("[name=say]").inputValue()).toBe(story.pitches.en?.intro[1]?.say ?? "");
    await context.close();
  });

  test.each(["vi", "en", "ja"])("in %s the studio can be put on a phone's start screen", async (language) => {
    const signedIn = await stage.signedIn();
    const page = await whole.newPage({ baseURL: stage.web.url, storageState: await signedIn.storageState() });
    await signedIn.close();
    await page.goto(`/?lang=${language}`);
    const path = (await page.getAttribute("link[rel=manifest]", "href")) ?? "";
    const response = await fetch(stage.web.url + path);
    expect(response.headers.get("content-type")).toContain("application/manifest+json");
    const manifest = manifestSchema.parse(await response.json());
    expect(manifest).toMatchObject({ lang: language, scope: "/", display: "standalone", start_url: `/?lang=${language}` });
    for (const { src, sizes, type } of manifest.icons) {
      const icon = Buffer.from(await (await fetch(stage.web.url + src)).arrayBuffer());
      expect([type, `${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`]).toEqual(["image/png", sizes]);
    }
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain("maskable");
    const cdp = await page.context().newCDPSession(page);
    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    const { installabilityErrors } = await cdp.send("Page.getInstallabilityErrors");
    // The test's own browser keeps nothing, and nothing else is in the way.
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(["in-incognito"]);
    await page.context().close();
  });
});
