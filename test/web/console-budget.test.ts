import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { showTokens } from "#database/schema.ts";
import { findChromium } from "../support/browser.ts";
import { PHONE, setPageStage, type PageStage } from "./page-stage.ts";

const SPENT = "Buổi live đã dùng hết hạn mức máy dịch";

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")(
  "the console and the show's budget",
  { timeout: 60_000 },
  () => {
    let stage: PageStage;
    beforeAll(async () => void (stage = await setPageStage()), 90_000);
    afterAll(() => stage?.close());

    test("says in one line that it is spent, also where that happens while the page is open, and no longer once it is not", async () => {
      const show = await stage.openShow();
      const context = await stage.signedIn({ viewport: PHONE });
      const page = await context.newPage();
      await page.clock.install();
      // Its numbers take the records a third of a second at the end of six hours: they are for who wants to see them.
      let statsAsked = 0;
      page.on("request", (request) => void (statsAsked += Number(request.url().endsWith("/stats"))));
      await page.goto(`/shows/${show.id}?lang=vi`);
      await page.locator("#line-state[data-state=live]").waitFor();
      await stage.services.database.db.insert(showTokens).values({ showId: show.id, used: 40_000_000, spent: true });
      await stage.say(show, "con mèo nằm ngủ trên mái nhà");
      await page.locator("#captions-en .line").waitFor({ state: "attached" });
      expect(await page.textContent("#health")).toBe("");
      const atFirst = statsAsked;
      await page.clock.fastForward(21_000);
      await page.locator("#health", { hasText: SPENT }).waitFor();
      expect(statsAsked).toBe(atFirst);
      await page.reload();
      await page.locator("#health", { hasText: SPENT }).waitFor();
      await stage.services.database.db.update(showTokens).set({ spent: false });
      await page.reload();
      await page.locator("#line-state[data-state=live]").waitFor();
      expect(await page.textContent("#health")).not.toContain(SPENT);
      await context.close();
    });
  },
);
