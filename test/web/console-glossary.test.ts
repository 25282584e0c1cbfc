import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { readRecord } from "#shows/read-record.ts";
import { findGlossary, setGlossary } from "#shows/set-glossary.ts";
import { findChromium } from "../support/browser.ts";
import { layoutFaults } from "./layout-faults.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("the console's own words", { timeout: 60_000 }, () => {
  let stage: PageStage;
  beforeAll(async () => {
    stage = await setPageStage();
  }, 90_000);
  afterAll(() => stage?.close());
  const termsOf = async (showId: string) => (await findGlossary(stage.services, OWNER_ACCOUNT_ID, showId)).terms;

  test("a word is added on a phone while the show is on and holds with the next sentence; another phone's are not lost; one is removed", async () => {
    const forbidden = { en: ["coconut jam"] };
    const show = await stage.openShow({ glossary: [{ vi: "kẹo dừa", en: "coconut sweet", forbidden }] });
    const page = await (await stage.signedIn()).newPage();
    await page.goto(`/shows/${show.id}?lang=vi`);
    await page.click("#tab-more");
    await page.locator("#glossary li", { hasText: "kẹo dừa · coconut sweet" }).waitFor();
    // Another device is quicker; this page has not seen its word.
    const seen = await findGlossary(stage.services, OWNER_ACCOUNT_ID, show.id);
    await setGlossary(stage.services, OWNER_ACCOUNT_ID, show.id, { ...seen, terms: [...seen.terms, { vi: "kẹo chuối" }] });
    await page.fill("#term-vi", "cốm dẹp Năm Lành Xóm Dưới");
    await page.fill("#term-ja", "ナムランのコムゼップ");
    await page.getByRole("button", { name: "Thêm từ" }).click();
    await page.getByText("Đã ghi “cốm dẹp Năm Lành Xóm Dưới”").waitFor();
    expect(await page.inputValue("#term-vi")).toBe("");
    expect((await termsOf(show.id)).map(({ vi }) => vi)).toEqual(["kẹo dừa", "kẹo chuối", "cốm dẹp Năm Lành Xóm Dưới"]);
    const cue = await stage.say(show, "quê em có món nổi tiếng là món cốm dẹp Năm Lành Xóm Dưới đó ạ");
    const [said] = await readRecord(stage.services, show.id, "vi", { cue });
    expect(said?.lines.some((line) => line.includes("cốm dẹp Năm Lành Xóm Dưới"))).toBe(true);
    // The same word again is said anew, and what it must not be called stays.
    await page.fill("#term-vi", "Kẹo dừa");
    await page.fill("#term-en", "coconut candy");
    await page.press("#term-en", "Enter");
    await page.locator("#glossary li", { hasText: "coconut candy" }).waitFor();
    expect((await termsOf(show.id)).at(-1)).toEqual({ vi: "Kẹo dừa", en: "coconut candy", forbidden });
    await page.getByRole("button", { name: "Bỏ “kẹo chuối”" }).click();
    await expect.poll(() => page.locator("#glossary li").count()).toBe(2);
    expect(await termsOf(show.id)).toHaveLength(2);
    expect(await layoutFaults(page)).toEqual([]);
    await page.context().close();
  });

  test("a word that is refused stays in its field, with the reason in the reader's language", async () => {
    const show = await stage.openShow({ glossary: Array.from({ length: 500 }, (_, at) => ({ vi: `giống ${at}` })) });
    const page = await (await stage.signedIn()).newPage();
    await page.goto(`/shows/${show.id}?lang=ja`);
    await page.click("#tab-more");
    await page.fill("#term-vi", "giống mới");
    await page.press("#term-vi", "Enter");
    await page.locator("#problem", { hasText: "500" }).waitFor();
    expect(await page.inputValue("#term-vi")).toBe("giống mới");
    await page.context().close();
  });
});
