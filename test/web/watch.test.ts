// Long because one browser and one server are shared by all that viewers do.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { ModelError } from "#models/language-model.ts";
import { createScriptedModel } from "#models/scripted-model.ts";
import { correctCue } from "#shows/correct-cue.ts";
import { endShow } from "#shows/end-show.ts";
import { exportCaptions } from "#shows/export-captions.ts";
import { readComments } from "#shows/read-comments.ts";
import { renewTokens } from "#shows/renew-tokens.ts";
import { replyToComment } from "#shows/reply-to-comment.ts";
import { retractCue } from "#shows/retract-cue.ts";
import type { Show } from "#shows/show.ts";
import { createApp } from "#web/app.ts";
import { axeViolations, findChromium } from "../support/browser.ts";
import { XSS } from "../support/xss.ts";
import { layoutFaults } from "./layout-faults.ts";
import { transferredBytes } from "./transferred-bytes.ts";
import { turnScheme } from "./turn-scheme.ts";
import { PHONE, setPageStage, type PageStage } from "./page-stage.ts";

const SCRIPT = [
  { id: "a", vi: "Vườn nhà em mở cổng từ sáu giờ sáng.", en: "Our orchard opens its gate at six.", ja: "うちの農園は朝6時に開きます。" },
  { id: "b", vi: "Vải nhà em 35 nghìn một ký.", en: "Our lychees are 35,000 dong per kilo.", ja: "うちのライチは1キロ35,000ドンです。" },
];
const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("the viewers' page", { timeout: 120_000 }, () => {
  let stage: PageStage;
  beforeAll(async () => {
    stage = await setPageStage();
  }, 60_000);
  afterAll(() => stage?.close());

  type Options = Parameters<PageStage["stranger"]>[0] & { clock?: boolean };
  const open = async (show: Show, query = "?lang=vi", { clock = false, ...options }: Options = {}): Promise<Page> => {
    const context = await stage.stranger(options);
    const page = await context.newPage();
    if (clock) await page.clock.install();
    await page.goto(show.links.watch + query);
    if (options.javaScriptEnabled !== false) await page.locator("#line-state[data-state=live]").waitFor();
    return page;
  };
  const lines = (page: Page) => page.locator("#captions .line").allTextContents();
  const caption = (page: Page, text: string) => page.locator("#captions .caption", { hasText: text });

  test("a late joiner reads what was said before, in the language chosen, and the phone remembers choice, size and delay", async () => {
    const show = await stage.openShow({ script: SCRIPT });
    for (const { vi } of SCRIPT) await stage.say(show, vi);
    const page = await open(show, "?lang=en");
    expect(await lines(page)).toEqual(["Our orchard opens its gate at six.", "Our lychees are 35,000 dong per kilo."]);
    await page.getByRole("link", { name: "日本語" }).click();
    await page.locator("#line-state[data-state=live]").waitFor();
    expect(await lines(page)).toEqual(["うちの農園は朝6時に開きます。", "うちのライチは1キロ35,000ドンです。"]);
    const sizeOf = () => page.evaluate<string>(`getComputedStyle(document.querySelector(".line")).fontSize`);
    const before = await sizeOf();
    await page.click("#settings-open");
    await page.click("#larger");
    await page.fill("#delay", "20");
    expect(Number.parseFloat(await sizeOf())).toBeGreaterThan(Number.parseFloat(before));
    expect(await page.textContent("#delay-value")).toBe("20秒");
    const larger = await sizeOf();
    await page.goto(show.links.watch);
    await page.locator("#line-state[data-state=live]").waitFor();
    expect(await page.getAttribute("html", "lang")).toBe("ja");
    expect([await sizeOf(), await page.inputValue("#delay")]).toEqual([larger, "20"]);
    await page.context().close();
  });

  test("viewers read in their language what is sold; the streamer's own title stays beside it, and stands alone without a story", async () => {
    const stories = [
      await stage.tell({ notes: "Vải thiều Lục Ngạn, giá 35k/kg" }),
      await stage.tell({ notes: "Mật ong hoa nhãn Hưng Yên, chai 1 lít 200k" }),
    ];
    const show = await stage.openShow({ title: "Sáng nay hái vải", storyIds: stories.map(({ id }) => id) });
    for (const [language, between] of [
      ["en", ", "],
      ["ja", "、"],
    ] as const) {
      const page = await open(show, `?lang=${language}`);
      const sold = stories.map(({ listings }) => listings[language]?.title).join(between);
      expect(await page.textContent("h1")).toBe(sold);
      expect(await page.title()).toBe(`${sold} · Farmcast`);
      expect(await page.textContent(".watch-head [lang=vi]:not(a)")).toBe("Sáng nay hái vải");
      expect([...(await axeViolations(page)), ...(await layoutFaults(page))]).toEqual([]);
      await page.context().close();
    }
    const atHome = await open(show, "?lang=vi");
    expect(await atHome.locator(".watch-head [lang=vi]:not(a)").allTextContents()).toEqual(["Sáng nay hái vải"]);
    const bare = await open(await stage.openShow({ title: "Chỉ nói chuyện", script: SCRIPT }), "?lang=ja");
    expect(await bare.textContent("h1[lang=vi]")).toBe("Chỉ nói chuyện");
    await Promise.all([atHome.context().close(), bare.context().close()]);
  });

  test("with a delay a caption comes when the video is there, and what was mended meanwhile is never seen", async () => {
    const show = await stage.openShow({ languages: ["vi"] });
    const page = await open(show, "?lang=vi", { clock: true });
    await page.click("#settings-open");
    await page.fill("#delay", "30");
    const first = await stage.say(show, "Giá hôm nay 53 nghìn");
    const second = await stage.say(show, "Câu này em nói nhầm");
    await correctCue(stage.services, OWNER_ACCOUNT_ID, show.id, first, { language: "vi", text: "Giá hôm nay 35 nghìn" });
    await retractCue(stage.services, OWNER_ACCOUNT_ID, show.id, second);
    await stage.say(show, "Cả nhà chốt đơn giúp em");
    await page.clock.runFor(25_000);
    expect(await lines(page)).toEqual([]);
    await expect
      .poll(async () => {
        await page.clock.runFor(6_000);
        return lines(page);
      })
      .toEqual(["Giá hôm nay 35 nghìn", "Cả nhà chốt đơn giúp em"]);
    // Less delay lets out what waits, at once.
    await stage.say(show, "Câu sau cùng");
    await page.fill("#delay", "0");
    await caption(page, "Câu sau cùng").waitFor();
    await page.context().close();
  });

  test("a correction and a retraction show themselves in place, an interim becomes its final, and nothing jumps", async () => {
    const show = await stage.openShow({ languages: ["vi"] });
    const page = await open(show);
    const wrong = await stage.say(show, "Giá hôm nay 53 nghìn");
    const mistaken = await stage.say(show, "Câu này em nói nhầm");
    await stage.say(show, "Vườn nhà em hái", { id: "growing", final: false });
    await page.locator(".caption[data-status=interim]", { hasText: "hái" }).waitFor();
    await page.evaluate("for (const item of document.querySelectorAll('.caption')) item.dataset.mark = 'same'");
    await stage.say(show, "Vườn nhà em hái sáng nay", { id: "growing" });
    await correctCue(stage.services, OWNER_ACCOUNT_ID, show.id, wrong, { language: "vi", text: "Giá hôm nay 35 nghìn" });
    await retractCue(stage.services, OWNER_ACCOUNT_ID, show.id, mistaken);
    await caption(page, "rút lại").waitFor();
    await caption(page, "sáng nay").waitFor();
    expect(await page.locator("#captions .caption").allInnerTexts()).toEqual([
      expect.stringMatching(/^Giá hôm nay 35 nghìn\s+đã sửa$/),
      "Người bán đã rút lại câu này.",
      "Vườn nhà em hái sáng nay",
    ]);
    expect(await page.locator(".caption[data-mark=same]").count()).toBe(3);
    await page.context().close();
  });

  test("a screen reader hears what is said now: no guess, nothing of the past, no correction of what was said long ago", async () => {
    const show = await stage.openShow({ languages: ["vi"] });
    for (let at = 1; at <= 60; at += 1) await stage.say(show, `Câu số ${at} của buổi sáng nay ạ`);
    const old = await stage.say(show, "Vải hộp này 53 nghìn");
    const page = await open(show, "?lang=vi", { clock: true });
    const correct = (cue: string, text: string) => correctCue(stage.services, OWNER_ACCOUNT_ID, show.id, cue, { language: "vi", text });
    /** Whether what changes in a caption is spoken: the nearest region around it decides. */
    const liveOf = async (text: string) => {
      const region = caption(page, text).locator("xpath=ancestor-or-self::*[@aria-live or @role='log'][1]");
      return (await region.getAttribute("aria-live")) ?? "polite";
    };
    expect(await liveOf("Vải hộp này 53")).toBe("off");
    await correct(old, "Vải hộp này 35 nghìn");
    expect(await liveOf("Vải hộp này 35")).toBe("off");
    await stage.say(show, "Em đang cân", { id: "growing", final: false });
    expect(await liveOf("Em đang cân")).toBe("off");
    const said = await stage.say(show, "Em đang cân hộp 28 nghìn", { id: "growing" });
    expect(await liveOf("hộp 28 nghìn")).toBe("polite");
    await page.clock.runFor(6_000);
    await correct(said, "Em đang cân hộp 38 nghìn");
    expect(await liveOf("hộp 38 nghìn")).toBe("polite");
    await page.clock.runFor(6_000);
    await correct(said, "Em đang cân hộp 83 nghìn");
    expect(await liveOf("hộp 83 nghìn")).toBe("off");
    await retractCue(stage.services, OWNER_ACCOUNT_ID, show.id, said);
    expect(await liveOf("rút lại câu này")).toBe("off");
    await page.evaluate(`document.getElementById("content").scrollTop = 0`);
    await page.click("#earlier");
    expect(await liveOf("Câu số 1 của")).toBe("off");
    await stage.say(show, "Câu mới nhất đây ạ");
    expect(await liveOf("Câu mới nhất")).toBe("polite");
    await page.context().close();
  });

  test("an interim whose final does not come goes by itself, and comes back with a late one", async () => {
    const show = await stage.openShow({ languages: ["vi"] });
    const page = await open(show, "?lang=vi", { clock: true });
    await stage.say(show, "Mít nhà em chín cây");
    await stage.say(show, "Bưởi thì phải đợi", { id: "broken", final: false });
    await page.locator(".caption[data-status=interim]", { hasText: "đợi" }).waitFor();
    await expect
      .poll(async () => {
        await page.clock.runFor(2_000);
        return lines(page);
      })
      .toEqual(["Mít nhà em chín cây"]);
    await stage.say(show, "Bưởi thì phải đợi thêm ít bữa", { id: "broken" });
    await caption(page, "ít bữa").waitFor();
    await page.context().close();
  });

  test("a reader who scrolled up stays where they read, finds all that was said before, and is taken to the end on request", async () => {
    const show = await stage.openShow({ languages: ["vi"] });
    for (let at = 1; at <= 90; at += 1) await stage.say(show, `Câu số ${at} của buổi sáng nay ạ`);
    const page = await open(show);
    const top = () => page.evaluate<number>(`document.getElementById("content").scrollTop`);
    expect((await lines(page)).at(-1)).toBe("Câu số 90 của buổi sáng nay ạ");
    await page.evaluate(`document.getElementById("content").scrollTop = 0`);
    await page.locator("#latest").waitFor();
    const seen = caption(page, (await lines(page))[0] ?? "").first();
    const placeBefore = (await seen.boundingBox())?.y;
    await page.click("#earlier");
    await caption(page, "Câu số 21 của").waitFor();
    expect(Math.abs(((await seen.boundingBox())?.y ?? 0) - (placeBefore ?? 0))).toBeLessThan(2);
    const before = await top();
    await stage.say(show, "Câu mới nhất đây ạ");
    await caption(page, "Câu mới nhất").waitFor();
    expect(await top()).toBe(before);
    await page.evaluate(`document.getElementById("content").scrollTop = 0`);
    await page.click("#earlier");
    await caption(page, "Câu số 1 của").waitFor();
    await expect.poll(() => page.locator("#earlier").isVisible()).toBe(false);
    const all = await lines(page);
    expect(all).toEqual([...Array.from({ length: 90 }, (_, at) => `Câu số ${at + 1} của buổi sáng nay ạ`), "Câu mới nhất đây ạ"]);
    await page.click("#latest");
    await stage.say(show, "Câu sau đó nữa");
    await caption(page, "sau đó nữa").waitFor();
    await expect
      .poll(() =>
        page.evaluate(
          `(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight < 2)(document.getElementById("content"))`,
        ),
      )
      .toBe(true);
    await page.context().close();
  });

  test("a caption of an hour ago that is corrected takes its place in the history, in exports and with late joiners, and nowhere else", async () => {
    const show = await stage.openShow({ languages: ["vi"] });
    const said: string[] = [];
    for (let at = 1; at <= 90; at += 1) said.push(await stage.say(show, `Câu số ${at} của buổi sáng nay ạ`));
    const page = await open(show);
    const shown = await lines(page);
    const correct = (at: number) =>
      correctCue(stage.services, OWNER_ACCOUNT_ID, show.id, said[at - 1] ?? "", { language: "vi", text: `Câu ${at} sửa rồi` });
    await correct(3);
    await correct(80);
    await retractCue(stage.services, OWNER_ACCOUNT_ID, show.id, said[4] ?? "");
    await stage.say(show, "Câu mới nhất đây ạ");
    await caption(page, "Câu mới nhất").waitFor();
    const mended = (line: string) => line.replace(/^Câu số (3|80) .*/, "Câu $1 sửa rồi");
    expect(await lines(page)).toEqual([...shown.map(mended), "Câu mới nhất đây ạ"]);
    for (const text of ["Câu số 21 của", "Câu số 1 của"]) {
      await page.evaluate(`document.getElementById("content").scrollTop = 0`);
      await page.click("#earlier");
      await caption(page, text).waitFor();
    }
    const all = Array.from({ length: 90 }, (_, at) => mended(`Câu số ${at + 1} của buổi sáng nay ạ`)).filter(
      (line) => !line.startsWith("Câu số 5 "),
    );
    expect(await lines(page)).toEqual([...all, "Câu mới nhất đây ạ"]);
    const { body: text } = await exportCaptions(stage.services, OWNER_ACCOUNT_ID, show.id, "txt", { language: "vi" });
    expect(text.match(/Câu [^\n]*?(?: ạ| rồi)/g)).toEqual([...all, "Câu mới nhất đây ạ"]);
    const late = await open(show);
    expect((await lines(late)).slice(-12)).toEqual([...all.slice(-11), "Câu mới nhất đây ạ"]);
    await Promise.all([page.context().close(), late.context().close()]);
  });

  test("a line left as it was spoken is called late only where a translation could have come", async () => {
    const show = await stage.openShow();
    await stage.say(show, "Chị Lan ở Đà Nẵng ơi, em thấy tin nhắn của chị rồi ạ");
    const page = await open(show, "?lang=ja");
    await stage.say(show, "Anh Tuấn ơi hôm qua bé nhà anh thế nào rồi ạ");
    await caption(page, "Anh Tuấn").locator(".hint").waitFor();
    const asSpoken = "配信者の言葉を、ベトナム語のまま表示しています";
    expect(await page.locator("#captions .hint").allTextContents()).toEqual([asSpoken, asSpoken]);
    // The same show, served where there is a model.
    const services = { ...stage.services, model: createScriptedModel(() => new ModelError("unreachable")) };
    const app = createApp(services, { attach: async () => {} });
    const served = await (await app.request(`${new URL(show.links.watch).pathname}?lang=ja`)).text();
    expect(served.match(/<span class="hint" lang="ja">[^<]*/gu)).toEqual([
      expect.stringContaining("翻訳が間に合わなかった"),
      expect.stringContaining("翻訳が間に合わなかった"),
    ]);
    expect(served).toContain('"source":"翻訳が間に合わなかった');
    await page.context().close();
  });

  test("a lost line is told in plain words and comes back, a renewed link asks for a new one, and an ended show says so", async () => {
    const show = await stage.openShow({ languages: ["vi"] });
    const page = await open(show);
    const state = page.locator("#line-state");
    await page.context().route("**/v1/live/**", (route) => route.abort());
    await page.goto(`${show.links.watch}?lang=vi`);
    await state.getByText("Mất kết nối, đang kết nối lại…").waitFor();
    await page.context().unroute("**/v1/live/**");
    await page.evaluate(`dispatchEvent(new Event("online"))`);
    await state.getByText("Trực tiếp").waitFor();
    await renewTokens(stage.services, OWNER_ACCOUNT_ID, show.id);
    // The server looks at its links every few seconds: meanwhile, another show ends.
    const over = await stage.openShow({ languages: ["vi"] });
    const last = await open(over);
    await endShow(stage.services, OWNER_ACCOUNT_ID, over.id);
    await last.locator("#line-state[data-state=ended]").waitFor();
    expect(await last.textContent("#line-state")).toBe("Buổi live đã kết thúc. Cảm ơn bạn đã xem.");
    await state.getByText("Đường dẫn này không còn dùng được").waitFor();
    await Promise.all([page.context().close(), last.context().close()]);
  });

  test("a buyer asks in Japanese, the streamer's answer comes to stand under the question, and the name is kept", async () => {
    const show = await stage.openShow();
    const page = await open(show, "?lang=ja", { clock: true });
    await page.getByText("配信者に質問する").click();
    await page.fill("#ask-author", "Yuki");
    await page.fill("#ask-text", "送料はいくらですか？");
    await page.press("#ask-text", "Enter");
    await page.getByText("配信者に送信しました。").waitFor();
    const comments = async () => (await readComments(stage.services, OWNER_ACCOUNT_ID, show.id, 0)).events.map(({ data }) => data);
    await expect.poll(comments).toMatchObject([{ author: "Yuki", vi: "Phí ship bao nhiêu ạ?", flag: "shipping", canReply: true }]);
    const [{ id } = { id: "" }] = await comments();
    await replyToComment(stage.services, OWNER_ACCOUNT_ID, show.id, id, "全国送料無料です。");
    await page.clock.runFor(5_000);
    await page.locator("#asked .answer", { hasText: "全国送料無料です。" }).waitFor();
    await page.reload();
    await page.getByText("配信者に質問する").click();
    expect(await page.inputValue("#ask-author")).toBe("Yuki");
    await page.context().close();
  });

  test("without scripts the page holds what was said, in each language, and a question can be sent", async () => {
    const show = await stage.openShow({ script: SCRIPT });
    for (const { vi } of SCRIPT) await stage.say(show, vi);
    const page = await open(show, "?lang=en", { javaScriptEnabled: false, locale: "en" });
    expect(await lines(page)).toEqual(["Our orchard opens its gate at six.", "Our lychees are 35,000 dong per kilo."]);
    expect(await layoutFaults(page)).toEqual([]);
    await page.getByText("Ask the seller").click();
    await page.fill("#ask-author", "Amy");
    await page.fill("#ask-text", "Any left?");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Sent to the seller.").waitFor();
    await page.getByRole("link", { name: "日本語" }).click();
    expect(await lines(page)).toContain("うちの農園は朝6時に開きます。");
    await page.context().close();
  });

  test("an XSS list said, asked and answered is text, breaks no rule of the page's policy and would not run", async () => {
    const show = await stage.openShow({ title: XSS[4] ?? "", languages: ["vi"] });
    const page = await open(show, "?lang=vi", { clock: true });
    const troubles: string[] = [];
    page.on("console", (message) => troubles.push(message.text()));
    page.on("pageerror", (error) => troubles.push(error.message));
    const bare = (text: string) => text.normalize("NFC").replaceAll(/\s/g, "");
    const said: string[] = [];
    // What sounds like noise makes no caption.
    for (const text of XSS) if ((await stage.say(show, `Vải ${text}`)) !== "") said.push(bare(`Vải ${text}`));
    expect(said.length).toBeGreaterThan(XSS.length - 5);
    await expect.poll(async () => (await lines(page)).map(bare)).toEqual(said);
    await page.getByText("Hỏi người bán").click();
    await page.fill("#ask-author", XSS[5] ?? "");
    await page.fill("#ask-text", XSS[6] ?? "");
    await page.press("#ask-text", "Enter");
    await page.getByText("Đã gửi cho người bán.").waitFor();
    const [comment] = (await readComments(stage.services, OWNER_ACCOUNT_ID, show.id, 0)).events;
    await replyToComment(stage.services, OWNER_ACCOUNT_ID, show.id, comment?.data.id ?? "", XSS[11] ?? "");
    await page.clock.runFor(5_000);
    await page.locator("#asked .answer").waitFor();
    await page.reload();
    await page.locator("#line-state[data-state=live]").waitFor();
    expect(troubles).toEqual([]);
    expect(await page.evaluate("window.ran")).toBeUndefined();
    const unguarded = await open(show, "?lang=vi", { bypassCSP: true });
    expect(await unguarded.evaluate("window.ran")).toBeUndefined();
    expect(await unguarded.locator("img, iframe, svg").count()).toBe(0);
    await unguarded.context().close();
    await page.evaluate(`try { document.body.innerHTML = "<img src=x onerror=window.ran=1>" } catch {}`);
    expect(await page.evaluate("window.ran")).toBeUndefined();
    expect(await page.locator("img").count()).toBe(0);
    await page.context().close();
  });

  test.each(LANGUAGES)("in %s axe finds nothing at any size, light or dark, and nothing overflows or is cut off", async (language) => {
    const show = await stage.openShow({ title: "Vải thiều Lục Ngạn hái sáng nay, giao trong ngày", script: SCRIPT });
    for (const { vi } of SCRIPT) await stage.say(show, vi);
    await stage.say(show, "chị Lan ở Đà Nẵng ơi em thấy tin nhắn của chị rồi ạ");
    const faults: string[] = [];
    const page = await open(show, `?lang=${language}`, { locale: language });
    expect(await page.getAttribute("html", "lang")).toBe(language);
    expect(await transferredBytes(page)).toBeLessThan(100_000);
    await page.click("#settings-open");
    await page.click("#ask summary");
    for (const [index, size] of SIZES.entries()) {
      const colorScheme = await turnScheme(page, language, index);
      await page.setViewportSize(size);
      for (const fault of [...(await axeViolations(page)), ...(await layoutFaults(page))])
        faults.push(`${size.width} ${colorScheme}: ${fault}`);
    }
    await page.setViewportSize(PHONE);
    await page.evaluate(`document.documentElement.style.fontSize = "200%"`);
    for (const fault of await layoutFaults(page)) faults.push(`letters twice as large: ${fault}`);
    await page.context().close();
    expect(faults).toEqual([]);
  });
});
