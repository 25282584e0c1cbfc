import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { answerBuyer } from "#buyers/answer-buyer.ts";
import { askGrower } from "#buyers/ask-grower.ts";
import { removeBuyerQuestion } from "#buyers/remove-buyer-question.ts";
import type { Story } from "#stories/story.ts";
import { axeViolations, findChromium } from "../support/browser.ts";
import { layoutFaults } from "./layout-faults.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";

const NOTES = "Vải thiều Lục Ngạn, giá 35k/kg, thùng 5kg, còn 2 tấn, ship toàn quốc 2-3 ngày";

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("buyers in an open studio", { timeout: 120_000 }, () => {
  let stage: PageStage;
  let story: Story;
  let sold: Story;
  let asked = 0;

  const ask = async ({ listings }: Story, text: string): Promise<string> => {
    const question = { id: `q${(asked += 1)}`, author: "Yuki", text };
    return (await askGrower(stage.services, { language: "ja", slug: listings.ja?.slug ?? "" }, question)).questionId;
  };
  const open = async (path: string): Promise<Page> => {
    const page = await (await stage.signedIn()).newPage();
    await page.goto(path);
    return page;
  };

  beforeAll(async () => {
    stage = await setPageStage();
    story = await stage.tell({ notes: NOTES });
    sold = await stage.tell({ notes: "Mật ong hoa nhãn Hưng Yên, chai 1 lít 200k" });
  }, 120_000);
  afterAll(() => stage?.close());

  test("a buyer's question comes into the open page as it is asked, and nothing moves for whoever writes", async () => {
    const page = await open(`/?story=${story.id}&lang=vi`);
    const title = await page.title();
    await page.locator("#pitch-vi [data-edit]").first().click();
    const field = page.locator("#pitch-vi textarea:visible").first();
    await field.pressSequentially(" Em chào cả nhà");
    const written = await field.inputValue();
    const top = async () => (await field.boundingBox())?.y ?? 0;
    const before = await top();
    expect(await page.locator("#asked-link").isVisible()).toBe(false);

    const first = await ask(story, "送料はいくらですか？");
    await page.locator("#asked-text", { hasText: "Khách vừa hỏi về sản phẩm này." }).waitFor();
    expect(await page.title()).toBe(`(1) ${title}`);
    await page.locator(`#open-${first} .vi`, { hasText: "Phí ship bao nhiêu ạ?" }).waitFor();
    expect(await page.textContent("#buyers-count")).toContain("1 câu chưa trả lời");
    expect(await field.inputValue()).toBe(written);
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
    expect(await page.evaluate("document.activeElement.localName")).toBe("textarea");
    expect([...(await axeViolations(page)), ...(await layoutFaults(page))]).toEqual([]);

    await page.click("#asked-link");
    expect(await page.locator(`#open-${first}`).isVisible()).toBe(true);
    expect(await page.textContent("#asked-text")).toBe("");

    // An answer begun stays where it is while another question comes in above it.
    const reply = page.locator(`#reply-${first}`);
    await reply.pressSequentially("Dạ miễn phí");
    const second = await ask(story, "まだありますか？");
    await page.locator(`#open-${second} .vi`).waitFor();
    expect(await reply.inputValue()).toBe("Dạ miễn phí");
    const order = await page.locator("#buyers-open > article").evaluateAll((cards) => cards.map(({ id }) => id));
    expect(order).toEqual([`open-${second}`, `open-${first}`]);

    // Answered or taken away on another device, it is so here.
    await removeBuyerQuestion(stage.services, OWNER_ACCOUNT_ID, story.id, second);
    await page.locator(`#open-${second}`).waitFor({ state: "detached" });
    await reply.fill("");
    await page.locator("h1").click();
    await answerBuyer(stage.services, OWNER_ACCOUNT_ID, { storyId: story.id, questionId: first }, { text: "Dạ còn hàng ạ" });
    await page.locator("#buyers-answered summary", { hasText: "Đã trả lời: 1 câu" }).waitFor();
    await page.locator(`#open-${first}`).waitFor({ state: "detached" });
    await expect.poll(() => page.title()).toBe(title);
    await page.context().close();
  });

  test("a question is deleted only by whoever means it", async () => {
    const questionId = await ask(story, "送料はいくらですか？");
    const page = await open(`/?story=${story.id}&lang=vi`);
    const answers = ["dismiss", "accept"] as const;
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      const answer = answers[asked.push(dialog.message()) - 1] ?? "dismiss";
      void dialog[answer]();
    });
    const remove = page.locator(`#open-${questionId} .danger`);
    await remove.click();
    expect(await page.locator(`#open-${questionId}`).isVisible()).toBe(true);
    await remove.click();
    await page.locator(`#open-${questionId}`).waitFor({ state: "detached" });
    expect(asked).toEqual(Array.from({ length: 2 }, () => "Xóa câu hỏi này? Khách sẽ không nhận được câu trả lời."));
    await page.context().close();
  });

  test("a question about another product is said too, with the way to it, also where notes are written", async () => {
    for (const path of [`/?story=${story.id}&lang=vi`, "/?lang=vi"]) {
      const page = await open(path);
      const questionId = await ask(sold, "まだありますか？");
      await page.locator("#asked-text", { hasText: "một sản phẩm khác" }).waitFor();
      await expect.poll(() => page.textContent("#earlier")).toContain("1 câu chưa trả lời");
      await page.click("#asked-link");
      await page.locator(`#open-${questionId}`).waitFor();
      await page.context().close();
      await removeBuyerQuestion(stage.services, OWNER_ACCOUNT_ID, sold.id, questionId);
    }
  });
});
