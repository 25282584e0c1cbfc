import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { listVersions } from "#stories/list-versions.ts";
import type { Story } from "#stories/story.ts";
import { axeViolations, findChromium } from "../support/browser.ts";
import { layoutFaults } from "./layout-faults.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";

const NOTES = "Bán vải thiều Lục Ngạn, 35k/kg";

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("a story's versions", { timeout: 120_000 }, () => {
  let stage: PageStage;

  beforeAll(async () => void (stage = await setPageStage()), 90_000);
  afterAll(() => stage?.close());

  const open = async (): Promise<{ page: Page; story: Story }> => {
    const story = await stage.tell({ notes: NOTES, markets: ["vn"] });
    const page = await (await stage.signedIn()).newPage();
    await page.goto(`/?story=${story.id}&lang=vi`);
    return { page, story };
  };
  /** By keys alone. */
  const edit = async (page: Page, text: string) => {
    await page.locator("#pitch-vi [data-edit]").first().focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.insertText(text);
    await page.locator("#pitch-vi .block form .primary").first().focus();
    await page.keyboard.press("Enter");
    await page.locator("#done-text", { hasText: "Đã sửa đoạn" }).waitFor();
    await expect.poll(() => said(page)).toBe(text);
  };
  const undo = async (page: Page) => {
    await page.focus("#undo");
    await page.keyboard.press("Enter");
  };
  const said = (page: Page) => page.locator("#pitch-vi .say").first().textContent();
  const causes = async (story: Story) =>
    (await listVersions(stage.services, OWNER_ACCOUNT_ID, story.id, { limit: 50 })).items.map(({ cause }) => cause).toReversed();

  test("what was just done, with its undo, and what waits for a line stand one above the other", async () => {
    const { page } = await open();
    await edit(page, "Cả nhà ơi, vải về rồi ạ!");
    await page.evaluate(`document.getElementById("waiting").textContent = "Còn 1 việc chờ gửi."; window.scrollTo(0, 0)`);
    const [done, waiting] = await Promise.all(["#done", ".bar:has(#waiting)"].map((bar) => page.locator(bar).boundingBox()));
    expect((done?.y ?? 0) + (done?.height ?? 0)).toBeLessThanOrEqual(waiting?.y ?? 0);
    await page.click("#undo", { timeout: 5_000 });
    await page.context().close();
  });

  test("an edit is taken back by one key: first to one's own earlier words, then to the writer's", async () => {
    const { page, story } = await open();
    await edit(page, "Cả nhà ơi, vải về rồi ạ!");
    await edit(page, "Cả nhà ơi, vải ngon lắm ạ!");
    expect([...(await axeViolations(page)), ...(await layoutFaults(page))]).toEqual([]);
    await undo(page);
    await expect.poll(() => said(page)).toBe("Cả nhà ơi, vải về rồi ạ!");
    await page.reload();
    // On a slow machine the kept copy is shown first.
    await expect.poll(() => said(page)).toBe("Cả nhà ơi, vải về rồi ạ!");
    await edit(page, "Cả nhà ơi, vải chín rồi ạ!");
    await undo(page);
    await expect.poll(() => said(page)).toBe("Cả nhà ơi, vải về rồi ạ!");
    await expect.poll(() => causes(story)).toEqual(["told", "edited", "edited", "edited", "edited", "edited"]);

    const { page: other, story: second } = await open();
    const writers = await said(other);
    await edit(other, "Cả nhà ơi, vải về rồi ạ!");
    await undo(other);
    await other.locator("#done-text", { hasText: "Đã hoàn tác." }).waitFor();
    await expect.poll(() => said(other)).toBe(writers);
    expect(await other.locator("#pitch-vi .mine").count()).toBe(0);
    await expect.poll(() => causes(second)).toEqual(["told", "edited", "undone"]);
    await Promise.all([page, other].map((each) => each.context().close()));
  });

  test("an undo asked for before the page has looked again shows the writer's words all the same", async () => {
    const { page } = await open();
    const writers = await said(page);
    // The page's looks are slow: both fall behind the undo.
    let letThrough = () => {};
    const isUndone = new Promise<void>((resolve) => (letThrough = resolve));
    await page.context().route(/\/\?story=/u, async (route) => {
      await isUndone;
      await route.continue();
    });
    await edit(page, "Cả nhà ơi, vải về rồi ạ!");
    await undo(page);
    await page.locator("#done-text", { hasText: "Đã hoàn tác." }).waitFor();
    letThrough();
    await expect.poll(() => said(page)).toBe(writers);
    await page.context().close();
  });

  test("the list says what was done when and to which line; a version is brought back by keys, and that is taken back", async () => {
    const { page, story } = await open();
    const writers = await said(page);
    await edit(page, "Cả nhà ơi, vải về rồi ạ!");
    await page.locator(".question", { hasText: "giao hàng" }).locator("summary").click();
    await page.locator(".question", { hasText: "giao hàng" }).locator("textarea").fill("Ship toàn quốc 2-3 ngày");
    await page.click("#answers-form > p button");
    await page.locator(".version", { hasText: "Kể lại theo câu trả lời" }).waitFor({ state: "attached" });
    await page.focus("#history summary");
    await page.keyboard.press("Enter");
    const rows = (await page.locator(".version").allTextContents()).map((text) => text.replaceAll(/\s+/g, " ").trim());
    expect(rows).toEqual([
      expect.stringMatching(/^Kể lại theo câu trả lời .*\d{4} Đang dùng$/u),
      expect.stringMatching(/^Bạn sửa Tiếng Việt, đoạn “Gọi khách” .*Cả nhà ơi, vải về rồi ạ! Lấy bản này về$/u),
      expect.stringMatching(/^Kể lần đầu .*Lấy bản này về$/u),
    ]);
    await page.locator("[data-restore]").last().focus();
    await page.keyboard.press("Enter");
    await page.locator("#done-text", { hasText: "Đã lấy bản đó về." }).waitFor();
    await expect.poll(() => said(page)).toBe(writers);
    expect(await page.isVisible("#history ol")).toBe(true);
    expect(await page.evaluate("document.activeElement.closest('#history') !== null")).toBe(true);
    await undo(page);
    await expect.poll(() => said(page)).toBe("Cả nhà ơi, vải về rồi ạ!");
    await expect.poll(() => causes(story)).toEqual(["told", "edited", "told", "restored", "restored"]);
    await page.context().close();
  });
});
