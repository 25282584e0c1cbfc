import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { endShow } from "#shows/end-show.ts";
import { findShow, findShowRow } from "#shows/find-show.ts";
import { readComments } from "#shows/read-comments.ts";
import { replyToComment } from "#shows/reply-to-comment.ts";
import type { Show } from "#shows/show.ts";
import { findChromium } from "../support/browser.ts";
import { FAKE_EARS } from "./fake-ears.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";
import { startModelServer, type ModelServer } from "../support/model-server.ts";

/** Counts the screens that are kept on; a headless browser has none. */
const FAKE_SCREEN = `
  window.screensOn = 0;
  Object.defineProperty(navigator, "wakeLock", {
    value: { request: async () => ((window.screensOn += 1), { release: async () => void (window.screensOn -= 1) }) },
  });
`;

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")(
  "a phone in the garden, on a bad line",
  { timeout: 120_000 },
  () => {
    let vendor: ModelServer;
    let stage: PageStage;
    beforeAll(async () => {
      vendor = await startModelServer();
      stage = await setPageStage({ env: { TRANSCRIPTION_MODEL: "whisper-1", OPENAI_BASE_URL: vendor.openaiUrl } });
    }, 60_000);
    afterAll(async () => {
      await stage?.close();
      await vendor?.close();
    });

    const openConsole = async (show: Show): Promise<Page> => {
      const context = await stage.signedIn();
      await context.addInitScript({ content: FAKE_EARS + FAKE_SCREEN });
      const page = await context.newPage();
      await page.goto(`/shows/${show.id}?lang=vi`);
      await page.locator("#line-state[data-state=live]").waitFor();
      return page;
    };
    const type = async (page: Page, text: string) => {
      await page.fill("#say", text);
      await page.press("#say", "Enter");
    };
    const said = (page: Page, text: string) => page.locator("#captions-vi .caption", { hasText: text }).waitFor({ state: "attached" });

    test("a request that is never answered is given up and sent again, and what was said behind it follows", async () => {
      const page = await openConsole(await stage.openShow());
      let asked = 0;
      await page.context().route("**/segments", async (route) => {
        asked += 1;
        if (asked > 1) await route.continue();
      });
      await type(page, "Em mới đem thêm rổ nữa ra đây");
      await type(page, "Rổ này to hơn rổ hồi nãy nè");
      await page.getByText("2 câu chờ gửi").first().waitFor();
      await said(page, "to hơn rổ hồi nãy");
      await said(page, "thêm rổ nữa");
      expect(asked).toBe(3);
      await page.context().close();
    });

    test("an answer that is not the server's own, as a hotel's sign-in page gives, takes no sentence away", async () => {
      const page = await openConsole(await stage.openShow());
      await page
        .context()
        .route("**/segments", (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Welcome to our Wi-Fi</h1>" }));
      await type(page, "Em đứng ở gốc cây đầu vườn nha");
      await page.getByText("1 câu chờ gửi").first().waitFor();
      expect(await page.textContent("#problem")).toBe("");
      await page.context().unroute("**/segments");
      await said(page, "gốc cây đầu vườn");
      await page.context().close();
    });

    test("a show is not ended over sentences that wait, unless the streamer wants that", async () => {
      const show = await stage.openShow();
      const page = await openConsole(show);
      await page.context().route("**/segments", (route) => route.abort());
      await type(page, "Câu này còn nằm trong máy");
      await page.getByText("1 câu chờ gửi").first().waitFor();
      const asked: string[] = [];
      page.on("dialog", (dialog) => {
        asked.push(dialog.message());
        void dialog.dismiss();
      });
      await page.locator("#end-show").dispatchEvent("click");
      await expect.poll(() => asked).toEqual([expect.stringContaining("Còn 1 câu chưa gửi.")]);
      expect((await findShow(stage.services, OWNER_ACCOUNT_ID, show.id)).status).toBe("open");
      await page.context().unroute("**/segments");
      await page.getByText("Đã gửi hết").first().waitFor();
      await page.locator("#end-show").dispatchEvent("click");
      await expect.poll(() => asked.at(-1)).toContain("Kết thúc buổi live này?");
      await page.context().close();
    });

    test("a page that came slowly places what it hears where it was said, after the silence before it", async () => {
      vendor.hear(() => ({ text: "em đang đứng dưới giàn gấc nè" }));
      const show = await stage.openShow();
      const context = await stage.signedIn();
      await context.addInitScript({ content: FAKE_EARS });
      const page = await context.newPage();
      await context.route("**/console.ts", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 4_000));
        await route.continue();
      });
      await page.goto(`/shows/${show.id}?lang=vi`);
      await page.locator("#line-state[data-state=live]").waitFor();
      const { createdAt } = await findShowRow(stage.services, OWNER_ACCOUNT_ID, show.id);
      const sinceOpenMs = () => Date.now() - createdAt.getTime();
      await page.selectOption("#engine", "server");
      await page.click("#mic");
      await page.getByText("Đang nghe…").waitFor();
      await page.waitForTimeout(2_000);
      const spokeAtMs = sinceOpenMs();
      const heard = page.waitForRequest("**/audio?**");
      await page.evaluate("loudness(0.4)");
      await page.waitForTimeout(1_000);
      await page.evaluate("loudness(0)");
      const startMs = Number(new URL((await heard).url()).searchParams.get("startMs"));
      expect(Math.abs(startMs - spokeAtMs)).toBeLessThan(1_000);
      await context.close();
    });

    test("the screen stays on while the show does, for who speaks and for who reads", async () => {
      const show = await stage.openShow();
      const page = await openConsole(show);
      const viewers = await stage.stranger();
      await viewers.addInitScript({ content: FAKE_SCREEN });
      const watch = await viewers.newPage();
      await watch.goto(`${show.links.watch}?lang=vi`);
      await watch.locator("#line-state[data-state=live]").waitFor();
      const screensOn = (one: Page) => one.evaluate<number>("window.screensOn");
      expect([await screensOn(page), await screensOn(watch)]).toEqual([1, 1]);
      await endShow(stage.services, OWNER_ACCOUNT_ID, show.id);
      await expect.poll(async () => [await screensOn(page), await screensOn(watch)]).toEqual([0, 0]);
      await Promise.all([page.context().close(), viewers.close()]);
    });

    test("a buyer's question and its answer are still there when the page is loaded anew in another language", async () => {
      const show = await stage.openShow();
      const page = await (await stage.stranger()).newPage();
      await page.goto(`${show.links.watch}?lang=vi`);
      await page.getByText("Hỏi người bán").click();
      await page.fill("#ask-author", "Hoa");
      await page.fill("#ask-text", "Có gửi ra Phú Quốc không shop?");
      await page.press("#ask-text", "Enter");
      await page.locator("#asked", { hasText: "Phú Quốc" }).waitFor();
      const comments = async () => (await readComments(stage.services, OWNER_ACCOUNT_ID, show.id, 0)).events.map(({ data }) => data);
      await expect.poll(comments).toHaveLength(1);
      const [{ id } = { id: "" }] = await comments();
      await page.getByRole("link", { name: "English" }).click();
      await page.locator("#asked", { hasText: "Phú Quốc" }).waitFor({ state: "attached" });
      await replyToComment(stage.services, OWNER_ACCOUNT_ID, show.id, id, "Dạ có, ba ngày là tới ạ.");
      await page.reload();
      await page.locator("#asked .answer", { hasText: "ba ngày là tới" }).waitFor({ state: "attached" });
      expect(await page.locator("#asked .asked").count()).toBe(1);
      await page.context().close();
    });
  },
);
