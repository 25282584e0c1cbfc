import type { BrowserContext } from "playwright-core";
import { MARKETS } from "#i18n/language.ts";
import { findChromium, launchBrowser } from "../support/browser.ts";
import { setPageStage, type PageStage } from "../web/page-stage.ts";
import { transferredBytes } from "../web/transferred-bytes.ts";
import { median, ROUNDS, type Bench, type Result } from "./result.ts";

const NOTES = `Nhà mình trồng vải thiều ở Lục Ngạn, làm VietGAP, không hóa chất.
Giá 35k/kg, đóng thùng 5kg, còn khoảng 2 tấn. Hái từ 10/6 đến 25/6.`;
/** "Slow 4G" of Chromium's own tools, which once was called Fast 3G. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const FIRST_PAINT_MS_MAX = 1_000;
const TRANSFERRED_KB_MAX = 100;
const FIRST_PAINT = `new Promise((seen) => new PerformanceObserver((list) => {
  const paint = list.getEntries().find(({ name }) => name === "first-contentful-paint");
  if (paint !== undefined) seen(paint.startTime);
}).observe({ type: "paint", buffered: true }))`;

/** Each page on a cold phone and a slow line: when its first words stand there, and what it took on the way. */
export const openPages: Bench = {
  ...(findChromium() === undefined && { skip: "no Chromium" }),
  async run() {
    const browser = await launchBrowser();
    const stage = await setPageStage({ browser });
    try {
      const results: Result[] = [];
      for (const [name, path] of Object.entries(await pathsOf(stage))) results.push(...(await open(stage, name, path)));
      return results;
    } finally {
      await stage.close();
      await browser.close();
    }
  },
};

/** Not the overlay: it stands in a program on a desk, and is empty until somebody speaks. */
async function pathsOf(stage: PageStage): Promise<Record<string, string>> {
  const story = await stage.tell({ notes: NOTES, markets: [...MARKETS] });
  const show = await stage.openShow({ storyIds: [story.id] });
  await stage.say(show, "Cả nhà ơi, vải thiều Lục Ngạn nhà em hôm nay giá 35 nghìn một ký nhé!");
  return {
    notes: "/?lang=vi",
    story: `/?story=${story.id}&lang=vi`,
    prompter: `/stories/${story.id}/prompt?lang=ja&ui=vi`,
    checklist: `/stories/${story.id}/coach?lang=vi`,
    plan: `/stories/${story.id}/plan?lang=vi`,
    console: `/shows/${show.id}?lang=vi`,
    watch: `${new URL(show.links.watch).pathname}?lang=en`,
    documents: "/docs",
    listing: `/ja/listings/${encodeURIComponent(story.listings.ja?.slug ?? "")}`,
    catalogue: "/ja/growers/owner",
    exports: "/exports?lang=vi",
    parts: "/design?lang=vi",
  };
}

async function open(stage: PageStage, name: string, path: string): Promise<Result[]> {
  const rounds: { paintMs: number; kilobytes: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await stage.signedIn();
    rounds.push(await openOnce(context, path));
    await context.close();
  }
  const note = `${name} on a cold cache, 562 ms to the server and back, 180 kB/s`;
  const paint = median(rounds.map(({ paintMs }) => paintMs));
  const kilobytes = median(rounds.map((round) => round.kilobytes));
  return [
    { name: `${name}: first words`, unit: "ms", ours: paint, promise: { of: "ours", atMost: FIRST_PAINT_MS_MAX }, note },
    { name: `${name}: transferred`, unit: "KB", ours: kilobytes, promise: { of: "ours", atMost: TRANSFERRED_KB_MAX }, note },
  ];
}

async function openOnce(context: BrowserContext, path: string): Promise<{ paintMs: number; kilobytes: number }> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", SLOW_4G);
  await page.goto(path, { waitUntil: "load" });
  return { paintMs: await page.evaluate<number>(FIRST_PAINT), kilobytes: (await transferredBytes(page)) / 1_000 };
}
