import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { correctCue } from "#shows/correct-cue.ts";
import { renewTokens } from "#shows/renew-tokens.ts";
import { retractCue } from "#shows/retract-cue.ts";
import type { Show } from "#shows/show.ts";
import { findChromium } from "../support/browser.ts";
import { XSS } from "../support/xss.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";

const LONG = {
  id: "long",
  vi: "Cả nhà ơi, vải thiều Lục Ngạn nhà em hôm nay giá 35 nghìn một ký, thùng 5 ký nhé!",
  en: "Everyone, our Luc Ngan lychees are 35,000 dong per kilo today, in boxes of 5 kilos!",
  ja: "皆さん、本日のルックガン産ライチは1キロ35,000ドン、5キロ箱でお届けします。",
};
const SHORT = { id: "short", vi: "Em chào cả nhà ạ.", en: "Hello, everyone.", ja: "皆さん、こんにちは。" };

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("the overlay", { timeout: 120_000 }, () => {
  let stage: PageStage;
  let context: BrowserContext;
  let show: Show;

  beforeAll(async () => {
    stage = await setPageStage();
    show = await stage.openShow({ script: [LONG, SHORT] });
    context = await stage.stranger({ viewport: { width: 1280, height: 720 } });
  }, 60_000);
  afterAll(() => stage?.close());

  const open = async (query: string, of = show, size?: { width: number; height: number }): Promise<Page> => {
    const page = await context.newPage();
    if (size !== undefined) await page.setViewportSize(size);
    await page.goto(`${of.links.overlay}?${query}`);
    const languages = await page.locator(".language").count();
    await lineIs(page, "live", languages - 1);
    return page;
  };
  const lineIs = (page: Page, state: string, index = 0) =>
    page.locator(`.language[data-line=${state}]`).nth(index).waitFor({ state: "attached" });
  const linesOf = (page: Page, language: string) => page.locator(`.language[lang=${language}] .caption:last-child .line`).allTextContents();

  test("an XSS list said as captions is text and nothing else, and normal use breaks no rule of the page's policy", async () => {
    const hostile = await stage.openShow({ title: XSS[4] ?? "", languages: ["vi"] });
    const page = await open("lang=vi&lines=6", hostile);
    const asked: string[] = [];
    const troubles: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => troubles.push(message.text()));
    page.on("pageerror", (error) => troubles.push(error.message));
    const policy = await page.evaluate<string>(`fetch(location).then((answer) => answer.headers.get("content-security-policy"))`);
    expect(policy).not.toMatch(/unsafe|'self'[^;]*script|\*/);
    asked.length = 0;
    for (const text of XSS) {
      await stage.say(hostile, `Vải ${text}`);
      await page.locator(".caption", { hasText: "Vải" }).last().waitFor();
    }
    await expect.poll(async () => (await linesOf(page, "vi")).join(" ")).toContain("<x onclick=window.ran=1 onpointerover");
    expect(await page.evaluate("window.ran")).toBeUndefined();
    expect(await page.evaluate(`[...new Set([...document.body.querySelectorAll("*")].map(({ localName }) => localName))].sort()`)).toEqual([
      "div",
      "main",
      "p",
      "script",
      "span",
    ]);
    expect(asked).toEqual([]);
    expect(troubles).toEqual([]);
    // The policy itself stands behind it: markup that came in all the same would not run.
    await page
      .evaluate(`document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = 1" }))`)
      .catch(() => {});
    await page.evaluate(`document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=window.ran=1>")`);
    expect(await page.evaluate(`document.body.querySelectorAll("img").length`)).toBe(0);
    expect(await page.evaluate("window.ran")).toBeUndefined();
    await page.close();
  });

  test("style comes from the address and from the CSS that OBS adds, and what cannot be read changes nothing", async () => {
    const page = await open("lang=vi&size=40&color=ffee00&background=102030&position=top&align=left&font=Noto%20Serif&shadow=none");
    const plain = await open(`lang=vi&size=x&color=red;}&background=url(x)&position=up&font=a"b&layout=round&lines=-1`);
    await stage.say(show, SHORT.vi);
    const styleOf = (of: Page, property: string) =>
      of.evaluate<string>(`getComputedStyle(document.querySelector(".caption"))["${property}"]`);
    for (const each of [page, plain]) await each.locator(".caption .line").first().waitFor();
    expect(
      await Promise.all(["fontSize", "color", "backgroundColor", "fontFamily", "textShadow"].map((name) => styleOf(page, name))),
    ).toEqual(["40px", "rgb(255, 238, 0)", "rgb(16, 32, 48)", '"Noto Serif", sans-serif', "none"]);
    expect((await page.locator(".caption").boundingBox())?.y).toBeLessThan(100);
    expect(await styleOf(plain, "color")).toBe("rgb(255, 255, 255)");
    expect(await styleOf(plain, "backgroundColor")).toBe("rgba(0, 0, 0, 0.72)");
    expect((await plain.locator(".caption").boundingBox())?.y).toBeGreaterThan(500);
    for (const each of [page, plain]) {
      expect(
        await each.evaluate("getComputedStyle(document.body).backgroundColor + getComputedStyle(document.documentElement).backgroundColor"),
      ).toBe("rgba(0, 0, 0, 0)rgba(0, 0, 0, 0)");
    }
    await page.evaluate(
      `const style = document.createElement("style"); style.innerHTML = ".line { color: rgb(1, 2, 3) }"; document.head.append(style)`,
    );
    await expect.poll(() => page.evaluate(`getComputedStyle(document.querySelector(".line")).color`)).toBe("rgb(1, 2, 3)");
    await Promise.all([page.close(), plain.close()]);
  });

  test("two languages stand over each other, a phone's picture has three lines, and no size makes a line too wide", async () => {
    // A show of its own: nothing said before still stands on its screens.
    const own = await stage.openShow({ script: [LONG] });
    const both = await open("lang=vi,ja", own);
    const tall = await open("lang=en&layout=vertical", own, { width: 540, height: 960 });
    const huge = await open("lang=vi&size=150", own);
    await stage.say(own, LONG.vi);
    await both.locator(".language[lang=ja] .line").first().waitFor();
    expect(await linesOf(both, "vi")).toEqual(["Cả nhà ơi, vải thiều Lục Ngạn nhà em hôm", "nay giá 35 nghìn một ký, thùng 5 ký nhé!"]);
    expect(await linesOf(both, "ja")).toEqual(["皆さん、本日の", "ルックガン産ライチは"]);
    expect(await both.evaluate(`[...document.querySelectorAll(".language")].map(({ lang }) => lang)`)).toEqual(["vi", "ja"]);
    await tall.locator(".line").nth(2).waitFor();
    await huge.locator(".line").nth(1).waitFor();
    expect(await huge.locator(".line").count()).toBe(2);
    for (const page of [both, tall, huge]) {
      const widths = await page.evaluate<number[]>(
        `[...document.querySelectorAll(".line")].map((line) => { const { left, right } = line.getBoundingClientRect(); return Math.max(-left, right - innerWidth); })`,
      );
      expect(Math.max(...widths)).toBeLessThanOrEqual(0);
      await page.close();
    }
  });

  test("an interim grows in its place and shows what may still change, its final replaces it, a correction too, a retraction takes it off", async () => {
    const own = await stage.openShow({ languages: ["vi"] });
    const page = await open("lang=vi", own);
    const grow = (text: string, final = false) => stage.say(own, text, { id: "growing", final });
    await grow("Cả nhà ơi hôm");
    const caption = page.locator(".caption[data-status=interim]");
    await caption.waitFor();
    await page.evaluate("document.querySelector('.caption').dataset.mark = 'same'");
    await grow("Cả nhà ơi hôm nay em");
    await expect.poll(() => caption.textContent()).toBe("Cả nhà ơi hôm nay em");
    expect(await caption.locator(".tail").textContent()).toBe("nay em");
    const cue = await grow("Cả nhà ơi hôm nay em mở vườn", true);
    await page.locator(".caption[data-status=final][data-mark=same]", { hasText: "mở vườn" }).waitFor();
    expect(await page.locator(".tail").count()).toBe(0);
    await correctCue(stage.services, OWNER_ACCOUNT_ID, own.id, cue, { language: "vi", text: "Cả nhà ơi hôm nay em mở bán" });
    await page.locator(".caption[data-mark=same]", { hasText: "mở bán" }).waitFor();
    await retractCue(stage.services, OWNER_ACCOUNT_ID, own.id, cue);
    await expect.poll(() => page.locator(".caption").count()).toBe(0);
    await page.close();
  });

  test("a long sentence comes two lines by two, leaves after its time, and a page opened later does not show it again", async () => {
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${show.links.overlay}?lang=ja`);
    await lineIs(page, "live");
    await stage.say(show, LONG.vi);
    await page.locator(".line", { hasText: "ルックガン" }).waitFor();
    await page.clock.runFor(5_000);
    expect(await linesOf(page, "ja")).toEqual(["1キロ35,000ドン、", "5キロ箱でお届けします。"]);
    await page.clock.runFor(10_000);
    await expect.poll(() => page.locator(".caption").count()).toBe(0);
    await page.close();

    const reloaded = await context.newPage();
    await reloaded.clock.install();
    await reloaded.goto(`${show.links.overlay}?lang=vi`);
    await stage.say(show, SHORT.vi);
    await reloaded.locator(".caption", { hasText: "chào cả nhà" }).waitFor();
    await reloaded.clock.runFor(20_000);
    await expect.poll(() => reloaded.locator(".caption").count()).toBe(0);
    // A minute later the scene is switched: what is long said stays off the air, what comes is shown.
    await reloaded.route("**/overlay/**", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace(/"clockMs":\d+/, `"clockMs":${Date.now()}`) });
    });
    await reloaded.reload();
    await lineIs(reloaded, "live");
    await stage.say(show, LONG.vi);
    await reloaded.locator(".caption", { hasText: "Lục Ngạn" }).waitFor();
    expect(await reloaded.locator(".caption").count()).toBe(1);
    await reloaded.close();
  });

  test("a lost line or a renewed link leaves nothing on air, and the line comes back by itself", async () => {
    const own = await stage.openShow({ languages: ["vi"] });
    const page = await open("lang=vi", own);
    await stage.say(own, "Xin chào cả nhà mình");
    await page.locator(".caption").first().waitFor();
    await renewTokens(stage.services, OWNER_ACCOUNT_ID, own.id);
    // The server looks at its links every few seconds: meanwhile, another line is lost.
    const lost = await context.newPage();
    await lost.addInitScript({
      content: `window.lines = []; window.EventSource = class extends EventSource { constructor(at) { super(at); lines.push(this); } };`,
    });
    await lost.clock.install();
    await lost.goto(`${show.links.overlay}?lang=vi`);
    await lineIs(lost, "live");
    await stage.say(show, SHORT.vi);
    await lost.locator(".caption").first().waitFor();
    await lost.route("**/v1/live/**", (route) => route.abort());
    await lost.evaluate(`lines[0].close(); lines[0].dispatchEvent(new Event("error"))`);
    await lineIs(lost, "lost");
    await lost.clock.runFor(3_500);
    await expect.poll(() => lost.locator(".caption").count()).toBe(0);
    expect(await lost.evaluate("document.body.innerText.trim()")).toBe("");
    await lost.unroute("**/v1/live/**");
    // The browser has given up this line too: the network is what brings it back.
    await lost.evaluate(`lines.at(-1).close(); lines.at(-1).dispatchEvent(new Event("error")); dispatchEvent(new Event("online"))`);
    await lineIs(lost, "live");
    await stage.say(show, SHORT.vi);
    await lost.locator(".caption").first().waitFor();

    await lineIs(page, "refused");
    await expect.poll(() => page.locator(".caption").count()).toBe(0);
    const answer = await page.reload();
    expect(answer?.status()).toBe(404);
    expect(await page.evaluate("document.body.innerText.trim()")).toBe("");
    expect(await page.evaluate("getComputedStyle(document.documentElement).backgroundColor")).toBe("rgba(0, 0, 0, 0)");
    await Promise.all([page.close(), lost.close()]);
  });
});
