import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Show } from "#shows/show.ts";
import { eq } from "#database/drizzle.ts";
import { showTokens } from "#database/schema.ts";
import { findChromium } from "../support/browser.ts";
import { startModelServer, type ModelServer } from "../support/model-server.ts";
import { FAKE_EARS } from "./fake-ears.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";

const SCRIPT = [
  { id: "a", vi: "Vườn nhà em mở cổng từ sáu giờ sáng.", en: "Our orchard opens its gate at six.", ja: "うちの農園は朝6時に開きます。" },
  { id: "b", vi: "Vải nhà em 35 nghìn một ký.", en: "Our lychees are 35,000 dong per kilo.", ja: "うちのライチは1キロ35,000ドンです。" },
];

const SPOKEN_MS = 800;

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("speaking into the console", { timeout: 120_000 }, () => {
  let vendor: ModelServer;
  let stage: PageStage;
  let show: Show;
  beforeAll(async () => {
    vendor = await startModelServer();
    stage = await setPageStage({ env: { TRANSCRIPTION_MODEL: "whisper-1", OPENAI_BASE_URL: vendor.openaiUrl } });
  }, 60_000);
  beforeEach(async () => {
    show = await stage.openShow({ script: SCRIPT });
  });
  afterAll(async () => {
    await stage?.close();
    await vendor?.close();
  });

  const open = async ({ clock = false } = {}): Promise<Page> => {
    const context = await stage.signedIn();
    await context.addInitScript({ content: FAKE_EARS });
    const page = await context.newPage();
    if (clock) await page.clock.install();
    await page.goto(`/shows/${show.id}?lang=vi`);
    await page.locator("#line-state[data-state=live]").waitFor();
    return page;
  };
  /** Long enough to be more than a cough; the meter rises with it. */
  const speak = async (page: Page) => {
    await page.evaluate("loudness(0.4)");
    await expect
      .poll(() => page.evaluate<number>(`Number(document.getElementById("mic").style.getPropertyValue("--level"))`))
      .toBeGreaterThan(0.5);
    await page.waitForTimeout(SPOKEN_MS);
    await page.evaluate("loudness(0)");
  };
  const said = async (page: Page) => (await page.locator("#captions-vi .caption[data-status=final] .line").allTextContents()).toReversed();

  test("what is spoken stands on the streamer's page, on the overlay and on a phone, in each language", async () => {
    const page = await open();
    const viewers = await stage.stranger();
    const [overlay, watch] = [await viewers.newPage(), await viewers.newPage()];
    await overlay.goto(`${show.links.overlay}?lang=ja`);
    await watch.goto(`${show.links.watch}?lang=en`);
    await overlay.locator(".language[data-line=live]").waitFor({ state: "attached" });
    await watch.locator("#line-state[data-state=live]").waitFor();
    await page.click("#mic");
    await page.getByText("Đang nghe…").waitFor();
    await page.evaluate(`ear.hear(["vải nhà em ba mươi", false])`);
    await page.locator("#heard", { hasText: "vải nhà em ba mươi" }).waitFor();
    await page.evaluate(`ear.hear(["vải nhà em ba mươi tám nghìn một ký", true])`);
    await overlay.locator(".caption .line", { hasText: "38,000" }).first().waitFor();
    await watch.locator(".caption", { hasText: "Our lychees are 38,000 dong per kilo." }).waitFor();
    await page.locator("#now-en", { hasText: "38,000" }).waitFor();
    expect(await said(page)).toEqual(["Vải nhà em 38 nghìn một ký."]);
    // The script goes on after the line that was heard.
    expect(await page.locator("[data-line=b]").getAttribute("class")).toContain("said");
    await page.click("#mic");
    expect(await page.getAttribute("#mic", "aria-pressed")).toBe("false");
    await Promise.all([page.context().close(), viewers.close()]);
  });

  test("interims and finals are one caption each, though a final comes twice, a pause ends a sentence and the session ends", async () => {
    const page = await open();
    await page.click("#mic");
    await expect.poll(() => page.evaluate("window.ears.length")).toBe(1);
    await page.evaluate(
      `ear.hear(["xin chào cả", false]); ear.hear(["xin chào cả nhà mình", true]); ear.hear(["xin chào cả nhà mình", true], ["xin chào cả nhà mình", true])`,
    );
    // Nothing new for 800 ms: the sentence is out though the recogniser goes on guessing.
    await page.evaluate(`ear.hear(["", true], ["", true], ["hôm nay em hái vải sớm", false])`);
    await page.locator("#captions-vi .caption[data-status=final]", { hasText: "hái vải sớm" }).waitFor({ state: "attached" });
    await page.evaluate(`ear.hear(["", true], ["", true], ["hôm nay em hái vải sớm lắm cả nhà", false]); ear.finish()`);
    await expect.poll(() => page.evaluate("window.ears.length")).toBe(2);
    await page.evaluate(`ear.hear(["ai chốt thì nhắn em nhé", true])`);
    await page.locator("#captions-vi .caption[data-status=final]", { hasText: "nhắn em" }).waitFor({ state: "attached" });
    expect(await said(page)).toEqual(["xin chào cả nhà mình", "hôm nay em hái vải sớm", "lắm cả nhà", "ai chốt thì nhắn em nhé"]);
    await page.context().close();
  });

  test("through the server: what is said between two silences is sent as sound, heard with the show's names, and captioned", async () => {
    vendor.hear(() => ({ text: "vải nhà em 36 nghìn một ký" }));
    const page = await open({ clock: true });
    await page.selectOption("#engine", "server");
    await page.click("#mic");
    await page.getByText("Đang nghe…").waitFor();
    await speak(page);
    await expect.poll(() => vendor.transcriptions.length).toBe(1);
    const [clip] = vendor.transcriptions;
    expect(clip).toMatchObject({ model: "whisper-1", language: "vi", file: { name: "speech.webm", type: "audio/webm" } });
    // Matroska's own beginning: a file that can be heard by itself.
    expect([...(clip?.file.bytes.slice(0, 4) ?? [])]).toEqual([0x1a, 0x45, 0xdf, 0xa3]);
    await page.locator("#captions-vi .caption", { hasText: "Vải nhà em 36 nghìn một ký." }).waitFor({ state: "attached" });
    await page.locator("#heard", { hasText: "36 nghìn" }).waitFor();
    vendor.hear(() => ({ status: 401 }));
    await speak(page);
    await expect.poll(() => vendor.transcriptions.length).toBeGreaterThan(1);
    // It is tried again for as long as the words are of use.
    await page.clock.fastForward(7_000);
    await page.locator("#health", { hasText: "nhận giọng nói đang không trả lời" }).waitFor();
    await page.context().close();
  });

  describe("with the show's budget at its end", () => {
    const spend = async (left: number) => {
      const used = stage.services.config.showTokens - left;
      await stage.services.database.db.insert(showTokens).values({ showId: show.id, used, spent: left === 0 });
    };
    const openWithServer = async () => {
      const page = await open();
      await page.selectOption("#engine", "server");
      await page.click("#mic");
      await page.getByText("Đang nghe…").waitFor();
      return page;
    };
    beforeEach(() => void (vendor.transcriptions.length = 0));

    test("the browser goes on listening before anything is lost, and the next show has the server again", async () => {
      vendor.hear(() => ({ text: "em bổ thử trái này cho cả nhà coi" }));
      const page = await openWithServer();
      await spend(3_000);
      await speak(page);
      await page.locator("#captions-vi .caption", { hasText: "bổ thử trái này" }).waitFor({ state: "attached" });
      await page.locator("#health", { hasText: "trình duyệt này nghe thay, bạn cứ nói tiếp" }).waitFor();
      expect(await page.inputValue("#engine")).toBe("browser");
      await expect.poll(() => page.evaluate("window.ears.length")).toBe(1);
      await page.evaluate(`ear.hear(["em nói tiếp đây cả nhà ơi", true])`);
      await page.locator("#captions-vi .caption", { hasText: "em nói tiếp đây" }).waitFor({ state: "attached" });
      expect(vendor.transcriptions).toHaveLength(1);
      // After a reload nothing is sent to be turned away.
      await page.reload();
      await page.locator("#line-state[data-state=live]").waitFor();
      expect(await page.inputValue("#engine")).toBe("server");
      await page.click("#mic");
      await page.locator("#health", { hasText: "trình duyệt này nghe thay" }).waitFor();
      await expect.poll(() => page.evaluate("window.ears.length")).toBe(1);
      show = await stage.openShow({ script: SCRIPT });
      await page.goto(`/shows/${show.id}?lang=vi`);
      await page.locator("#line-state[data-state=live]").waitFor();
      expect(await page.inputValue("#engine")).toBe("server");
      await page.context().close();
    });

    test("a sentence that was turned away is told at once, with what still works", async () => {
      vendor.hear(() => ({ text: "không ai nghe câu này" }));
      const page = await openWithServer();
      await spend(0);
      await speak(page);
      await page.locator("#health", { hasText: "Câu vừa rồi chưa lên phụ đề, bạn nói lại hoặc gõ lại nhé." }).waitFor({ timeout: 5_000 });
      await expect.poll(() => page.evaluate("window.ears.length")).toBe(1);
      expect(await page.getAttribute("#mic", "aria-pressed")).toBe("true");
      await page.context().close();
    });

    test("a browser that only records stops the microphone, and typing works; with new budget it hears again", async () => {
      const context = await stage.signedIn();
      await context.addInitScript({ content: `${FAKE_EARS}; delete window.webkitSpeechRecognition; delete window.SpeechRecognition;` });
      const page = await context.newPage();
      await page.goto(`/shows/${show.id}?lang=vi`);
      await page.locator("#line-state[data-state=live]").waitFor();
      vendor.hear(() => ({ text: "trái này nặng gần một ký luôn nè" }));
      await page.click("#mic");
      await page.getByText("Đang nghe…").waitFor();
      await spend(2_000);
      await speak(page);
      // Almost spent is no reason to hear no more.
      await page.locator("#captions-vi .caption", { hasText: "gần một ký" }).waitFor({ state: "attached" });
      expect(await page.getAttribute("#mic", "aria-pressed")).toBe("true");
      await stage.services.database.db.update(showTokens).set({ used: 40_000_000 }).where(eq(showTokens.showId, show.id));
      await speak(page);
      await page.locator("#health", { hasText: "nên micro tắt" }).waitFor({ timeout: 5_000 });
      expect(await page.getAttribute("#mic", "aria-pressed")).toBe("false");
      expect(vendor.transcriptions).toHaveLength(1);
      await page.fill("#say", "Em gõ cho cả nhà đọc nha");
      await page.press("#say", "Enter");
      await page.locator("#captions-vi .caption", { hasText: "Em gõ cho cả nhà đọc nha" }).waitFor({ state: "attached" });
      await stage.services.database.db.update(showTokens).set({ used: 0 }).where(eq(showTokens.showId, show.id));
      await page.click("#mic");
      await page.getByText("Đang nghe…").waitFor();
      await speak(page);
      await expect.poll(() => vendor.transcriptions.length).toBe(2);
      await context.close();
    });
  });

  test("a second device is told that the first one holds the microphone, and may type all the same", async () => {
    const [first, second] = [await open(), await open()];
    await first.click("#mic");
    await first.getByText("Đang nghe…").waitFor();
    await first.evaluate(`ear.hear(["em đang nói ở máy này nhé cả nhà", true])`);
    await first.locator("#now-vi", { hasText: "máy này" }).waitFor();
    await second.click("#mic");
    await second.locator("#heard", { hasText: "Máy khác đang giữ micro" }).waitFor();
    expect(await second.getAttribute("#mic", "aria-pressed")).toBe("false");
    await second.fill("#say", "Còn em gõ ở máy kia");
    await second.press("#say", "Enter");
    await first.locator("#now-vi", { hasText: "máy kia" }).waitFor();
    await Promise.all([first.context().close(), second.context().close()]);
  });

  test("a microphone that is denied, or hears nothing for long, is told in plain words", async () => {
    const page = await open({ clock: true });
    await page.click("#mic");
    await page.getByText("Đang nghe…").waitFor();
    await page.clock.runFor(12_000);
    await page.locator("#health", { hasText: "Không nghe thấy tiếng" }).waitFor();
    await page.click("#mic");
    await expect.poll(() => page.textContent("#health")).toBe("");
    await page.evaluate(`navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError"))`);
    await page.click("#mic");
    await page.locator("#heard", { hasText: "Micro đang bị chặn" }).waitFor();
    expect(await page.getAttribute("#mic", "aria-pressed")).toBe("false");
    await page.setViewportSize({ width: 1280, height: 720 });
    const isWhole = () =>
      page.evaluate<boolean>(`(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight)(document.getElementById("heard"))`);
    expect(await isWhole()).toBe(true);
    await page.context().close();
  });

  test("a browser that neither recognises nor records says so, and typing works all the same", async () => {
    const context = await stage.signedIn();
    await context.addInitScript({
      content: "delete window.webkitSpeechRecognition; delete window.SpeechRecognition; delete window.MediaRecorder;",
    });
    const page = await context.newPage();
    await page.goto(`/shows/${show.id}?lang=vi`);
    await page.locator("#heard", { hasText: "Trình duyệt này không nhận được giọng nói" }).waitFor();
    expect(await page.isDisabled("#mic")).toBe(true);
    await page.fill("#say", "Em gõ chữ vậy nhé cả nhà");
    await page.press("#say", "Enter");
    await page.locator("#captions-vi .caption", { hasText: "Em gõ chữ vậy nhé cả nhà" }).waitFor({ state: "attached" });
    await context.close();
  });
});
