// Long because one browser and one told story are shared by all the pages it is used from.
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { editBlock } from "#stories/edit-block.ts";
import type { Story } from "#stories/story.ts";
import { axeViolations, findChromium } from "../support/browser.ts";
import { layoutFaults } from "./layout-faults.ts";
import { PHONE, setPageStage, type PageStage } from "./page-stage.ts";
import { tornPieces } from "./torn-pieces.ts";
import { turnScheme } from "./turn-scheme.ts";

const NOTES = `Nhà mình trồng vải thiều ở Lục Ngạn, làm VietGAP, không hóa chất.
Giá 35k/kg, đóng thùng 5kg, còn khoảng 2 tấn.
Hái từ 10/6 đến 25/6, để tủ mát được 5-7 ngày. Gọi 0912 345 678`;
const DESK = { width: 1440, height: 900 };
/** Remembers what is asked of it; a headless browser has no screen to keep on, nor an app to share with. */
const FAKE_PHONE = `
  window.held = [];
  window.shared = [];
  Object.defineProperty(navigator, "wakeLock", { value: { request: async (kind) => void window.held.push(kind) } });
  Object.defineProperty(navigator, "share", { value: async (what) => void window.shared.push(what) });
`;
const FAKE_RECOGNISER = `
  window.webkitSpeechRecognition = window.SpeechRecognition = class extends EventTarget {
    start() {
      const hear = (transcript, isFinal) =>
        this.dispatchEvent(Object.assign(new Event("result"), { resultIndex: 0, results: [{ 0: { transcript }, isFinal }] }));
      setTimeout(() => hear("giao xe", false), 20);
      setTimeout(() => hear("giao xe lạnh toàn quốc", true), 40);
    }
    stop() {}
  };
`;

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("a told story in use", { timeout: 120_000 }, () => {
  let stage: PageStage;
  let story: Story;

  const open = async (path: string, context?: BrowserContext): Promise<Page> => {
    const page = await (context ?? (await stage.signedIn())).newPage();
    await page.goto(path);
    return page;
  };
  const textsOf = async (page: Page, selector: string) =>
    (await page.locator(selector).allTextContents()).map((text) => text.replaceAll(/\s+/g, " ").trim());

  beforeAll(async () => {
    stage = await setPageStage();
    story = await stage.tell({ notes: NOTES, markets: [...MARKETS] });
  }, 120_000);
  afterAll(() => stage?.close());

  test("each sentence shows the words of the notes it rests on, and a tap goes to them", async () => {
    const page = await open(`/?story=${story.id}&lang=vi`);
    const { id, sentences = [] } = (story.pitches.vi?.loop ?? []).find(({ beat }) => beat === "price") ?? { id: "" };
    const quotes = sentences.map(({ factIds }) => story.facts.flatMap((fact) => (factIds.includes(fact.id) ? [fact.quote] : [])));
    // A block whose sentences all rest on the same would show nothing.
    expect(new Set(quotes.map(String)).size).toBeGreaterThan(1);
    const block = page.locator(`#pitch-vi [data-block="${id}"]`);
    await block.locator("summary").click();
    const rows = await block.locator(".why > ol > li").all();
    expect(await Promise.all(rows.map((row) => row.locator("q").allTextContents()))).toEqual(quotes);
    const priced = block.locator(".why > ol > li", { hasText: "35k/kg" }).first();
    await priced.locator("a", { hasText: "35k/kg" }).click();
    expect(await page.locator(".notes :target").textContent()).toBe("35k/kg");
    expect(await page.locator(".notes").textContent()).toBe(NOTES);
    await page.context().close();
  });

  test("so does each answer that buyers hear, in every language; one that is not known rests on nothing", async () => {
    const page = await open(`/?story=${story.id}&lang=vi`, await stage.signedIn({ viewport: DESK }));
    for (const language of LANGUAGES) {
      const answers = story.pitches[language]?.answers ?? [];
      expect(new Set(answers.map(({ known }) => known)).size).toBe(2);
      const cards = await page.locator(`#pitch-${language} .answers dd`).all();
      const shown = await Promise.all(cards.map((card) => card.locator(".why q").allTextContents()));
      const rests = (ids: string[]) => story.facts.flatMap(({ id, quote }) => (ids.includes(id) ? [quote] : []));
      expect(shown).toEqual(answers.map(({ factIds }) => rests(factIds)));
      expect(shown.filter((quotes) => quotes.length > 0)).toHaveLength(answers.filter(({ known }) => known).length);
    }
    const priced = page.locator("#pitch-vi .answers .why", { hasText: "35k/kg" }).first();
    await priced.locator("summary").click();
    await priced.locator("a", { hasText: "35k/kg" }).click();
    expect(await page.locator(".notes :target").textContent()).toBe("35k/kg");
    await page.context().close();
  });

  test("what was read stands by kind, each named once, in the order it was told", async () => {
    const packs = await stage.tell({ notes: "Vải thiều Lục Ngạn, thùng 5kg 225k, còn 2 tấn, thùng 10kg 430k" });
    const page = await open(`/?story=${packs.id}&lang=vi`);
    const kinds = [...Map.groupBy(packs.facts, ({ kind }) => kind).values()];
    const rows = page.locator(".facts > li");
    expect(await rows.locator(".tag").count()).toBe(kinds.length);
    expect(await Promise.all((await rows.all()).map((row) => row.locator("[lang=vi]").allTextContents()))).toEqual(
      kinds.map((facts) => facts.map(({ text }) => text)),
    );
    await page.context().close();
  });

  test("a way that stands alone is as large for a thumb as a button", async () => {
    for (const path of [`/?story=${story.id}&lang=vi`, `/stories/${story.id}/coach?lang=vi`, `/vi/listings/${story.listings.vi?.slug}`]) {
      const page = await open(path);
      const ways = await page.locator("main p > a:only-child:visible").all();
      expect(ways.length).toBeGreaterThan(0);
      for (const way of ways) expect((await way.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      expect(await layoutFaults(page)).toEqual([]);
      await page.context().close();
    }
  });

  test("a photo is chosen by a button of ours, in the page's words, by keyboard too, and the page says that it is chosen", async () => {
    const chosen = { vi: "Đã chọn một ảnh", en: "One photo chosen", ja: "写真を1枚選びました" };
    for (const language of LANGUAGES) {
      const page = await open(`/?story=${story.id}&lang=${language}`);
      // Listened for from now on: the browser must have been told before the key is pressed.
      page.on("filechooser", () => {});
      const field = page.locator("#photo");
      const state = page.locator("#photos .file");
      // What a browser draws there speaks the browser's language.
      expect(await page.evaluate(`getComputedStyle(document.querySelector("#photo")).opacity`)).toBe("0");
      expect(await state.innerText()).not.toContain(chosen[language]);
      await field.focus();
      expect(await page.evaluate(`getComputedStyle(document.querySelector("label[for=photo]")).outlineStyle`)).toBe("solid");
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
      await chooser.setFiles({ name: "vai.png", mimeType: "image/png", buffer: Buffer.from("89504e47", "hex") });
      expect(await state.innerText()).toContain(chosen[language]);
      const [again] = await Promise.all([page.waitForEvent("filechooser"), field.click()]);
      expect(again.isMultiple()).toBe(false);
      expect([...(await axeViolations(page, "#photos")), ...(await layoutFaults(page))]).toEqual([]);
      await page.context().close();
    }
  });

  test("a question is answered by voice from its card, and the story is told again with it", async () => {
    // Buyers at home ask about delivery first; for those abroad five other questions come before it.
    const asked = await stage.tell({ notes: "Bán vải thiều Lục Ngạn, 35k/kg", markets: ["vn"] });
    const context = await stage.signedIn();
    await context.addInitScript({ content: FAKE_RECOGNISER });
    const page = await open(`/?story=${asked.id}&lang=vi`, context);
    const card = page.locator(".question", { hasText: "giao hàng" });
    await card.locator("summary").click();
    await card.locator("[data-voice]").click();
    await expect.poll(() => card.locator("textarea").inputValue()).toBe("giao xe lạnh toàn quốc");
    await card.locator("[data-voice]").click();
    await page.click("#answers-form > p button");
    await page.locator(".facts li", { hasText: "Từ câu trả lời" }).first().waitFor();
    await card.waitFor({ state: "detached" });
    await context.close();
  });

  test("notes are dictated, and kept as a draft like typed ones; a browser that hears nothing offers nothing", async () => {
    const context = await stage.signedIn();
    await context.addInitScript({ content: FAKE_RECOGNISER });
    const page = await open("/?lang=vi", context);
    await page.fill("#notes", "Bán vải thiều,");
    await page.click("[data-voice=notes]");
    await expect.poll(() => page.inputValue("#notes")).toBe("Bán vải thiều, giao xe lạnh toàn quốc");
    await page.click("[data-voice=notes]");
    expect(await page.textContent("[data-voice=notes]")).toContain("Đọc cho máy ghi");
    await page.reload();
    expect(await page.inputValue("#notes")).toBe("Bán vải thiều, giao xe lạnh toàn quốc");
    const deaf = await stage.signedIn();
    await deaf.addInitScript({ content: "delete window.SpeechRecognition; delete window.webkitSpeechRecognition;" });
    expect(await (await open("/?lang=vi", deaf)).isVisible("[data-voice=notes]")).toBe(false);
    await Promise.all([context.close(), deaf.close()]);
  });

  test("what does not agree is shown with the words it is about, and the notes can be taken up again", async () => {
    const page = await open(`/?story=${story.id}&lang=vi`);
    const remark = page.locator("#remarks .remark", { hasText: "xông hơi" }).first();
    expect(await remark.locator("q").allTextContents()).toContain("không hóa chất");
    await page.click("#remarks a");
    expect(await page.inputValue("#notes")).toBe(NOTES);
    await page.context().close();
  });

  test("the table says of each fact where it is told in each language", async () => {
    const page = await open(`/?story=${story.id}&lang=vi`, await stage.signedIn({ viewport: DESK }));
    await page.click("#parity summary");
    expect(await page.locator("#parity tbody tr").count()).toBe(story.facts.length);
    const price = page.locator("#parity tbody tr", { hasText: "35k/kg" });
    expect(await textsOf(page, `#parity tbody tr:has-text("35k/kg") .places`)).toEqual(
      LANGUAGES.map(() => expect.stringContaining("bán hàng, hỏi đáp")),
    );
    expect(await price.getAttribute("data-where")).toBe("all");
    await page.context().close();
  });

  test("a buyers' page is sent by the phone's own sharing", async () => {
    const context = await stage.signedIn();
    await context.addInitScript({ content: FAKE_PHONE });
    const page = await open(`/?story=${story.id}&lang=vi`, context);
    await page.click("[data-share^='/ja/']");
    const { slug, title } = story.listings.ja ?? { slug: "", title: "" };
    expect(await page.evaluate("shared")).toEqual([{ url: `${stage.web.url}/ja/listings/${encodeURIComponent(slug)}`, title }]);
    await context.close();
  });

  test("the prompter rolls by one tap and stops by the next, keeps the screen on, and remembers how it was set", async () => {
    const context = await stage.signedIn();
    await context.addInitScript({ content: FAKE_PHONE });
    const page = await open(`/stories/${story.id}/prompt?lang=ja&ui=vi`, context);
    expect(await page.evaluate("held")).toEqual(["screen"]);
    expect(await page.getAttribute("html", "lang")).toBe("vi");
    const said = story.pitches.ja?.intro[0];
    const first = page.locator(".beat").first();
    expect((await first.locator(".breath").allTextContents()).join("")).toBe(said?.say);
    expect((await first.locator(".reading[lang=ja]").allTextContents()).join(" ")).toBe(said?.kana);
    expect((await first.locator(".reading[lang=vi]").allTextContents()).join(" ")).toBe(said?.read);

    const scrolled = () => page.evaluate<number>("document.getElementById('script').scrollTop");
    await page.locator(".breath").first().click();
    await expect.poll(scrolled).toBeGreaterThan(5);
    await page.keyboard.press("Space");
    expect(await page.textContent("#run")).toBe("Chạy chữ");
    const stood = await scrolled();
    await page.evaluate("new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))");
    expect(await scrolled()).toBe(stood);

    await page.click("details summary");
    await page.check("#mirror");
    await page.uncheck("#reading");
    await page.fill("#size", "300");
    await page.reload();
    const styleOf = (property: string) => page.evaluate<string>(`getComputedStyle(document.getElementById("script"))["${property}"]`);
    expect([await styleOf("scale"), await styleOf("fontSize")]).toEqual(["-1 1", "48px"]);
    expect(await page.locator(".reading").first().isVisible()).toBe(false);
    await context.close();
  });

  test("no word of the kana under a Japanese line is parted from itself", async () => {
    const page = await open(`/stories/${story.id}/prompt?lang=ja&ui=vi`);
    const words = [...new Set(story.pitches.ja?.intro.flatMap(({ kana }) => kana?.split(/[\s、。！？「」]+/) ?? []))];
    for (const width of [440, 400, 360, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const { torn } = await tornPieces(
        page,
        ".reading[lang=ja]",
        words.filter(({ length }) => length > 2 && length < 10),
      );
      expect(torn).toEqual([]);
    }
  });

  test("a rehearsal times each part and says what was too fast, too slow or well paced", async () => {
    const page = await open("about:blank");
    await page.clock.install();
    await page.goto(`/stories/${story.id}/prompt?lang=vi&ui=vi`);
    const blocks = [...(story.pitches.vi?.intro ?? []), ...(story.pitches.vi?.loop ?? [])];
    await page.click("#rehearse");
    await page.click("#run");
    const share = [0.4, 1.8, 1];
    for (const [index, { seconds }] of blocks.entries()) {
      expect(await page.locator(".beat.now").count()).toBe(1);
      await page.clock.runFor(Math.round(seconds * (share[index] ?? 1) * 1_000));
      await (index % 2 === 0 ? page.keyboard.press("Space") : page.locator(".beat.now h3").click());
    }
    const verdicts = await textsOf(page, ".verdict");
    expect(verdicts.slice(0, 3)).toEqual([
      expect.stringContaining("Nhanh quá"),
      expect.stringContaining("Chậm quá"),
      expect.stringContaining("Vừa"),
    ]);
    expect(verdicts).toHaveLength(blocks.length);
    expect(await page.textContent("#note")).toContain("Hết bài");
    expect(await page.locator(".beat.now").count()).toBe(0);
    await page.context().close();
  });

  test("ticks of the checklist are kept on the device, and print shows the advice without its buttons", async () => {
    const page = await open(`/stories/${story.id}/coach?lang=vi`);
    const label = page.locator(".ticks label").nth(1);
    await label.click();
    await page.reload();
    expect(await page.locator("[data-tick]:checked").count()).toBe(1);
    expect(await page.locator("[data-tick]").nth(1).isChecked()).toBe(true);
    expect(await page.textContent("#done")).toMatch(/^Xong 1\/\d+$/u);
    expect(await page.locator(".shots li").count()).toBe(10);
    expect(await page.locator(".label-row", { hasText: "Định lượng" }).locator("dd").allTextContents()).toEqual(["5 kg", "5 kg", "5 kg"]);
    expect(await textsOf(page, ".topics > .card:has(h3:text('Bán ở Việt Nam')) li")).toContain("Hạn sử dụng");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#actions").isVisible()).toBe(false);
    expect(await page.locator(".ticks").first().isVisible()).toBe(true);
    await page.context().close();
  });

  test("a show of so many minutes is planned from the story's page, without a script", async () => {
    const page = await open(`/?story=${story.id}&lang=ja`, await stage.signedIn({ javaScriptEnabled: false }));
    await page.fill("#minutes", "30");
    await page.click(".plan-form button");
    expect(await page.getAttribute("html", "lang")).toBe("ja");
    const spans = await textsOf(page, ".segment .tag");
    expect([spans[0], spans.at(-1)]).toEqual([expect.stringMatching(/^0～/u), expect.stringMatching(/～30分$/u)]);
    await page.context().close();
  });

  test("other goods of the grower come into the plan, each with its own script", async () => {
    const rice = await stage.tell({ notes: "Gạo nếp cái hoa vàng Kinh Môn, túi 2kg 90k, còn 3 tấn", markets: [...MARKETS] });
    const page = await open(`/stories/${story.id}/plan?minutes=60&lang=vi`, await stage.signedIn({ javaScriptEnabled: false }));
    await page.check(`#with-${rice.id}`);
    await page.click(".plan-form button");
    expect(await page.isChecked(`#with-${rice.id}`)).toBe(true);
    const loops = page.locator(".segment[data-kind='loop']");
    expect((await loops.locator("h2").allTextContents()).slice(0, 2).map((title) => /nếp cái hoa vàng/iu.test(title))).toEqual([
      false,
      true,
    ]);
    expect(await loops.nth(1).locator("details").first().textContent()).toContain("90 nghìn một túi");
    expect(await loops.nth(0).locator("details").first().textContent()).not.toContain("90 nghìn một túi");
    await page.context().close();
  });

  test("a person's own words come into the prompter as text, without a reading that is not theirs", async () => {
    const context = await stage.signedIn({ bypassCSP: true });
    // How a kanji is read its words do not say; kana alone are read as they stand.
    const hostile = "</script><img src=x onerror=window.ran=1>農園のライチ";
    const inKana = "おいしいライチです。";
    const edited = await stage.tell({ notes: `${NOTES}\n<svg onload=window.ran=1>`, markets: [...MARKETS] });
    for (const [at, say] of [hostile, inKana].entries()) {
      const place = { storyId: edited.id, language: "ja", blockId: edited.pitches.ja?.loop[at]?.id ?? "" } as const;
      await editBlock(stage.services, OWNER_ACCOUNT_ID, place, { say });
    }
    const page = await open(`/stories/${edited.id}/prompt?lang=ja&ui=vi`, context);
    const beat = page.locator(".beat", { hasText: "onerror" });
    expect(await page.evaluate("window.ran")).toBeUndefined();
    expect((await beat.locator(".breath").allTextContents()).join("")).toBe(hostile);
    expect(await textsOf(page, ".beat:has-text('onerror') .reading")).toEqual(["Câu này bạn tự sửa nên chưa có cách đọc."]);
    expect(await textsOf(page, `.beat:has-text("${inKana}") .reading`)).toEqual(["oishii raichi desu."]);
    for (const part of ["coach", "plan"]) {
      await page.goto(`/stories/${edited.id}/${part}`);
      expect(await page.evaluate("window.ran")).toBeUndefined();
    }
    await context.close();
  });

  test("nobody else reads a story's pages", async () => {
    const stranger = await stage.stranger();
    const page = await stranger.newPage();
    for (const part of ["prompt", "coach", "plan"]) expect((await page.goto(`/stories/${story.id}/${part}`))?.status()).toBe(401);
    const owner = await open("/?lang=vi");
    for (const part of ["prompt", "coach", "plan"]) expect((await owner.goto(`/stories/st_none/${part}`))?.status()).toBe(404);
    await Promise.all([stranger.close(), owner.context().close()]);
  });

  test.each(LANGUAGES)("in %s no page has a fault for axe, light or dark, or for the eye on a phone or a desk", async (language) => {
    const faults: string[] = [];
    const context = await stage.signedIn({ locale: language });
    const page = await context.newPage();
    for (const [index, path] of ["/", "/coach", "/plan", "/prompt"].entries()) {
      await page.setViewportSize(PHONE);
      await turnScheme(page, language, index);
      await page.goto(
        path === "/" ? `/?story=${story.id}&lang=${language}` : `/stories/${story.id}${path}?lang=${language}&ui=${language}`,
      );
      expect(await page.getAttribute("html", "lang")).toBe(language);
      await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
      const found = [...(await layoutFaults(page)), ...(await axeViolations(page))];
      await page.setViewportSize(DESK);
      found.push(...(await layoutFaults(page)));
      faults.push(...found.map((fault) => `${path}: ${fault}`));
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});
