import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import type { Language } from "#i18n/language.ts";
import { drawLychees } from "./draw-lychees.ts";
import type { PageName } from "./walk.ts";

const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
] as const;
type Look = { size: { width: number; height: number }; scheme: "light" | "dark" };
export const LOOKS: readonly Look[] = SIZES.flatMap((size) => (["light", "dark"] as const).map((scheme) => ({ size, scheme })));
const [PHONE] = SIZES;

/** The four of README.md: on a phone but for the picture that OBS makes. `at`: what stands at the top. */
const SHOWN: { name: PageName; language: Language; scheme: Look["scheme"]; file: string; at?: string }[] = [
  { name: "facts", language: "vi", scheme: "light", file: "studio", at: "#facts" },
  { name: "overlay", language: "ja", scheme: "light", file: "overlay" },
  { name: "watch", language: "ja", scheme: "dark", file: "phone" },
  { name: "listing", language: "en", scheme: "light", file: "listing" },
];
/** What stands at the foot of these stands there while the rest scrolls. */
const AS_HIGH_AS_THE_SCREEN = new Set<PageName>(["console", "watch", "console-viewers", "prompter"]);
const SHOWN_QUALITY = 78;

/** Keeps a page as it looks, whole: `folder/page-language-size-scheme.png`. */
export async function keep(page: Page, folder: string, name: PageName, language: Language, looks: readonly Look[]): Promise<void> {
  const before = page.viewportSize() ?? PHONE;
  if (name === "overlay") {
    const picture = await onPicture(page);
    await sharp(picture).toFile(join(folder, `${name}-${language}-${before.width}.png`));
    return;
  }
  for (const { size, scheme } of looks) {
    await turn(page, size, scheme);
    await page.screenshot({
      path: join(folder, `${name}-${language}-${size.width}-${scheme}.png`),
      fullPage: !AS_HIGH_AS_THE_SCREEN.has(name),
      scale: "css",
    });
  }
  await turn(page, before, "light");
}

/** Keeps it for README.md too, where it is one of its four. */
export async function keepShown(page: Page, folder: string, name: PageName, language: Language): Promise<void> {
  const shown = SHOWN.find((each) => each.name === name && each.language === language);
  if (shown === undefined) return;
  const before = page.viewportSize() ?? PHONE;
  if (name !== "overlay") await turn(page, PHONE, shown.scheme);
  if (shown.at !== undefined) await page.evaluate(`document.querySelector("${shown.at}").scrollIntoView()`);
  const picture = name === "overlay" ? await onPicture(page) : await page.screenshot();
  await sharp(picture)
    .webp({ quality: SHOWN_QUALITY })
    .toFile(join(folder, `${shown.file}.webp`));
  await turn(page, before, "light");
}

async function turn(page: Page, size: Look["size"], colorScheme: Look["scheme"]): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
  await page.evaluate(AT_REST);
}

/** At its top; colours have changed, fonts have come, and so have the photos further down. */
const AT_REST = `(async () => {
  scrollTo(0, 0);
  for (const image of document.images) image.loading = "eager";
  await document.fonts.ready;
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  await Promise.allSettled(document.getAnimations().filter((each) => each instanceof CSSTransition).map(({ finished }) => finished));
})()`;

/** As OBS lays it over what its camera sees. */
async function onPicture(page: Page): Promise<Buffer> {
  const { width, height } = page.viewportSize() ?? PHONE;
  const captions = await page.screenshot({ omitBackground: true, scale: "css" });
  return sharp(await drawLychees(width, height))
    .composite([{ input: captions }])
    .png()
    .toBuffer();
}
