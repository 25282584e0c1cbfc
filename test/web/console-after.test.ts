import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { correctCue } from "#shows/correct-cue.ts";
import { retractCue } from "#shows/retract-cue.ts";
import { findChromium } from "../support/browser.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";

const SCRIPT = [
  { id: "gate", vi: "Cổng vườn mở từ sáu giờ sáng.", en: "The orchard gate opens at six.", ja: "農園の門は朝6時に開きます。" },
  { id: "rope", vi: "Mỗi bó rau buộc một sợi lạt tre.", en: "Each bunch is tied with bamboo.", ja: "野菜は一束ずつ竹ひもで結びます。" },
];

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("the console after a show", { timeout: 60_000 }, () => {
  let stage: PageStage;
  beforeAll(async () => {
    stage = await setPageStage();
  }, 90_000);
  afterAll(() => stage?.close());
  const correct = (showId: string, cue: string, language: "vi" | "en" | "ja", text: string) =>
    correctCue(stage.services, OWNER_ACCOUNT_ID, showId, cue, { language, text });

  test("how many sentences were prepared lines, and how many a person changed, is said in words", async () => {
    const show = await stage.openShow({ script: SCRIPT });
    const page = await (await stage.signedIn()).newPage();
    page.on("dialog", (dialog) => void dialog.accept());
    await page.goto(`/shows/${show.id}?lang=vi`);
    await page.click("#tab-more");
    expect(await page.isVisible("#mended")).toBe(false);
    const gate = await stage.say(show, "cổng vườn mở từ sáu giờ sáng");
    await correct(show.id, gate, "en", "Our gate is open from six.");
    await retractCue(stage.services, OWNER_ACCOUNT_ID, show.id, await stage.say(show, "mỗi bó rau buộc một sợi lạt tre"));
    await stage.say(show, "con mèo nhà em nó leo lên mái nhà rồi");
    await page.click("#end-show");
    await page.getByText("Cả buổi 3 câu, 2 câu trúng bài soạn; trong đó bạn sửa 1, gỡ 1.").waitFor();
    expect(await page.isVisible("#mended-machine")).toBe(false);
    await page.context().close();
  });
});
