import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Language } from "#i18n/language.ts";
import { FAKE_EARS } from "../../test/web/fake-ears.ts";

/** What is said on the way: by the grower in Vietnamese, by a buyer in the language of the walk. */
export type Words = { notes: string; answer: string; edit: string; spoken: string; buyer: string; question: string; reply: string };

export type Walk = {
  browser: Browser;
  /** Where the service is, and the link that signs in once. */
  url: string;
  signIn: string;
  language: Language;
  words: Words;
  /** A JPEG of the fruit. */
  photo: Buffer;
  context: BrowserContextOptions;
  /** Stands still at each page on the way, until this is done with it. */
  see(name: PageName, page: Page): Promise<void>;
};

/** Every page of the way, in its order. */
export const PAGE_NAMES = [
  "sign-in",
  "notes",
  "facts",
  "answered",
  "edited",
  "console",
  "overlay",
  "watch",
  "console-viewers",
  "photos",
  "listing",
  "asked",
  "buyers",
  "reply",
  "catalogue",
  "exports",
  "coach",
  "plan",
  "prompter",
  "design",
] as const;
export type PageName = (typeof PAGE_NAMES)[number];

const WAIT_MS = 60_000;
const OVERLAY_SIZE = { width: 1280, height: 720 };

/**
 * The whole way through the service as people go it, by clicking and typing: a grower's notes to facts, an answer, a line
 * edited, a show with its captions, a listing, a buyer's question and the grower's answer to it. Throws where a step does
 * not lead to the next one.
 */
export async function walk(way: Walk): Promise<void> {
  const { grower, stranger, close } = await openBrowsers(way);
  try {
    const storyPath = await tellStory(way, grower);
    await openShow(way, grower, stranger);
    await grower.goto(storyPath);
    const listing = await openListing(way, grower, stranger);
    await askAndAnswer(way, grower, stranger);
    await stranger.goto(listing);
    await seeTheRest(way, grower, stranger, storyPath);
  } finally {
    await close();
  }
}

async function openBrowsers({ browser, url, language, context }: Walk) {
  const options = { baseURL: url, locale: language, ...context };
  const [growers, strangers] = [await browser.newContext(options), await browser.newContext(options)];
  for (const each of [growers, strangers]) each.setDefaultTimeout(WAIT_MS);
  await growers.addInitScript({ content: FAKE_EARS });
  return {
    grower: await growers.newPage(),
    stranger: await strangers.newPage(),
    close: () => Promise.all([growers.close(), strangers.close()]),
  };
}

/** From the link in the terminal to a pitch that is the grower's own; the path of its page. */
async function tellStory({ signIn, see, words }: Walk, page: Page): Promise<string> {
  await page.goto("/");
  await see("sign-in", page);
  await page.goto(signIn);
  await page.locator("#notes").fill(words.notes);
  await see("notes", page);
  await page.click("#notes-form .primary");
  await page.locator("#progress[data-status=ready]").waitFor();
  await page.locator(".notes mark").first().waitFor();
  await see("facts", page);

  const asked = await page.locator(".question").count();
  await page.locator(".question summary").first().click();
  await page.locator(".question textarea").first().fill(words.answer);
  await page.click("#answers-form > p button");
  // An answer is a fact with a place of its own, to which sentences point.
  await page.locator(".facts li[id]").first().waitFor();
  await page.locator("#progress[data-status=ready]").waitFor();
  await page
    .locator(".question")
    .nth(asked - 1)
    .waitFor({ state: "detached" });
  await see("answered", page);

  const block = page.locator("#pitch-vi .block").first();
  await block.locator("[data-edit]").click();
  await block.locator("textarea[name=say]").fill(words.edit);
  await block.locator("[data-edit-form] .primary").click();
  await block.locator(".tag.mine").waitFor();
  await see("edited", page);
  return new URL(page.url()).pathname + new URL(page.url()).search;
}

/** A sentence spoken into the console, read on the picture and on a phone. */
async function openShow({ browser, url, language, context, see, words }: Walk, page: Page, phone: Page): Promise<void> {
  await page.click("#show-form .primary");
  await page.waitForURL("**/shows/*");
  await page.locator("#line-state[data-state=live]").waitFor();
  const more = page.locator("#tab-more");
  if (await more.isVisible()) await more.click();
  await phone.goto(await page.inputValue("#link-watch"));
  await phone.locator("#line-state[data-state=live]").waitFor();
  await page.selectOption("#overlay-lang", language);
  // OBS has a size of its own.
  const stage = await browser.newContext({ ...context, baseURL: url, viewport: OVERLAY_SIZE });
  const overlay = await stage.newPage();
  await overlay.goto(await page.inputValue("#link-overlay"));
  await overlay.locator(".language[data-line=live]").waitFor({ state: "attached" });

  const say = page.locator("#tab-say");
  if (await say.isVisible()) await say.click();
  await page.click("#mic");
  await page.locator("#mic[aria-pressed=true]").waitFor();
  await page.evaluate(`ear.hear([${JSON.stringify(words.spoken.split(" ").slice(0, 3).join(" "))}, false])`);
  await page.evaluate(`ear.hear([${JSON.stringify(words.spoken)}, true])`);
  // The next lines are said by a tap while the first is still read: a greeting, a name, and what there is to sell.
  await page.locator(`#now-${language}:not(:empty)`).waitFor({ state: "attached" });
  for (const before of [1, 2, 3, 4]) {
    await page.click("#next-line");
    await phone.locator(".caption[data-status=final]").nth(before).waitFor();
  }
  await overlay.locator(".caption .line").first().waitFor();
  await see("console", page);
  await see("overlay", overlay);
  await see("watch", phone);
  const viewers = page.locator("#tab-viewers");
  if (await viewers.isVisible()) await viewers.click();
  await see("console-viewers", page);
  await stage.close();
}

/** A photo of the fruit on it, published by a tap, and read by a buyer; its path. */
async function openListing({ language, photo, see }: Walk, page: Page, buyer: Page): Promise<string> {
  await page.setInputFiles("#photo", { name: "IMG_2041.jpg", mimeType: "image/jpeg", buffer: photo });
  await page.click("#photos form[enctype] button");
  await page.locator("#photos img").waitFor();
  await see("photos", page);
  await page.click("#publish[data-published=true]");
  await page.locator("#publish[data-published=false]").waitFor();
  const path = await page.getAttribute(`#pitch-${language} > p > a[href*="/listings/"]`, "href");
  if (path === null) throw new Error("the story links to no listing");
  await buyer.goto(path);
  await buyer.locator("article.listing img").first().waitFor();
  await see("listing", buyer);
  return path;
}

async function askAndAnswer({ see, words }: Walk, page: Page, buyer: Page): Promise<void> {
  await buyer.fill("#ask-author", words.buyer);
  await buyer.fill("#ask-text", words.question);
  await buyer.click("#ask form button");
  await buyer.waitForURL("**/questions/*");
  await see("asked", buyer);
  const question = page.locator("#buyers .buyer").first();
  await reloadUntil(page, "#buyers .buyer .vi");
  await see("buyers", page);
  await question.locator("form:not(.suggestion) textarea").fill(words.reply);
  await question.locator("form:not(.suggestion) button:not(.danger)").click();
  await page.waitForURL(/#buyers$/);
  // A link to look again stands there until it is told in the buyer's language.
  await reloadUntil(buyer, ".asked:not(:has(a.button)) .answer");
  await see("reply", buyer);
}

/** What is not on the way, but one tap from it. */
async function seeTheRest({ see, language }: Walk, page: Page, buyer: Page, storyPath: string): Promise<void> {
  await buyer.locator(`a[href^="/${language}/growers/"]`).first().click();
  await buyer.waitForURL(`**/${language}/growers/*`);
  await see("catalogue", buyer);
  for (const [name, link] of [
    ["exports", `a[href^="/exports"]`],
    ["coach", `a[href*="/coach"]`],
    ["plan", ".plan-form button"],
    ["prompter", `a[href*="/prompt?lang=${language}"]`],
  ] as const) {
    await page.goto(storyPath);
    await page.locator(`#open-show ${link}`).first().click();
    await page.waitForURL((address) => address.pathname !== "/");
    await see(name, page);
  }
  await page.goto("/design");
  await see("design", page);
}

/** What another person does is read on a page that comes anew. */
async function reloadUntil(page: Page, selector: string): Promise<void> {
  const until = performance.now() + WAIT_MS;
  for (;;) {
    await page.reload();
    if ((await page.locator(selector).count()) > 0) return;
    if (performance.now() > until) throw new Error(`${page.url()} has no ${selector}`);
  }
}
