// Long because one browser and one told story with its photos are shared by all that buyers and grower do with it.
import type { Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { answerBuyer } from "#buyers/answer-buyer.ts";
import { askGrower } from "#buyers/ask-grower.ts";
import { listBuyerQuestions } from "#buyers/list-buyer-questions.ts";
import { removeBuyerQuestion } from "#buyers/remove-buyer-question.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { addPhoto } from "#photos/add-photo.ts";
import type { Story } from "#stories/story.ts";
import { axeViolations, findChromium } from "../support/browser.ts";
import { XSS } from "../support/xss.ts";
import { layoutFaults } from "./layout-faults.ts";
import { PHONE, setPageStage, type PageStage } from "./page-stage.ts";
import { transferredBytes } from "./transferred-bytes.ts";

const NOTES = `Em Ước đây, nhà em trồng vải thiều ở Lục Ngạn 20 năm nay, làm VietGAP, bón phân chuồng.
Giá 35k/kg, đóng thùng 5kg, còn khoảng 2 tấn, ship toàn quốc 2-3 ngày.
Hái từ 10/6 đến 25/6, để tủ mát được 5-7 ngày. Gọi 0912 345 678`;
const SIZES = [PHONE, { width: 768, height: 1024 }, { width: 1440, height: 900 }];
const SHOTS = process.env.SHOTS;

/** A picture of so many fruits, so that each is another one. */
async function picture(width: number, height: number, fruits: number): Promise<Uint8Array<ArrayBuffer>> {
  const circles = Array.from(
    { length: fruits },
    (_, at) => `<circle cx="${(at * 137) % width}" cy="${(at * 89) % height}" r="70" fill="#c2313c" stroke="#7c1620" stroke-width="6"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#5f8a4a"/>${circles.join("")}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg().toBuffer());
}

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("a listing in a browser", { timeout: 180_000 }, () => {
  let stage: PageStage;
  let story: Story;
  const listing = (language: Language) => `/${language}/listings/${story.listings[language]?.slug ?? ""}`;
  const shoot = async (page: Page, name: string) => {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  };
  const ask = (language: Language, text: string, author = "Yuki") =>
    askGrower(stage.services, { language, slug: story.listings[language]?.slug ?? "" }, { id: `${author}${text}`, author, text });
  const answer = (questionId: string, text: string) =>
    answerBuyer(stage.services, OWNER_ACCOUNT_ID, { storyId: story.id, questionId }, { text, confirmed: true });
  const settled = () =>
    vi.waitFor(async () => {
      const { items } = await listBuyerQuestions(stage.services, OWNER_ACCOUNT_ID, story.id, { limit: 100 });
      expect(items.filter(({ isRead, answer }) => !isRead || answer?.source === null)).toEqual([]);
    }, 20_000);

  beforeAll(async () => {
    stage = await setPageStage();
    story = await stage.tell({ notes: NOTES });
  }, 120_000);
  afterAll(() => stage?.close());

  test.each(LANGUAGES)("no word of the table's first column is broken on a phone (%s)", async (language) => {
    const page = await (await stage.stranger()).newPage();
    await page.goto(listing(language));
    const broken = await page.evaluate(`[...document.querySelectorAll(".fact-table th")].filter((cell) => {
      cell.style.overflowWrap = "normal";
      return cell.scrollWidth > cell.clientWidth + 1;
    }).map((cell) => cell.textContent)`);
    expect(broken).toEqual([]);
    await page.context().close();
  });

  test("with JavaScript off: a photo is added, a buyer in Japan sees it and asks, the grower reads it in Vietnamese and answers, and the buyer reads that", async () => {
    const [growers, buyers] = [await stage.signedIn({ javaScriptEnabled: false }), await stage.stranger({ javaScriptEnabled: false })];
    const [grower, buyer] = [await growers.newPage(), await buyers.newPage()];
    await grower.goto(`/?story=${story.id}&lang=vi`);
    await grower.setInputFiles("#photo", { name: "vai.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await picture(1_600, 1_200, 40)) });
    await grower.click("#photos button");
    expect(await grower.locator("#photos img").count()).toBe(1);

    await buyer.goto(listing("ja"));
    expect(await buyer.evaluate("document.images[0].complete && document.images[0].naturalWidth > 0")).toBe(true);
    const send = async (text: string) => {
      await buyer.fill("#ask-author", "Yuki");
      await buyer.fill("#ask-text", text);
      await buyer.click("#ask form button");
      await buyer.waitForURL(/\/ja\/questions\/bq_/);
      return buyer.url();
    };
    const first = await send("送料はいくらですか？");
    expect(await buyer.textContent("main")).toContain("まだ届いていません");
    await settled();
    await grower.reload();
    expect(await grower.textContent("#buyers .buyer .vi")).toBe("Phí ship bao nhiêu ạ?");
    const suggested = await grower.textContent("#buyers .suggestion [lang=ja]");
    await grower.click("#buyers .suggestion button");
    await grower.waitForURL(/#buyers$/);
    await buyer.click("a.button");
    expect(await buyer.textContent(".answer")).toBe(suggested);

    await buyer.goto(listing("ja"));
    await send("まだありますか？");
    await settled();
    await grower.reload();
    await grower.locator("#buyers .buyer textarea").first().fill("Dạ còn hàng ạ");
    await grower.locator("#buyers .buyer").first().getByRole("button", { name: "Gửi trả lời" }).click();
    await grower.waitForURL(/#buyers$/);
    await settled();
    await buyer.reload();
    expect(await buyer.textContent(".answer")).toMatch(/[ぁ-ん]/);
    expect(await buyer.textContent("details")).toContain("Dạ còn hàng ạ");
    // The address alone is enough, on any device.
    const elsewhere = await (await stage.stranger({ javaScriptEnabled: false })).newPage();
    await elsewhere.goto(first);
    expect(await elsewhere.textContent(".answer")).toBe(suggested);
    await Promise.all([growers.close(), buyers.close(), elsewhere.context().close()]);
  });

  test("nothing that buyer or grower writes runs, even without the content security policy", async () => {
    const context = await stage.signedIn({ bypassCSP: true });
    const page = await context.newPage();
    const ran: string[] = [];
    page.on("dialog", (dialog) => void dialog.dismiss());
    const look = async (path: string) => {
      await page.goto(path);
      if ((await page.evaluate("window.ran")) !== undefined) ran.push(path);
    };
    const asked = await Promise.all(XSS.map((text, at) => ask("en", text, `${at} ${text}`.slice(0, 60))));
    await settled();
    await look(`/?story=${story.id}`);
    for (const [at, { questionId }] of asked.entries()) await answer(questionId, XSS[at] ?? "");
    await settled();
    for (const { token } of asked) await look(`/en/questions/${token}`);
    await look(`/?story=${story.id}`);
    await page.goto(listing("en"));
    for (const text of XSS.slice(0, 12)) {
      await page.fill("#ask-author", "A");
      // Longer than the field takes, so that the form comes back with it.
      await page.evaluate(
        `{ const area = document.querySelector("#ask-text"); area.removeAttribute("maxlength"); area.value = ${JSON.stringify(text)} + "x".repeat(1000); }`,
      );
      await page.click("#ask form button");
      await page.locator("#ask-text-problem").waitFor();
      if ((await page.evaluate("window.ran")) !== undefined) ran.push(text);
    }
    expect(ran).toEqual([]);
    for (const { questionId } of asked) await removeBuyerQuestion(stage.services, OWNER_ACCOUNT_ID, story.id, questionId);
    await context.close();
  });

  test.each(LANGUAGES)(
    "axe finds nothing wrong with a buyer's pages and the grower's part in %s, and nothing is cut off at any size, light and dark",
    async (language) => {
      for (const at of [1, 2])
        await addPhoto(stage.services, OWNER_ACCOUNT_ID, story.id, await picture(900 + 300 * at, 1_500 - 400 * at, 10 * at));
      const { questionId, token } = await ask(
        language,
        language === "ja" ? "1キロいくらですか？" : language === "en" ? "How much per kilo?" : "giá sao shop ơi",
      );
      const waiting = await ask(language, "Would they spoil on a very long flight with my grandmother?", "Amy");
      await settled();
      const faults: string[] = [];
      const context = await stage.signedIn({ locale: language });
      const page = await context.newPage();
      const look = async (name: string, path?: string) => {
        if (path !== undefined) await page.goto(path);
        for (const [at, size] of SIZES.entries()) {
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme: (at + LANGUAGES.indexOf(language)) % 2 === 0 ? "light" : "dark" });
          faults.push(...(await layoutFaults(page)).map((fault) => `${name} ${size.width}: ${fault}`));
          if (at < 2) faults.push(...(await axeViolations(page)).map((fault) => `${name} ${size.width}: ${fault}`));
          await shoot(page, `${name}-${language}-${size.width}`);
        }
        await page.setViewportSize(PHONE);
      };
      /** Letters twice as large, as a reader may set them. */
      const lookEnlarged = async (name: string) => {
        await page.setViewportSize({ width: 768, height: 1024 });
        await page.evaluate(`document.documentElement.style.fontSize = "200%"`);
        faults.push(...(await layoutFaults(page)).map((fault) => `${name} at 200 %: ${fault}`));
        await shoot(page, `${name}-${language}-enlarged`);
        await page.evaluate(`document.documentElement.style.fontSize = ""`);
        await page.setViewportSize(PHONE);
      };
      await look("listing", listing(language));
      await page.evaluate(`document.querySelectorAll("#ask [required]").forEach((field) => field.removeAttribute("required"))`);
      await page.fill("#ask-text", "…");
      await page.click("#ask form button");
      await page.locator("#ask-author-problem").waitFor();
      // A browser moves to what has autofocus with its next picture, not while it reads the page.
      await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("ask-author");
      await look("refused");
      await lookEnlarged("refused");
      await look("waiting", `/${language}/questions/${waiting.token}`);
      await answer(questionId, "Dạ giá 35 nghìn một ký ạ");
      await settled();
      await look("answered", `/${language}/questions/${token}`);
      await lookEnlarged("answered");
      await page.goto(`/?story=${story.id}&lang=${language}`);
      await page.evaluate(`document.querySelector("#buyers details").open = true`);
      await look("studio");
      await page.locator("#buyers .buyer textarea").first().fill("Dạ giá 25 nghìn một ký, vải hữu cơ 100% ạ");
      await page.locator("#buyers .buyer button:not(.primary, .quiet)").first().click();
      await page.locator(".remark").first().waitFor();
      await look("check");
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  test("a listing weighs little, does not move while its photos come, and is one on paper", async () => {
    const page = await (await stage.stranger()).newPage();
    await page.addInitScript(`
      window.shift = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });`);
    await page.route("**/photos/*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.goto(listing("ja"), { waitUntil: "load" });
    await page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
    await vi.waitFor(
      async () => expect(await page.evaluate("[...document.images].every((image) => image.complete && image.naturalWidth > 0)")).toBe(true),
      10_000,
    );
    expect(await page.evaluate("window.shift")).toBeLessThan(0.05);
    const photos = await page.evaluate<number>(
      `performance.getEntriesByType("resource").filter(({ name }) => name.includes("/photos/")).reduce((sum, { transferSize }) => sum + transferSize, 0)`,
    );
    expect(photos).toBeGreaterThan(1_000);
    expect((await transferredBytes(page)) - photos).toBeLessThan(100_000);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const selector of ["#ask form", ".languages", ".to-ask"]) expect(await page.locator(selector).isVisible(), selector).toBe(false);
    expect(await page.locator(".on-paper").textContent()).toContain(listing("ja"));
    expect(await page.locator(".on-paper").isVisible()).toBe(true);
    expect(await page.evaluate("getComputedStyle(document.body).color")).toBe("rgb(0, 0, 0)");
    await shoot(page, "print-ja");
    await page.context().close();
  });
});
