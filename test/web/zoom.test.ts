import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import type { Show } from "#shows/show.ts";
import type { Story } from "#stories/story.ts";
import { findChromium } from "../support/browser.ts";
import { layoutFaults } from "./layout-faults.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";

const NOTES = `Nhà mình trồng vải thiều ở Lục Ngạn, làm VietGAP, không hóa chất.
Giá 35k/kg, đóng thùng 5kg, còn khoảng 2 tấn. Hái từ 10/6 đến 25/6.`;
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1_440, height: 900 };
const SIZES = [PHONE, { width: 768, height: 1_024 }, DESK];
/** As long as four pages at once may take on a slow line and a busy machine. */
const PAGE_MS = 90_000;
/** Good by Web Vitals is 0.1; ours is half of it. */
const SHIFT_MAX = 0.05;
const WATCH_SHIFTS = `
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
`;

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("every page", { timeout: 180_000 }, () => {
  let stage: PageStage;
  let story: Story;
  let show: Show;
  let grower: string;

  beforeAll(async () => {
    stage = await setPageStage();
    story = await stage.tell({ notes: NOTES, markets: [...MARKETS] });
    const listing = await fetch(`${stage.web.url}/vi/listings/${encodeURIComponent(story.listings.vi?.slug ?? "")}`);
    grower = /\/vi\/growers\/([^"?]+)/.exec(await listing.text())?.[1] ?? "";
    show = await stage.openShow({ storyIds: [story.id] });
    await stage.say(show, "Cả nhà ơi, vải thiều Lục Ngạn nhà em hôm nay giá 35 nghìn một ký nhé!");
  }, 90_000);
  afterAll(() => stage?.close());

  const paths = (language: (typeof LANGUAGES)[number]) => ({
    start: `/?lang=${language}`,
    story: `/?story=${story.id}&lang=${language}`,
    prompter: `/stories/${story.id}/prompt?lang=${language}&ui=${language}`,
    coach: `/stories/${story.id}/coach?lang=${language}`,
    plan: `/stories/${story.id}/plan?lang=${language}`,
    console: `/shows/${show.id}?lang=${language}`,
    watch: `${new URL(show.links.watch).pathname}?lang=${language}`,
    listing: `/${language}/listings/${encodeURIComponent(story.listings[language]?.slug ?? "")}`,
    catalogue: `/${language}/growers/${grower}`,
    exports: `/exports?lang=${language}`,
    offline: `/offline?lang=${language}`,
    design: `/design?lang=${language}`,
    documents: "/docs",
  });
  const settle = async (page: Page) => {
    await page.waitForLoadState("load");
    await page.evaluate("new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))");
  };

  /** Errors in the browser's console, and files that do not come; a stream that ends with its page is none. */
  const complaintsOf = (page: Page): string[] => {
    const complaints: string[] = [];
    const note = (what: string) => void complaints.push(`${page.url()}: ${what}`);
    page.on("pageerror", ({ message }) => note(message));
    page.on("console", (message) => message.type() === "error" && note(`${message.text()} ${message.location().url}`));
    page.on("requestfailed", (request) => {
      const failure = request.failure()?.errorText ?? "";
      if (failure !== "net::ERR_ABORTED") note(`${failure} ${request.url()}`);
    });
    return complaints;
  };

  /** What a page shows when its letters are twice as large and everything in it is open, at every size. */
  const enlargedFaults = async (page: Page, name: string) => {
    await page.evaluate(`document.documentElement.style.fontSize = "200%"`);
    await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
    const faults: string[] = [];
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await settle(page);
      faults.push(...(await layoutFaults(page)).map((fault) => `${name} ${size.width}: ${fault}`));
    }
    return faults;
  };

  // So slow that each page is painted before its script is there: what the script puts in has its place by then. Most of it
  // is waiting for that line: they wait side by side, each in a context of its own.
  test.concurrent.for([...LANGUAGES.map((language) => ({ language, viewport: PHONE })), { language: "vi" as const, viewport: DESK }])(
    "holds still in $language while it loads on a slow line, $viewport.width pixels wide, complains of nothing, and with letters twice as large cuts off no word and lays none over another",
    async ({ language, viewport }, { expect }) => {
      const context = await stage.signedIn({ viewport, locale: language });
      context.setDefaultTimeout(PAGE_MS);
      await context.addInitScript({ content: WATCH_SHIFTS });
      const shifts: Record<string, number> = {};
      const faults: string[] = [];
      // OBS sets the overlay's letters by the picture, nobody else; but it must not jump either.
      const overlay = `${new URL(show.links.overlay).pathname}?lang=${language}`;
      for (const [name, path] of Object.entries({ ...paths(language), overlay })) {
        const page = await context.newPage();
        const complaints = complaintsOf(page);
        const cdp = await context.newCDPSession(page);
        await cdp.send("Network.emulateNetworkConditions", {
          offline: false,
          latency: 150,
          downloadThroughput: 40_000,
          uploadThroughput: 90_000,
        });
        await page.goto(path);
        await settle(page);
        await page.waitForTimeout(300);
        shifts[name] = await page.evaluate<number>("shift");
        // Where one language is loaded a second time, its letters are not enlarged again; nor are the overlay's, which OBS sizes.
        if (viewport === PHONE && name !== "overlay") faults.push(...(await enlargedFaults(page, name)));
        faults.push(...complaints);
        await page.close();
      }
      const moved = Object.entries(shifts).filter(([, shift]) => shift > SHIFT_MAX);
      expect({ moved, faults }).toEqual({ moved: [], faults: [] });
      await context.close();
    },
  );
});
