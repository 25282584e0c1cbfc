import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { createKey } from "#access/create-key.ts";
import { WORDS } from "../../scripts/screenshots/words.ts";
import { findChromium } from "../support/browser.ts";
import { setPageStage, type PageStage } from "../web/page-stage.ts";

const DESK = { width: 1_440, height: 900 };
/** No page has so many places to stop at. */
const STOPS_MAX = 400;
const words = WORDS.ja;

/** Whether the focus is seen where it stands: by its own outline, or by that of the label that is drawn for it. */
const IS_SEEN = `(() => {
  const { activeElement: stop } = document;
  const drawn = [stop, ...(stop.labels ?? [])];
  return stop === document.body || drawn.some((element) => getComputedStyle(element).outlineStyle !== "none");
})()`;

describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("by keyboard alone", { timeout: 180_000 }, () => {
  let stage: PageStage;
  beforeAll(async () => {
    stage = await setPageStage();
  }, 120_000);
  afterAll(() => stage?.close());

  const unseen: string[] = [];
  /** From where the focus is, as often as it takes. */
  const tabTo = async (page: Page, selector: string, key = "Tab"): Promise<void> => {
    await page.locator(selector).first().waitFor();
    for (let stops = 0; stops < STOPS_MAX; stops += 1) {
      if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
      await page.keyboard.press(key);
      if (!(await page.evaluate<boolean>(IS_SEEN)))
        unseen.push(await page.evaluate<string>("document.activeElement.outerHTML.slice(0, 200)"));
    }
    throw new Error(`${key} does not come to ${selector}`);
  };
  const press = async (page: Page, selector: string, key = "Enter"): Promise<void> => {
    await tabTo(page, selector);
    await page.keyboard.press(key);
  };
  const write = async (page: Page, selector: string, text: string): Promise<void> => {
    await tabTo(page, selector);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.insertText(text);
  };

  /** What holds the focus once the page has changed under it, which is never nothing. */
  const stands = (page: Page, selector: string): Promise<void> =>
    expect.poll(() => page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)).toBe(true);

  test("a grower signs in, tells, answers, edits, goes on air and publishes; a buyer asks and is answered", async () => {
    const [growers, buyers] = [
      await stage.stranger({ viewport: DESK, locale: "vi-VN" }),
      await stage.stranger({ viewport: DESK, locale: "ja" }),
    ];
    const [grower, buyer] = [await growers.newPage(), await buyers.newPage()];
    const { key } = await createKey(stage.services, OWNER_ACCOUNT_ID, { name: "keyboard", scopes: ["read", "write", "stream"] });
    await grower.goto("/");
    await write(grower, "#key", key);
    await grower.keyboard.press("Enter");

    await write(grower, "#notes", words.notes);
    await press(grower, "#notes-form .primary");
    await grower.locator("#progress[data-status=ready]").waitFor();
    const asked = await grower.locator(".question").count();
    await press(grower, ".question summary");
    await write(grower, ".question textarea", words.answer);
    await press(grower, "#answers-form > p button");
    await grower
      .locator(".question")
      .nth(asked - 1)
      .waitFor({ state: "detached" });
    await grower.locator("#progress[data-status=ready]").waitFor();
    await stands(grower, "#answers-form button, #questions, #content");
    await press(grower, "#pitch-vi .why summary");
    await press(grower, "#pitch-vi .why[open] a");
    expect(await grower.locator(".notes :target, .facts :target").count()).toBe(1);
    await press(grower, "#pitch-vi [data-edit]");
    await write(grower, "#pitch-vi [name=say]", words.edit);
    await press(grower, "#pitch-vi [data-edit-form] .primary");
    await grower.locator("#pitch-vi .tag.mine").waitFor();
    await stands(grower, "#pitch-vi .block:has(.mine) [data-edit]");
    await press(grower, "#publish");
    await grower.locator("#publish[data-published=false]").waitFor();
    const listing = await grower.getAttribute("#pitch-ja > p > a[href*='/listings/']", "href");
    const story = grower.url();

    await press(grower, "#show-form .primary");
    await grower.waitForURL("**/shows/*");
    await grower.locator("#line-state[data-state=live]").waitFor();
    await grower.keyboard.press("n");
    await grower.locator("#captions-ja .caption").first().waitFor();
    await grower.keyboard.press("t");
    await grower.keyboard.type(words.spoken);
    await grower.keyboard.press("Enter");
    await grower.locator("#captions-vi .caption", { hasText: "vừa mới hái" }).waitFor();
    await buyer.goto(await grower.inputValue("#link-watch"));
    await press(buyer, "#ask summary");
    await write(buyer, "#ask-author", words.buyer);
    await write(buyer, "#ask-text", "送料はいくらですか？");
    await press(buyer, "#ask-form .primary");
    await press(grower, "#comments .reply .primary");
    await grower.locator("#comments .done").waitFor();
    await stands(grower, "#comments .done");
    await press(grower, "#captions-en .caption button");
    await write(grower, "#captions-en textarea", "Hello from the orchard.");
    await tabTo(grower, "#captions-en form button");
    await grower.keyboard.press("Enter");
    await grower.locator("#captions-en .caption", { hasText: "Hello from the orchard." }).waitFor();
    await stands(grower, "#captions-en .caption button");
    await buyer.goto(`${await grower.inputValue("#link-watch")}?lang=en`);
    await buyer.locator(".caption", { hasText: "Hello from the orchard." }).waitFor();

    const shown = await grower.locator("#captions-en .caption").count();
    await press(grower, "#captions-en .danger");
    await expect.poll(() => grower.locator("#captions-en .caption").count()).toBe(shown - 1);
    await stands(grower, "#captions-en .caption");
    // The last one taken back leaves nothing to take back.
    for (let left = await grower.locator("#captions-vi .caption").count(); left > 0; left -= 1) {
      await press(grower, "#retract-last");
      await expect.poll(() => grower.locator("#captions-vi .caption").count()).toBe(left - 1);
    }
    await stands(grower, ".dock, .dock *");

    await buyer.goto(listing ?? "");
    await press(buyer, "a[href='#ask']");
    await write(buyer, "#ask-author", words.buyer);
    await write(buyer, "#ask-text", words.question);
    await press(buyer, "#ask form button");
    await buyer.waitForURL("**/questions/*");
    await grower.goto(story);
    await expect
      .poll(async () => {
        await grower.reload();
        return grower.locator("#buyers .buyer .vi").count();
      })
      .toBe(1);
    await write(grower, "#buyers form:not(.suggestion) textarea", words.reply);
    await press(grower, "#buyers form:not(.suggestion) button:not(.danger)");
    await grower.waitForURL(/#buyers$/);
    await expect
      .poll(async () => {
        await buyer.reload();
        return buyer.locator(".answer[lang=ja]").count();
      })
      .toBe(1);
    expect([...new Set(unseen)]).toEqual([]);
    await Promise.all([growers.close(), buyers.close()]);
  });
});
