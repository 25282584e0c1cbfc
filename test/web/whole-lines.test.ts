import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Show } from "#shows/show.ts";
import { findChromium } from "../support/browser.ts";
import { PHONE, setPageStage, type PageStage } from "./page-stage.ts";
import { tornPieces } from "./torn-pieces.ts";

const SCRIPT = [
  {
    id: "sent",
    vi: "Nhà em gửi hàng từ 10–15 tháng 6, cả nhà đặt sớm giúp em nhé.",
    en: "We ship on June 10–15, so please do order early, everyone.",
    ja: "発送は6月10～15日です。どうぞお早めにご注文ください。",
  },
  {
    id: "sweet",
    vi: "Vải nhà em ngọt 18–19 độ, còn thùng to thì giá 1.200.000 đ thôi ạ.",
    en: "Our lychees reach 18–19 degrees Brix, and a large box is 1,200,000 VND.",
    ja: "うちのライチは糖度18～19度です。大きい箱は1,200,000ドンです。",
  },
  {
    id: "delivered",
    vi: "Em giao trong 2–3 ngày, phí gửi về tận nhà là 35.000 đồng cả nhà nhé.",
    en: "Delivery takes 2–3 days, and bringing it to your door costs 35,000 VND.",
    ja: "2～3日でお届けします。ご自宅までの送料は35,000 VNDです。",
  },
  {
    id: "keeps",
    vi: "Để chỗ khô ráo thì giữ được tới 18 tháng, mở ra rồi dùng trong 2 tháng ạ.",
    en: "Kept dry they last 18 months, and once opened please finish them in 2 months.",
    ja: "湿気の少ない場所では18か月保存できます。開封したら2ヶ月間が目安です。",
  },
];
const WHOLE: Record<Language, readonly string[][]> = {
  vi: [["10–15 tháng 6"], ["18–19 độ", "1.200.000 đ"], ["2–3 ngày", "35.000 đồng"], ["18 tháng", "2 tháng"]],
  en: [["June 10–15"], ["18–19 degrees", "1,200,000 VND"], ["2–3 days", "35,000 VND"], ["18 months", "2 months"]],
  ja: [["6月10～15日"], ["糖度18～19度", "1,200,000ドン"], ["2～3日", "35,000 VND"], ["18か月", "2ヶ月間"]],
};
/** Of these what a phone has room for with the largest letters. */
const SHORT: Record<Language, readonly string[]> = {
  vi: ["18–19 độ", "2–3 ngày"],
  en: ["10–15", "2–3 days"],
  ja: ["10～15日", "18～19度", "2～3日"],
};
const NOTES = `Nhà mình trồng vải thiều ở Lục Ngạn, làm VietGAP, độ ngọt 18-19 độ Brix, giá 35k/kg, thùng 5kg.
Còn khoảng 2 tấn. Hái từ 10/6 đến 25/6. Giao 2-3 ngày. Để tủ lạnh được 7 ngày.`;
/** What a page may show of the notes, written by rule. */
const COUNTED: Record<Language, RegExp> = {
  vi: /\d[\d.,]*(?:–\d+)? (?:độ|ký|kg|tấn|ngày|tháng \d+|nghìn|đồng)/gu,
  en: /\d[\d.,]*(?:–\d+)? (?:degrees|kilos|kg|tonnes|tons|days|dong|VND|June)|June \d+/gu,
  ja: /(?:\d+月)?\d[\d,]*(?:[～〜]\d+)?(?:度|キロ|トン|日|ドン)/gu,
};
const WIDTHS = Array.from({ length: 13 }, (_, at) => 440 - at * 10);

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")(
  "a number is parted from nothing it counts",
  { timeout: 120_000 },
  () => {
    let stage: PageStage;
    let show: Show;
    beforeAll(async () => {
      stage = await setPageStage();
      show = await stage.openShow({ script: SCRIPT });
      for (const { vi } of SCRIPT) await stage.say(show, vi);
    }, 60_000);
    afterAll(() => stage?.close());

    /** At every width, so that each place where a line may end comes to be its end. */
    const tornAt = async (page: Page, widths: readonly number[], height: number, selector: string, pieces: readonly string[]) => {
      const torn: string[] = [];
      const seen = new Set<string>();
      for (const width of widths) {
        await page.setViewportSize({ width, height });
        const found = await tornPieces(page, selector, pieces);
        torn.push(...found.torn);
        for (const piece of found.shown) seen.add(piece);
      }
      return [...torn, ...pieces.filter((piece) => !seen.has(piece)).map((piece) => `not shown: ${piece}`)];
    };

    test.each(LANGUAGES)(
      "on the viewers' page in %s, with letters of any size, sent with the page or live, and copied as it was said",
      async (language) => {
        const context = await stage.stranger({ locale: language });
        const page = await context.newPage();
        await page.goto(`${show.links.watch}?lang=${language}`);
        await page.locator("#line-state[data-state=live]").waitFor();
        // The first of them came with the page; what is said again is written by the script.
        for (const { vi } of SCRIPT) await stage.say(show, vi);
        await page
          .locator(".caption")
          .nth(2 * SCRIPT.length - 1)
          .waitFor();
        for (const [scale, widths, pieces] of [
          [1, WIDTHS, WHOLE[language].flat()],
          [1.6, WIDTHS.filter((width) => width >= 360), WHOLE[language].flat()],
          [2.4, WIDTHS.filter((width) => width >= 360), SHORT[language]],
        ] as const) {
          await page.evaluate(`document.getElementById("captions").style.setProperty("--text-scale", "${scale}")`);
          expect(await tornAt(page, widths, PHONE.height, ".caption .line", pieces)).toEqual([]);
          expect(
            await page.evaluate("document.getElementById('content').scrollWidth <= document.getElementById('content').clientWidth"),
          ).toBe(true);
        }
        const copied = await page.evaluate<string>(
          `getSelection().selectAllChildren(document.querySelector(".caption .line")) ?? getSelection().toString()`,
        );
        expect(copied).toBe(SCRIPT[0]?.[language]);
        await context.close();
      },
    );

    test.each(LANGUAGES)("on the overlay in %s, in any picture", async (language) => {
      const context = await stage.stranger();
      const page = await context.newPage();
      await page.clock.install();
      for (const [query, height, widths] of [
        ["layout=vertical&size=30&lines=6", 960, [540, ...WIDTHS]],
        ["size=48&lines=6", 720, WIDTHS.map((width) => width * 2)],
      ] as const) {
        await page.goto(`${show.links.overlay}?lang=${language}&${query}`);
        await page.locator(".language[data-line=live]").waitFor({ state: "attached" });
        for (const [at, line] of SCRIPT.entries()) {
          // On a busy machine a caption may have left before it was looked at: then it is said again.
          const look = async () => {
            await stage.say(show, line.vi);
            await page.locator(".caption:last-child", { hasText: line[language].slice(0, 4) }).waitFor();
            expect(await tornAt(page, widths, height, ".caption:last-child", WHOLE[language][at] ?? [])).toEqual([]);
          };
          await vi.waitFor(look, { timeout: 30_000, interval: 0 });
        }
      }
      await context.close();
    });

    test("on the streamer's page and on a phone that prompts", async () => {
      const story = await stage.tell({ notes: NOTES });
      const context = await stage.signedIn();
      const page = await context.newPage();
      const torn: string[] = [];
      await page.goto(`/shows/${show.id}?lang=vi`);
      await page.locator("#line-state[data-state=live]").waitFor();
      torn.push(...(await tornAt(page, WIDTHS, PHONE.height, "[data-say]", WHOLE.vi.flat())));
      await page.click("#tab-viewers");
      for (const language of LANGUAGES) {
        if (await page.locator(`#tab-${language}`).isVisible()) await page.click(`#tab-${language}`);
        await page.locator(`#captions-${language} .caption`).first().waitFor();
        torn.push(...(await tornAt(page, WIDTHS, PHONE.height, `#captions-${language} .line`, WHOLE[language].flat())));
      }
      for (const language of LANGUAGES) {
        await page.goto(`/stories/${story.id}/prompt?lang=${language}`);
        const said = (await page.locator(".breath").allTextContents()).join("\n");
        const counted = [...new Set(said.match(COUNTED[language]))];
        expect(counted.length).toBeGreaterThan(3);
        torn.push(...(await tornAt(page, WIDTHS, PHONE.height, ".breath", counted)));
      }
      expect(torn).toEqual([]);
      await context.close();
    });
  },
);
