import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FACT_KINDS } from "#facts/fact.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { measureContrasts, readProperties, SCHEMES } from "#web/pages/palette.ts";
import { axeViolations, findChromium } from "../support/browser.ts";
import { layoutFaults } from "./layout-faults.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";
import { turnScheme } from "./turn-scheme.ts";

const SIZES = [360, 768, 1_440].map((width) => ({ width, height: 900 }));

test("every colour stands out from every ground it is put on, in the light and in the dark", () => {
  const contrasts = measureContrasts();
  expect(contrasts.length).toBeGreaterThan(15);
  const weak = contrasts.flatMap(({ colour, ground, needed, measured }) =>
    SCHEMES.filter((scheme) => !(measured[scheme] >= needed)).map((scheme) => `${colour} on ${ground}, ${scheme}: ${measured[scheme]}`),
  );
  expect(weak).toEqual([]);
  expect(readProperties().dark.get("paper")).not.toBe(readProperties().light.get("paper"));
});

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("the page of parts", { timeout: 120_000 }, () => {
  let stage: PageStage;
  beforeAll(async () => void (stage = await setPageStage()), 90_000);
  afterAll(() => stage?.close());

  test.each(LANGUAGES)(
    "in %s shows a stranger every part without a fault, at every size, light and dark, letters large or not",
    async (language) => {
      const page = await (await stage.stranger()).newPage();
      const faults: string[] = [];
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      await page.goto(`/design?lang=${language}`);
      expect(await page.getAttribute("meta[name=robots]", "content")).toBe("noindex");
      expect(await page.locator(".design > p > .tag[class*=tone-]").count()).toBe(FACT_KINDS.length);
      for (const part of [
        ".question",
        "#remarks .remark.block",
        "#remarks .remark.warn",
        ".notes mark",
        ".block",
        ".why",
        ".parity",
        ".version",
        ".caption",
      ]) {
        expect([part, await page.locator(part).count()]).not.toEqual([part, 0]);
      }
      await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
      for (const [index, size] of SIZES.entries()) {
        await page.setViewportSize(size);
        const scheme = await turnScheme(page, language, index);
        faults.push(...[...(await axeViolations(page)), ...(await layoutFaults(page))].map((fault) => `${size.width} ${scheme}: ${fault}`));
      }
      await page.evaluate(`document.documentElement.style.fontSize = "200%"`);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        faults.push(...(await layoutFaults(page)).map((fault) => `letters twice as large, ${size.width}: ${fault}`));
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );
});
