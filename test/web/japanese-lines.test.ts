import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../support/browser.ts";
import { PHONE, setPageStage, type PageStage } from "./page-stage.ts";

/** With the places where a line may end. */
const MARKED = [
  "名前だけでも|覚えて|いただけたら|うれしいです。",
  "届いたら|すぐに|箱を|あけて|つるして|おいて|ください。",
  "少し|高く|感じるかも|しれませんが|それだけの|手間を|かけています。",
  "皮を|むいて|そのまま|かじって|みて|ください。",
  "あしたまでに|お知らせ|いただけると|たすかります。",
  "雨が|降った|あとでも|すぐに|収穫しなければ|なりません。",
  "みなさんに|喜んで|いただけるように|つくりました。",
  "もうすぐ|なくなって|しまいますので|どうぞ|お早めに。",
];
const SAID = MARKED.map((text) => text.replaceAll("|", ""));
const SCRIPT = SAID.map((ja, at) => ({ id: `l${at}`, vi: `Câu soạn sẵn thứ ${"abcdefgh"[at]} của vườn nhà em.`, ja }));

/** How the lines of each caption stand on the page. */
const LINES = `[...document.querySelectorAll("#captions .line")].map((line) => {
  const lines = [];
  let bottom = -Infinity;
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.data.length; at += 1) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const next = range.getBoundingClientRect().bottom;
      if (next > bottom + 1) lines.push("");
      bottom = Math.max(bottom, next);
      lines.push(lines.pop() + node.data[at]);
    }
  }
  return lines;
})`;

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")(
  "Japanese lines on narrow phones",
  { timeout: 60_000 },
  () => {
    let stage: PageStage;
    beforeAll(async () => void (stage = await setPageStage()), 90_000);
    afterAll(() => stage?.close());

    const places = (parts: readonly string[]) => {
      let at = 0;
      return parts.map((part) => (at += part.length));
    };
    const torn = async (page: Page) => {
      const captions = await page.evaluate<string[][]>(LINES);
      expect(captions.map((lines) => lines.join(""))).toEqual(SAID);
      return captions.filter((lines, nth) => {
        const allowed = new Set(places(MARKED[nth]?.split("|") ?? []));
        return !places(lines).every((place) => allowed.has(place));
      });
    };

    test.each(["sent with the page", "live"])("end between words alone, %s", async (way) => {
      const show = await stage.openShow({ script: SCRIPT });
      const sayAll = async () => {
        for (const { vi } of SCRIPT) await stage.say(show, vi);
      };
      if (way !== "live") await sayAll();
      const context = await stage.stranger({ locale: "ja", viewport: PHONE });
      const page = await context.newPage();
      await page.goto(`${show.links.watch}?lang=ja`);
      await page.locator("#line-state[data-state=live]").waitFor();
      if (way === "live") await sayAll();
      await page.locator("#captions .caption", { hasText: "お早めに" }).waitFor();
      for (const width of [320, 340, 360, 375, 390, 412]) {
        await page.setViewportSize({ width, height: PHONE.height });
        expect(await torn(page), `${width} px`).toEqual([]);
      }
      await context.close();
    });
  },
);
