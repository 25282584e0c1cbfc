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

/** How far two colours are from each other in OKLab, where 0.02 is just seen. */
function distance(one: string, other: string): number {
  const [a, b] = [one, other].map((hex) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
    const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return [
      0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
      1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
      0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    ];
  });
  return Math.hypot(...(a ?? []).map((value, axis) => value - (b?.[axis] ?? 0)));
}

test("each kind of fact has a colour of its own, which nobody takes for another's", () => {
  for (const scheme of SCHEMES) {
    const colours = FACT_KINDS.map((kind) => [kind, readProperties()[scheme].get(`kind-${kind}`) ?? ""] as const);
    const alike = colours.flatMap(([kind, colour], at) =>
      colours.slice(at + 1).flatMap(([other, second]) => (distance(colour, second) > 0.035 ? [] : [`${scheme}: ${kind}, ${other}`])),
    );
    expect(alike).toEqual([]);
  }
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
      const looks: string[][] = await page.evaluate(`Array.from(document.querySelectorAll(".design > p > .tag[class*=tone-]"), (tag) => {
        const { backgroundColor, textDecorationLine, textDecorationStyle } = getComputedStyle(tag);
        return [backgroundColor, textDecorationLine + " " + textDecorationStyle];
      })`);
      expect(new Set(looks.map(([colour]) => colour)).size).toBe(FACT_KINDS.length);
      expect(new Set(looks.map(([, line]) => line))).toEqual(
        new Set(["dashed", "dotted", "double", "solid"].map((style) => `underline ${style}`)),
      );
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
