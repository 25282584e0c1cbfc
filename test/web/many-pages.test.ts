import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../support/browser.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";

/** What a streamer waits without noticing. */
const SOON_MS = 2_000;

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("many pages in one browser", { timeout: 120_000 }, () => {
  let stage: PageStage;
  beforeAll(async () => {
    stage = await setPageStage();
  }, 60_000);
  afterAll(() => stage?.close());

  test("the console sends at once while the overlay, the viewers' page and the studio are open beside it", async () => {
    const show = await stage.openShow({ languages: ["vi", "en", "ja"] });
    const story = await stage.tell({ notes: "Ổi lê nhà trồng, giá 22k/kg, thùng 5kg" });
    const context = await stage.signedIn({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(`/shows/${show.id}?lang=vi`);
    await page.locator("#line-state[data-state=live]").waitFor();
    const others = [`${show.links.overlay}?lang=vi,en`, `${show.links.watch}?lang=ja`, `/?story=${story.id}`];
    const opened = await Promise.all(
      others.map(async (path) => {
        const other = await context.newPage();
        await other.goto(path, { waitUntil: "commit" });
        return other;
      }),
    );
    const [overlay] = opened;
    await overlay?.locator(".language[lang=en][data-line=live]").waitFor({ state: "attached" });
    await page.fill("#say", "Ổi nhà em hái lúc sáu giờ sáng.");
    const sent = page.waitForResponse((response) => response.url().endsWith("/segments"), { timeout: SOON_MS });
    await page.press("#say", "Enter");
    expect((await sent).status()).toBe(202);
    await page.locator("#captions-ja .line", { hasText: "Ổi" }).waitFor();
    await overlay?.locator(".language[lang=vi] .line", { hasText: "Ổi" }).waitFor();
    await context.close();
  });
});
