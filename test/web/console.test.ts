// Long because one browser and one server are shared by all that a streamer does.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { addComment } from "#shows/add-comment.ts";
import { readRecord } from "#shows/read-record.ts";
import { saySegment } from "#shows/say-segment.ts";
import type { Show } from "#shows/show.ts";
import { findStory } from "#stories/find-story.ts";
import { qrPath } from "#web/pages/qr-code.ts";
import { axeViolations, findChromium } from "../support/browser.ts";
import { startReceiver } from "../support/post-receiver.ts";
import { XSS } from "../support/xss.ts";
import { layoutFaults } from "./layout-faults.ts";
import { transferredBytes } from "./transferred-bytes.ts";
import { turnScheme } from "./turn-scheme.ts";
import { PHONE, setPageStage, type PageStage } from "./page-stage.ts";

const SCRIPT = [
  { id: "a", vi: "Vườn nhà em mở cổng từ sáu giờ sáng.", en: "Our orchard opens its gate at six.", ja: "うちの農園は朝6時に開きます。" },
  { id: "b", vi: "Vải nhà em 35 nghìn một ký.", en: "Our lychees are 35,000 dong per kilo.", ja: "うちのライチは1キロ35,000ドンです。" },
  {
    id: "c",
    vi: "Thùng năm ký nhà em giao tận nơi.",
    en: "We bring the five kilo box to your door.",
    ja: "5キロ箱はご自宅までお届けします。",
  },
];
const DESK = { width: 1440, height: 900 };
const PARTS = ["say", "viewers", "comments", "more"];
const SIZES = [PHONE, { width: 768, height: 1024 }, DESK];

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("the console", { timeout: 120_000 }, () => {
  let stage: PageStage;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let storyId: string;
  beforeAll(async () => {
    receiver = await startReceiver();
    stage = await setPageStage({ env: { TRUSTED_HOSTS: receiver.host } });
    const notes = "Vải thiều Lục Ngạn, giá 35k/kg, thùng 5kg, còn 2 tấn, ship toàn quốc 2-3 ngày";
    storyId = (await stage.tell({ notes })).id;
  }, 90_000);
  afterAll(async () => {
    await stage?.close();
    await receiver?.close();
  });

  type Options = Parameters<PageStage["signedIn"]>[0] & { clock?: boolean };
  const open = async (show: Show, { clock = false, ...options }: Options = {}): Promise<Page> => {
    const context = await stage.signedIn({ viewport: DESK, ...options });
    const page = await context.newPage();
    if (clock) await page.clock.install();
    await page.goto(`/shows/${show.id}?lang=vi`);
    await page.locator("#line-state[data-state=live]").waitFor();
    return page;
  };
  const captions = async (page: Page, language: string) =>
    (await page.locator(`#captions-${language} .line`).allTextContents()).toReversed();
  const record = async (show: Show, language: "vi" | "en" | "ja") => {
    const cues = await readRecord(stage.services, show.id, language);
    return cues.filter(({ status }) => status === "final").map(({ text }) => text);
  };

  test("the next line stands ready, is said by a tap or a key, and follows what is spoken on any device", async () => {
    const show = await stage.openShow({ script: SCRIPT });
    const page = await open(show);
    const next = page.locator("#next-text");
    expect(await next.textContent()).toBe(SCRIPT[0]?.vi);
    await page.click("#next-line");
    await page.locator("#captions-ja .line", { hasText: "朝6時" }).waitFor();
    expect(await next.textContent()).toBe(SCRIPT[1]?.vi);
    await page.locator("h1").click();
    await page.keyboard.press("n");
    await page.locator("#captions-en .line", { hasText: "35,000" }).waitFor();
    expect(await next.textContent()).toBe(SCRIPT[2]?.vi);
    // Two lines in one breath, from another device; then the first line once more.
    await stage.say(show, "vườn nhà em mở cổng từ sáu giờ sáng vải nhà em ba mươi lăm nghìn một ký");
    await page.locator("#captions-vi .line", { hasText: /sáu giờ sáng\. Vải/ }).waitFor();
    await expect.poll(() => next.textContent()).toBe(SCRIPT[2]?.vi);
    await page.click("[data-line=c]");
    await page.locator("#captions-vi .line", { hasText: "Thùng năm ký" }).waitFor();
    expect(await page.isHidden("#next-line")).toBe(true);
    await page.context().close();
  });

  test("the last line is taken back or said anew with a thumb or a key, in every language and in its old place", async () => {
    const show = await stage.openShow({ script: SCRIPT });
    const page = await open(show, { viewport: { width: 360, height: 740 } });
    expect(await page.isDisabled("#retract-last")).toBe(true);
    for (const { vi } of SCRIPT.slice(0, 2)) await stage.say(show, vi);
    await page.locator("#now-ja", { hasText: "35,000" }).waitFor();
    await page.click("#replace-last");
    expect(await page.inputValue("#replace-text")).toBe("Vải nhà em 35 nghìn một ký.");
    await page.fill("#replace-text", "vải nhà em ba mươi tám nghìn một ký");
    await page.getByRole("button", { name: "Thay", exact: true }).click();
    await page.locator("#now-ja", { hasText: "38,000" }).waitFor();
    expect(await record(show, "en")).toEqual(["Our orchard opens its gate at six.", "Our lychees are 38,000 dong per kilo."]);
    await stage.say(show, "Câu này em nói nhầm");
    await page.locator("#now-vi", { hasText: "nhầm" }).waitFor();
    await page.keyboard.press("z");
    await page.locator("#now-vi", { hasText: "38 nghìn" }).waitFor();
    expect(await record(show, "vi")).toEqual(["Vườn nhà em mở cổng từ sáu giờ sáng.", "Vải nhà em 38 nghìn một ký."]);
    await page.keyboard.press("e");
    await page.keyboard.press("Escape");
    expect(await record(show, "vi")).toHaveLength(2);
    // Switched off, a key is a key.
    await page.click("#tab-more");
    await page.evaluate(`document.getElementById("shortcuts").click()`);
    await page.locator("h1").click();
    await page.keyboard.press("z");
    await page.keyboard.press("t");
    expect(await page.evaluate("document.activeElement.id")).not.toBe("say");
    expect(await record(show, "vi")).toHaveLength(2);
    await page.context().close();
  });

  test("a caption is corrected in one language, and viewers' screens and the console agree", async () => {
    const show = await stage.openShow({ script: SCRIPT });
    const page = await open(show);
    const viewer = await (await stage.stranger()).newPage();
    await viewer.goto(`${show.links.watch}?lang=en`);
    await stage.say(show, SCRIPT[0]?.vi ?? "");
    await page.locator("#captions-en .caption").getByRole("button", { name: "Sửa" }).click();
    await page.getByText("Chỉ phụ đề tiếng Anh thay đổi.").waitFor();
    await page.locator("#captions-en textarea").fill("Our gate opens at six in the morning.");
    await page.locator("#captions-en").getByRole("button", { name: "Lưu" }).click();
    await viewer.locator(".caption", { hasText: "Our gate opens at six in the morning." }).waitFor();
    await expect.poll(() => captions(page, "en")).toEqual(["Our gate opens at six in the morning."]);
    expect(await captions(page, "ja")).toEqual(["うちの農園は朝6時に開きます。"]);
    await Promise.all([page.context().close(), viewer.context().close()]);
  });

  test("a buyer's question comes in Vietnamese with its answer, one tap sends it back to the buyer, another copies it", async () => {
    const show = await stage.openShow({ storyIds: [storyId] });
    const page = await open(show, { viewport: { width: 360, height: 740 }, permissions: ["clipboard-read", "clipboard-write"] });
    const buyer = await (await stage.stranger({ locale: "ja" })).newPage();
    await buyer.clock.install();
    await buyer.goto(`${show.links.watch}?lang=ja`);
    await buyer.click("#ask summary");
    await buyer.fill("#ask-author", "Yuki");
    await buyer.fill("#ask-text", "いつ届きますか？");
    await buyer.press("#ask-text", "Enter");
    await page.locator("#unread", { hasText: "1" }).waitFor();
    await page.click("#tab-comments");
    expect(await page.textContent("#unread")).toBe("");
    const comment = page.locator("#comments .comment", { hasText: "Bao lâu thì nhận được hàng ạ?" });
    await comment.locator(".reply").waitFor();
    expect(await comment.locator(".tag.ask").textContent()).toBe("hỏi ship");
    const reply = await comment.locator(".reply [lang=ja]").textContent();
    const cards = (await findStory(stage.services, OWNER_ACCOUNT_ID, storyId)).pitches;
    const card = cards.ja?.answers.find(({ answer }) => answer === reply);
    const same = cards.vi?.answers.find(({ factIds }) => factIds.join() === card?.factIds.join());
    // What one tap sends stands first in the streamer's language, then in the buyer's.
    expect(await comment.locator(".reply [lang]").allTextContents()).toEqual([same?.answer, reply]);
    await comment.getByRole("button", { name: "Sao chép" }).click();
    await comment.getByRole("button", { name: "Đã sao chép" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(reply);
    await comment.getByRole("button", { name: "Gửi trả lời" }).click();
    await comment.getByText("Đã trả lời").waitFor();
    expect(await comment.locator(".reply [lang]").allTextContents()).toEqual([same?.answer, reply]);
    // The buyer's page looks for an answer every few seconds.
    await buyer.clock.runFor(5_000);
    await buyer.locator("#asked .answer", { hasText: reply ?? "" }).waitFor();
    for (const [at, author] of ["Lan", "Huy", "Mai"].entries()) {
      await addComment(stage.services, OWNER_ACCOUNT_ID, show.id, { id: `same${at}`, author, text: "trông ngon quá" });
    }
    await page.locator(".comment", { hasText: "trông ngon quá" }).getByText("3 người").waitFor();
    await page.click("#filter-asked");
    expect(await page.locator(".comment", { hasText: "trông ngon quá" }).isVisible()).toBe(false);
    expect(await comment.isVisible()).toBe(true);
    await Promise.all([page.context().close(), buyer.context().close()]);
  });

  test("links are there to copy and to scan, the overlay's takes what is chosen, and renewing them ends the old ones", async () => {
    const show = await stage.openShow();
    const page = await open(show);
    page.on("dialog", (dialog) => void dialog.accept());
    const watch = await page.inputValue("#link-watch");
    expect(watch).toBe(show.links.watch);
    expect(await page.getByLabel("Mã QR để khách quét").locator("path").last().getAttribute("d")).toBe(qrPath(watch).path);
    await page.selectOption("#overlay-lang", "ja");
    await page.selectOption("#overlay-second", "vi");
    await page.selectOption("#overlay-layout", "vertical");
    await page.selectOption("#overlay-size", "64");
    const overlay = await page.inputValue("#link-overlay");
    expect(overlay).toBe(`${show.links.overlay}?lang=ja,vi&layout=vertical&size=64`);
    const scene = await (await stage.stranger()).newPage();
    await scene.goto(overlay);
    expect(await scene.evaluate(`[...document.querySelectorAll(".language")].map(({ lang }) => lang)`)).toEqual(["ja", "vi"]);
    await page.click("#renew");
    await expect.poll(() => page.inputValue("#link-watch").catch(() => watch)).not.toBe(watch);
    await expect.poll(() => page.inputValue("#link-overlay")).toContain("&layout=vertical&size=64");
    expect((await scene.goto(overlay))?.status()).toBe(404);
    expect((await scene.goto(await page.inputValue("#link-watch")))?.status()).toBe(200);
    await Promise.all([page.context().close(), scene.context().close()]);
  });

  test("captions are sent on to a webhook whose secret is shown once, and no longer once it is removed", async () => {
    const show = await stage.openShow({ script: SCRIPT });
    const page = await open(show);
    await page.selectOption("#relay-language", "ja");
    await page.fill("#relay-url", "http://10.0.0.1/hook");
    await page.click("#relay-form button");
    await page.locator("#problem", { hasText: /\S/ }).waitFor();
    await page.fill("#relay-url", `http://${receiver.host}/captions`);
    await page.click("#relay-form button");
    await page.locator("#relay-secret code", { hasText: "whsec_" }).waitFor();
    const relay = page.locator("#relays .relay", { hasText: receiver.host });
    expect(await relay.textContent()).toContain("Webhook · Tiếng Nhật");
    await stage.say(show, SCRIPT[0]?.vi ?? "");
    await expect.poll(() => receiver.received.map(({ body }) => body).join()).toContain("うちの農園は朝6時に開きます。");
    await page.reload();
    await relay.waitFor();
    expect(await page.textContent("#relay-secret")).toBe("");
    await relay.getByRole("button", { name: "Bỏ" }).click();
    await page.getByText("Chưa gửi đi đâu.").waitFor();
    await page.context().close();
  });

  test("how fast captions were and how many were prepared is drawn, and what is late or slow is said in plain words", async () => {
    const show = await stage.openShow({ script: SCRIPT });
    const page = await open(show, { clock: true });
    expect((await page.locator("#pace").textContent())?.trim()).toBe("Có số liệu sau câu đầu tiên.");
    await page.click("#next-line");
    await page.locator("#pace figcaption", { hasText: /^Tiếng Nhật: (?:câu gần nhất )?(?:dưới 1|[1-9][\d,]*) giây/ }).waitFor();
    await page.getByText("Câu trúng bài soạn: 100% (1/1 câu gần đây)").first().waitFor();
    for (const text of ["một chuyện ngoài lề", "thêm một chuyện khác", "lại một chuyện nữa ạ"]) {
      await page.fill("#say", text);
      await page.press("#say", "Enter");
    }
    // Nobody translates here, so that nothing is late.
    await page.locator("#health", { hasText: "Máy chủ chưa cài máy dịch" }).waitFor();
    expect(await page.locator("#pace .hits").nth(1).getAttribute("aria-label")).toBe("Câu trúng bài soạn: 25% (1/4 câu gần đây)");
    await page.context().route("**/segments", (route) => route.abort());
    await page.click("#next-line");
    await page.getByText("1 câu chờ gửi").first().waitFor();
    await page.clock.runFor(4_000);
    await page.locator("#health", { hasText: "Mạng chậm: 1 câu chờ gửi." }).waitFor();
    await page.context().unroute("**/segments");
    await page.clock.fastForward(10_000);
    await page.getByText("Đã gửi hết").waitFor();
    await expect.poll(() => page.textContent("#health")).not.toContain("Mạng chậm");
    await page.context().close();
  });

  test("a sentence said while the server cannot be reached goes out once it can, also after a reload, and only once", async () => {
    const show = await stage.openShow();
    const page = await open(show);
    // What is sent arrives, but its answer never does: the outbox cannot know, and must ask again.
    await page.context().route("**/segments", async (route) => {
      await route.fetch().catch(() => {});
      await route.abort();
    });
    await page.fill("#say", "Ai chốt thì để lại số điện thoại giúp em nhé.");
    await page.press("#say", "Enter");
    await page.getByText("1 câu chờ gửi").first().waitFor();
    await page.reload();
    await page.getByText("1 câu chờ gửi").first().waitFor();
    await page.context().unroute("**/segments");
    await page.getByText("Đã gửi hết").waitFor();
    await page.locator("#captions-vi .caption").first().waitFor();
    expect(await page.locator("#captions-vi .caption").count()).toBe(1);
    await page.context().close();
  });

  test("after the end a line can be corrected and taken back, as is seen at once, and is not lost by saying another in its place, which nobody would see", async () => {
    const show = await stage.openShow();
    const page = await open(show);
    page.on("dialog", (dialog) => void dialog.accept());
    await stage.say(show, "ngày mai vườn em nghỉ nha");
    const line = page.locator("#captions-vi .line", { hasText: "vườn em nghỉ" });
    await line.waitFor();
    await page.click("#end-show");
    await page.locator("#line-state", { hasText: "Buổi live đã kết thúc." }).waitFor();
    for (const look of ["at once", "loaded anew"]) {
      expect(await page.isDisabled("#replace-last"), look).toBe(true);
      await page.keyboard.press("e");
      expect(await page.isVisible("#replace"), look).toBe(false);
      await page.reload();
      await line.waitFor();
    }
    await page.locator("#captions-vi .caption").getByRole("button", { name: "Sửa" }).click();
    await page.fill("#captions-vi .correction textarea", "Ngày kia vườn em nghỉ nha.");
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.locator("#captions-vi .line", { hasText: "Ngày kia" }).waitFor();
    await page.click("#retract-last");
    await line.waitFor({ state: "detached" });
    expect(await record(show, "vi")).toEqual([]);
    await page.context().close();
  });

  test("an ended show takes no more, and what was waiting for it does not go out for ever", async () => {
    const show = await stage.openShow();
    const page = await open(show);
    page.on("dialog", (dialog) => void dialog.accept());
    await page.click("#end-show");
    await page.locator("#line-state", { hasText: "Buổi live đã kết thúc." }).waitFor();
    expect(await page.isDisabled("#mic")).toBe(true);
    await page.evaluate(`localStorage.setItem("farmcast-outbox-${show.id}-0", '{"id":"late","text":"muộn rồi","saidAtMs":0}')`);
    await page.reload();
    await page.locator("#problem", { hasText: "đã kết thúc" }).waitFor();
    await page.getByText("Đã gửi hết").waitFor();
    await page.context().close();
  });

  test("an XSS list in a title, lines, captions, comments and answers is text and breaks no rule of the page's policy", async () => {
    const script = XSS.slice(0, 12).map((text, at) => ({ id: `x${at}`, vi: `Vải ${text}` }));
    const show = await stage.openShow({ title: XSS[4] ?? "", script, languages: ["vi"] });
    const page = await open(show);
    const troubles: string[] = [];
    page.on("console", (message) => troubles.push(message.text()));
    page.on("pageerror", (error) => troubles.push(error.message));
    for (const [at, text] of XSS.entries()) {
      await saySegment(stage.services, OWNER_ACCOUNT_ID, show.id, { id: `x${at}`, text: `Vải ${text}`, final: true });
      await addComment(stage.services, OWNER_ACCOUNT_ID, show.id, { id: `x${at}`, author: text.slice(0, 200), text });
    }
    await page.locator(".comment", { hasText: "onpointerover" }).first().waitFor();
    await page.locator("#captions-vi .line", { hasText: "onpointerover" }).waitFor();
    await page.reload();
    await page.locator(".comment", { hasText: "onpointerover" }).first().waitFor();
    expect(troubles).toEqual([]);
    const bare = await open(show, { bypassCSP: true });
    await bare.locator(".comment", { hasText: "onpointerover" }).first().waitFor();
    for (const each of [page, bare]) {
      expect(await each.evaluate("window.ran")).toBeUndefined();
      expect(await each.locator("img, iframe, object, embed, video, audio, base").count()).toBe(0);
      await each.context().close();
    }
  });

  test.each(LANGUAGES)(
    "in %s axe finds nothing in any part at any size, light or dark, and nothing overflows or is cut off",
    async (language) => {
      const show = await stage.openShow({ title: "Vải thiều Lục Ngạn hái sáng nay", script: SCRIPT, storyIds: [storyId] });
      for (const { vi } of SCRIPT) await stage.say(show, vi);
      await stage.say(show, "chị Lan ở Đà Nẵng ơi em thấy tin nhắn của chị rồi ạ");
      await addComment(
        stage.services,
        OWNER_ACCOUNT_ID,
        show.id,
        { id: "c1", author: "Yuki", text: "送料はいくらですか？" },
        { fromPage: true },
      );
      await addComment(stage.services, OWNER_ACCOUNT_ID, show.id, { id: "c2", author: "Amy", text: "looks delicious" });
      const context = await stage.signedIn({ locale: language });
      const page = await context.newPage();
      await page.goto(`/shows/${show.id}?lang=${language}`);
      const read = page.locator(".comment .reply [lang]");
      await read.first().waitFor({ state: "attached" });
      expect(await read.evaluateAll((lines) => lines.map((line) => line.getAttribute("lang")))).toEqual([...new Set([language, "ja"])]);
      expect(await page.getAttribute("html", "lang")).toBe(language);
      expect(await transferredBytes(page)).toBeLessThan(100_000);
      const faults: string[] = [];
      for (const [index, size] of SIZES.entries()) {
        const colorScheme = await turnScheme(page, language, index);
        await page.setViewportSize(size);
        for (const part of size.width < 1_000 ? PARTS : [""]) {
          if (part !== "") await page.click(`#tab-${part}`);
          const violations = size.width === 768 ? [] : await axeViolations(page);
          for (const fault of [...violations, ...(await layoutFaults(page))]) faults.push(`${size.width} ${colorScheme} ${part}: ${fault}`);
        }
      }
      await page.setViewportSize(PHONE);
      await page.evaluate(`document.documentElement.style.fontSize = "200%"`);
      for (const part of PARTS) {
        await page.click(`#tab-${part}`);
        for (const fault of await layoutFaults(page)) faults.push(`letters twice as large, ${part}: ${fault}`);
      }
      await context.close();
      expect([...new Set(faults)]).toEqual([]);
    },
  );
});
