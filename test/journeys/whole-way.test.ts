import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSignInLink } from "#access/create-sign-in-link.ts";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import type { Language } from "#i18n/language.ts";
import { drawLychees } from "../../scripts/screenshots/draw-lychees.ts";
import { PAGE_NAMES, walk, type PageName } from "../../scripts/screenshots/walk.ts";
import { WORDS } from "../../scripts/screenshots/words.ts";
import { findChromium } from "../support/browser.ts";
import { layoutFaults } from "../web/layout-faults.ts";
import { setPageStage, type PageStage } from "../web/page-stage.ts";

const PHONE = { width: 360, height: 740 };
const TABLET = { width: 768, height: 1_024 };
const DESK = { width: 1_440, height: 900 };
const OWN_LETTERS: Record<Language, RegExp> = { vi: /[à-ỹ]/, en: /^[ -~–—’“”]+$/, ja: /[ぁ-ん]/ };

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("the whole way", { timeout: 180_000 }, () => {
  let stage: PageStage;
  beforeAll(async () => {
    stage = await setPageStage();
  }, 120_000);
  afterAll(() => stage?.close());

  /** As it stands, then dark in every size: colours move nothing, so each size is looked at once. The overlay is laid over a picture of its own size. */
  const looks = async (page: Page, name: PageName): Promise<string[]> => {
    const policy = await page.evaluate<string>(`fetch(location).then(({ headers }) => headers.get("content-security-policy") ?? "")`);
    const faults = policy.startsWith("default-src 'none'; script-src '") && !/unsafe-/.test(policy) ? [] : [`${name}: ${policy}`];
    if (name === "overlay") return faults;
    faults.push(...(await layoutFaults(page)).map((fault) => `${name}: ${fault}`));
    const before = page.viewportSize() ?? DESK;
    await page.emulateMedia({ colorScheme: "dark" });
    for (const size of [PHONE, TABLET, DESK]) {
      await page.setViewportSize(size);
      faults.push(...(await layoutFaults(page)).map((fault) => `${name} ${size.width}: ${fault}`));
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize(before);
    return faults;
  };

  test.each([
    ["vi", PHONE],
    ["en", TABLET],
    ["ja", DESK],
  ] as const)("from a grower's notes to the answer that a buyer reads in %s is gone by clicking and typing", async (language, viewport) => {
    const words = WORDS[language];
    const seen: PageName[] = [];
    const faults: string[] = [];
    const watched = new Set<Page>();
    const textsOf = (page: Page, selector: string) => page.locator(selector).allTextContents();
    const checks: Partial<Record<PageName, (page: Page) => Promise<void>>> = {
      facts: async (page) =>
        expect(await textsOf(page, ".notes mark")).toEqual(expect.arrayContaining(["VietGAP", "ship toan quoc 2-3 ngay"])),
      answered: async (page) => expect((await textsOf(page, ".facts li[id]")).join()).toContain("2 thùng"),
      edited: async (page) => expect(await textsOf(page, "#pitch-vi .block:has(.mine) .say")).toEqual([words.edit]),
      overlay: async (page) =>
        expect((await textsOf(page, `.language[lang=${language}] .caption`)).join(" ")).toMatch(OWN_LETTERS[language]),
      watch: async (page) => {
        const lines = await textsOf(page, `#captions .caption[lang=${language}] .line`);
        expect(lines).toHaveLength(5);
        for (const line of lines) expect(line).toMatch(OWN_LETTERS[language]);
      },
      buyers: async (page) => expect((await textsOf(page, "#buyers .vi")).join()).toMatch(OWN_LETTERS.vi),
      reply: async (page) => expect((await textsOf(page, `.answer[lang=${language}]`)).join()).toMatch(OWN_LETTERS[language]),
      catalogue: async (page) => expect(await page.locator(`.cards a[href^="/${language}/listings/"]`).count()).toBeGreaterThan(0),
    };
    await walk({
      browser: stage.browser,
      url: stage.web.url,
      signIn: `/sign-in?token=${await createSignInLink(stage.services, OWNER_ACCOUNT_ID)}`,
      language,
      words,
      photo: await drawLychees(800, 600),
      context: { viewport },
      async see(name, page) {
        seen.push(name);
        if (!watched.has(page)) {
          page.on("pageerror", ({ message }) => faults.push(`${page.url()}: ${message}`));
          // A rule of the page's policy that is broken is told there too.
          page.on("console", (message) => message.type() === "error" && faults.push(`${page.url()}: ${message.text()}`));
        }
        watched.add(page);
        expect(await page.getAttribute("html", "lang")).toBe(language);
        faults.push(...(await looks(page, name)));
        await checks[name]?.(page);
      },
    });
    expect(faults).toEqual([]);
    expect(seen).toEqual(PAGE_NAMES);
  });
});
