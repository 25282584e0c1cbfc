import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { correctCue } from "#shows/correct-cue.ts";
import { retractCue } from "#shows/retract-cue.ts";
import { findChromium } from "../support/browser.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("corrections on the overlay", { timeout: 60_000 }, () => {
  let stage: PageStage;
  beforeAll(async () => void (stage = await setPageStage()), 60_000);
  afterAll(() => stage?.close());

  const lineIs = (page: Page, state: string) => page.locator(`.language[data-line=${state}]`).waitFor({ state: "attached" });

  test("a sentence of a minute ago that is corrected, said anew or put back comes up nowhere as if it was said now", async () => {
    const own = await stage.openShow({ languages: ["vi"] });
    const correct = (cue: string, text: string) => correctCue(stage.services, OWNER_ACCOUNT_ID, own.id, cue, { language: "vi", text });
    const context = await stage.stranger({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    const fresh = await context.newPage();
    for (const one of [page, fresh]) {
      await one.clock.install();
      // The show's clock as it is a minute later.
      await one.route("**/overlay/**", async (route) => {
        const answer = await route.fetch();
        await route.fulfill({
          response: answer,
          body: (await answer.text()).replace(/"clockMs":(\d+)/, (_, ms) => `"clockMs":${Number(ms) + 60_000}`),
        });
      });
    }
    await page.goto(`${own.links.overlay}?lang=vi&lines=4`);
    await lineIs(page, "live");
    const price = await stage.say(own, "Giá hôm nay 53 nghìn");
    await page.locator(".caption", { hasText: "53" }).waitFor();
    await retractCue(stage.services, OWNER_ACCOUNT_ID, own.id, price);
    await expect.poll(() => page.locator(".caption").count()).toBe(0);
    // Put back at once it stands there again: nobody has missed it yet.
    await correct(price, "Giá hôm nay 35 nghìn");
    await page.locator(".caption", { hasText: "35" }).waitFor();
    await retractCue(stage.services, OWNER_ACCOUNT_ID, own.id, price);
    await expect.poll(() => page.locator(".caption").count()).toBe(0);
    const old = await stage.say(own, "Thùng nhà em 5 ký");
    await page.locator(".caption", { hasText: "5 ký" }).waitFor();
    await page.clock.runFor(60_000);
    await expect.poll(() => page.locator(".caption").count()).toBe(0);
    // A page that OBS loads only now, as at a switch of scenes.
    await fresh.goto(`${own.links.overlay}?lang=vi&lines=4`);
    await lineIs(fresh, "live");
    const told = async () => Promise.all([page, fresh].map((one) => one.locator(".caption").allTextContents()));
    const seen = async (text: string) => {
      await stage.say(own, text);
      for (const one of [page, fresh]) await one.locator(".caption", { hasText: text }).waitFor();
    };
    // Nothing newer is shown.
    await correct(old, "Thùng nhà em 6 ký");
    await correct(price, "Giá hôm nay 36 nghìn");
    await stage.say(own, "Thùng nhà em 7 ký", { startMs: 1 });
    await seen("Mình qua xem cây bưởi nha");
    expect(await told()).toEqual([["Mình qua xem cây bưởi nha"], ["Mình qua xem cây bưởi nha"]]);
    // A newer one is shown.
    await correct(old, "Thùng nhà em 8 ký");
    await correct(price, "Giá hôm nay 37 nghìn");
    await seen("Cây này năm tuổi rồi");
    const newest = ["Mình qua xem cây bưởi nha", "Cây này năm tuổi rồi"];
    expect(await told()).toEqual([newest, newest]);
    await context.close();
  });
});
