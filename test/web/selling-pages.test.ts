import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { addPhoto } from "#photos/add-photo.ts";
import type { Story } from "#stories/story.ts";
import { axeViolations, findChromium } from "../support/browser.ts";
import { layoutFaults } from "./layout-faults.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";
import { turnScheme } from "./turn-scheme.ts";

const NOTES = [
  "vải thiều lục ngạn nhà em có vietgap, 35k/kg, thùng 10kg, còn 2 tấn, ship toàn quốc",
  "bưởi da xanh bến tre, ngọt thanh, ship toàn quốc",
  "trà ô long bảo lộc, hộp 100g giá 1500 yên",
  "cà phê buôn ma thuột 120-150k/kg",
];
const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")(
  "the catalogue and the exports in a browser",
  { timeout: 120_000 },
  () => {
    let stage: PageStage;
    let stories: Story[];
    beforeAll(async () => {
      stage = await setPageStage();
      stories = [];
      for (const notes of NOTES) stories.push(await stage.tell({ notes }));
    }, 90_000);
    afterAll(() => stage?.close());

    test.each(LANGUAGES)(
      "axe finds nothing wrong with them in %s, and nothing is cut off, at any size, light and dark",
      async (language) => {
        const context = await stage.signedIn({ locale: language });
        const page = await context.newPage();
        const faults: string[] = [];
        const paths = ["", "?q=vai+thieu", "?q=xyz"]
          .map((query) => `/${language}/growers/owner${query}`)
          .concat(`/exports?lang=${language}`);
        for (const path of paths) {
          await page.goto(path);
          expect(await page.getAttribute("html", "lang")).toBe(language);
          for (const [index, size] of SIZES.entries()) {
            await page.setViewportSize(size);
            const colorScheme = await turnScheme(page, language, index);
            const found = [...(await axeViolations(page)), ...(await layoutFaults(page))];
            faults.push(...found.map((fault) => `${path} ${size.width} ${colorScheme}: ${fault}`));
          }
        }
        expect(faults).toEqual([]);
        await context.close();
      },
    );

    test("a card shows the grower's first photo, and without one a drawing of what kind of goods it is", async () => {
      const page = await (await stage.stranger()).newPage();
      const pictures = async () => {
        await page.goto("/en/growers/owner");
        return page
          .locator(".cards .picture")
          .evaluateAll((all) => all.map((picture) => picture.getAttribute("class") ?? picture.getAttribute("src")));
      };
      expect(await pictures()).toEqual(["price", "origin", "product", "product"].map((tone) => `picture tone-${tone}`));
      const drawn = await page.locator(".cards .picture-goods").evaluateAll((all) => all.map(({ innerHTML }) => innerHTML));
      // Coffee, tea, and two fruits: three drawings.
      expect(new Set(drawn).size).toBe(3);
      const photo = await sharp({ create: { width: 900, height: 1_200, channels: 3, background: "#a8202c" } })
        .jpeg()
        .toBuffer();
      await addPhoto(stage.services, OWNER_ACCOUNT_ID, stories.at(-1)?.id ?? "", new Uint8Array(photo));
      await page.goto("/en/growers/owner");
      const isSeen = `(({ complete, naturalWidth }) => complete && naturalWidth > 0)(document.querySelector(".cards li:first-child img.picture"))`;
      await expect.poll(() => page.evaluate(isSeen)).toBe(true);
      // One row stays one row: a tall photo is cut to the shape of the drawings.
      const boxes = await page.locator(".cards .picture").evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
      expect(new Set(boxes.map(Math.round)).size).toBe(1);
      await page.context().close();
    });

    test("a buyer without scripts searches by keyboard, opens what was found and comes back to the catalogue", async () => {
      const context = await stage.stranger({ javaScriptEnabled: false, locale: "ja" });
      const page = await context.newPage();
      await page.goto("/ja/growers/owner");
      expect(await page.locator(".cards li").count()).toBe(NOTES.length);
      await page.locator("#q").focus();
      await page.keyboard.type("vai thieu");
      await page.keyboard.press("Enter");
      await page.waitForURL(/q=vai/);
      expect(await page.inputValue("#q")).toBe("vai thieu");
      expect(await page.locator(".cards li").count()).toBe(1);
      await page.locator(".cards a").click();
      await page.waitForURL(/\/ja\/listings\/vai-thieu/);
      await page.locator("a[href='/ja/growers/owner']").click();
      await page.waitForURL(/\/ja\/growers\/owner$/);
      await context.close();
    });

    test("a grower comes from a story to the exports, sees why something is left out, and gets the file by one tap", async () => {
      const context = await stage.signedIn();
      const page = await context.newPage();
      await page.goto("/?lang=vi");
      await page.locator("a[href*='story=']").first().click();
      await page.waitForURL(/story=/);
      await page.locator("a[href*='/exports'][href$='#merchant']").click();
      await page.waitForURL(/\/exports/);
      expect(await page.locator("#merchant li.stack-tight", { hasText: "Bưởi" }).textContent()).toContain("Ghi chép chưa có giá.");
      const download = page.waitForEvent("download");
      await page.locator("#rakuten a[download]").click();
      expect((await download).suggestedFilename()).toBe("normal-item.csv");
      await page.context().clearCookies();
      expect((await page.goto("/exports"))?.status()).toBe(401);
      await context.close();
    });
  },
);
