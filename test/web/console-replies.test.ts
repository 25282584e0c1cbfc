import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { addComment } from "#shows/add-comment.ts";
import { findReply } from "#shows/find-reply.ts";
import { findChromium } from "../support/browser.ts";
import { PHONE, setPageStage, type PageStage } from "./page-stage.ts";

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")(
  "suggested replies on the console",
  { timeout: 120_000 },
  () => {
    let stage: PageStage;
    let storyId: string;
    let priceLine: string;
    beforeAll(async () => {
      stage = await setPageStage();
      const story = await stage.tell({ notes: "Dứa Đồng Giao, giá 18k/kg, còn 700kg" });
      storyId = story.id;
      priceLine = story.pitches.vi?.answers.find(({ answer }) => answer.includes("18"))?.answer ?? "";
    }, 90_000);
    afterAll(() => stage?.close());

    const openComments = async (showId: string) => {
      const page = await (await stage.signedIn({ viewport: PHONE })).newPage();
      await page.goto(`/shows/${showId}?lang=vi`);
      await page.click("#tab-comments");
      return page;
    };

    test("one that a new price has made untrue is not sent, every console gets the new one with a word why, and that is sent", async () => {
      const show = await stage.openShow({ storyIds: [storyId] });
      await addComment(stage.services, OWNER_ACCOUNT_ID, show.id, { id: "c1", author: "Ann", text: "How much is it?" }, { fromPage: true });
      const [page, other] = [await openComments(show.id), await openComments(show.id)];
      const suggestion = page.locator(".comment .reply", { hasText: "18,000" });
      await suggestion.waitFor();
      await other.locator(".comment .reply", { hasText: "18,000" }).waitFor();
      // The tap and the new price cross: the page still shows the old one.
      await stage.say(show, priceLine.replace("18", "15"));
      await suggestion.getByRole("button", { name: "Gửi trả lời" }).click();
      await page.locator("#problem", { hasText: "chưa gửi, vì trên live bạn vừa nói khác" }).waitFor();
      expect((await findReply(stage.services, show.id, "c1")).reply).toBeNull();
      for (const one of [page, other]) {
        await one.locator(".comment .reply", { hasText: "15,000" }).waitFor();
        await one.getByText("Gợi ý đã đổi theo lời bạn vừa nói trên live.").waitFor();
        expect(await one.getByText("18,000").count()).toBe(0);
      }
      await other.getByRole("button", { name: "Gửi trả lời" }).click();
      await page.getByText("Đã trả lời").waitFor();
      expect((await findReply(stage.services, show.id, "c1")).reply).toContain("15,000");
      await Promise.all([page.context().close(), other.context().close()]);
    });

    test("one that was sent and is untrue now comes up again, and one tap corrects it on the buyer's page too", async () => {
      const show = await stage.openShow({ storyIds: [storyId] });
      const page = await openComments(show.id);
      const buyer = await (await stage.stranger({ viewport: PHONE, locale: "en" })).newPage();
      await buyer.clock.install();
      await buyer.goto(`${show.links.watch}?lang=en`);
      await buyer.getByText("Ask the seller").click();
      await buyer.fill("#ask-author", "Ann");
      await buyer.fill("#ask-text", "How much is it?");
      await buyer.press("#ask-text", "Enter");
      await page.locator(".comment .reply", { hasText: "18,000" }).waitFor();
      await page.getByRole("button", { name: "Gửi trả lời" }).click();
      await page.locator(".comment.done", { hasText: "Đã trả lời" }).waitFor();
      await addComment(stage.services, OWNER_ACCOUNT_ID, show.id, { id: "c2", author: "Bo", text: "hello from Hue" });
      await page.locator(".comment", { hasText: "Bo" }).waitFor();
      await buyer.clock.runFor(6_000);
      await buyer.locator("#asked .answer", { hasText: "18,000" }).waitFor();
      await page.click("#tab-say");
      await stage.say(show, priceLine.replace("18", "16"));
      await page.locator(".comment.outdated").waitFor({ state: "attached" });
      expect(await page.textContent("#unread")).toBe("1");
      await buyer.clock.runFor(30_000);
      await buyer.getByText("Since this answer, the seller has said otherwise on air.").waitFor();
      await page.click("#tab-comments");
      const first = page.locator(".comment").first();
      await first.getByText("Câu đã gửi không còn đúng").waitFor();
      expect(await first.textContent()).toContain("18,000");
      await first.getByRole("button", { name: "Gửi câu đúng" }).click();
      await page.locator(".comment.done", { hasText: "16,000" }).waitFor();
      expect(await page.locator(".comment.outdated").count()).toBe(0);
      await buyer.clock.runFor(30_000);
      await buyer.locator("#asked .answer", { hasText: "16,000" }).waitFor();
      expect(await buyer.textContent("#asked")).not.toContain("18,000");
      await buyer.getByText("The seller has corrected this answer.").waitFor();
      await Promise.all([page.context().close(), buyer.context().close()]);
    });

    test("one that nothing can stand in for is withdrawn with a word why, and the question stays", async () => {
      const show = await stage.openShow({ storyIds: [storyId] });
      await addComment(
        stage.services,
        OWNER_ACCOUNT_ID,
        show.id,
        { id: "c1", author: "Ann", text: "is there any left?" },
        { fromPage: true },
      );
      const page = await openComments(show.id);
      await page.locator(".comment .reply", { hasText: "700" }).waitFor();
      await stage.say(show, "dứa nhà em bán hết sạch rồi cả nhà ơi");
      await page.getByText("Gợi ý theo bài soạn không còn đúng, vì trên live bạn vừa nói khác.").waitFor();
      expect(await page.locator(".comment .reply").count()).toBe(0);
      expect(await page.locator(".comment", { hasText: "is there any left?" }).isVisible()).toBe(true);
      await page.context().close();
    });
  },
);
