import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ModelError } from "#models/language-model.ts";
import { createScriptedModel } from "#models/scripted-model.ts";
import { findChromium } from "../support/browser.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("a story while it is told", { timeout: 120_000 }, () => {
  const japanese = Promise.withResolvers<void>();
  let stage: PageStage;
  beforeAll(async () => {
    // The rules tell what this model will not; it is slow to say so of the Japanese.
    const model = createScriptedModel(async ({ task, user }) => {
      if (task === "write-pitch" && /<language>\n"ja"/.test(user)) await japanese.promise;
      return new ModelError("refused");
    });
    stage = await setPageStage({ model });
  }, 90_000);
  afterAll(() => stage?.close());

  test("facts light up in the notes, and each language is read as soon as it is there", async () => {
    const page = await (await stage.signedIn()).newPage();
    await page.goto("/?lang=vi");
    await page.fill("#notes", "Vải thiều Lục Ngạn 35k/kg, VietGAP");
    await page.click("#notes-form .primary");
    await page.locator("#pitch-vi .block").first().waitFor();
    await page.locator("#pitch-en .block").first().waitFor({ state: "attached" });
    expect(await page.getAttribute("#progress", "data-status")).toBe("writing");
    expect(await page.locator(".notes mark").allTextContents()).toEqual(["Vải thiều", "Lục Ngạn", "35k/kg", "VietGAP"]);
    expect(new Set(await page.locator(".notes mark").evaluateAll((all) => all.map((mark) => mark.className))).size).toBe(4);
    expect(await page.locator("#progress .done").allTextContents()).toEqual(["Đọc ghi chép", "Tiếng Việt", "Tiếng Anh"]);
    expect(await page.locator("#progress .under-way").allTextContents()).toEqual(["Tiếng Nhật"]);
    japanese.resolve();
    await page.locator("#progress[data-status=ready]").waitFor();
    await page.locator("#pitch-ja .block").first().waitFor({ state: "attached" });
    await page.context().close();
  });
});
