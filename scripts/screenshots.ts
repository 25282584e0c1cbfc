import { mkdir, rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { launchBrowser } from "../test/support/browser.ts";
import { drawLychees } from "./screenshots/draw-lychees.ts";
import { keep, keepShown, LOOKS } from "./screenshots/look.ts";
import { PAGE_NAMES, walk, type PageName } from "./screenshots/walk.ts";
import { WORDS } from "./screenshots/words.ts";
import { startService } from "./start-service.ts";

const FOLDER = "screenshots";
const SHOWN_FOLDER = "docs/pictures";
/** Each page is seen in every size, light and dark, in the language of those it is for; in the others it takes turns. */
const BUYERS = new Set<PageName>(["watch", "listing", "asked", "reply", "catalogue"]);

/** Walks the whole way once a language and keeps what people see on it: `npm run screenshots [-- --only PAGE]`. */
const { only } = parseArgs({ options: { only: { type: "string" } } }).values;
const names = PAGE_NAMES.filter((name) => only === undefined || name === only);
if (names.length === 0) throw new Error(`--only takes one of ${PAGE_NAMES.join(", ")}`);

const startedAt = performance.now();
if (only === undefined) await rm(FOLDER, { recursive: true, force: true });
await Promise.all([FOLDER, SHOWN_FOLDER].map((folder) => mkdir(folder, { recursive: true })));
const [browser, photo] = await Promise.all([launchBrowser(), drawLychees(1_600, 1_200)]);
try {
  for (const language of LANGUAGES) await look(language);
} finally {
  await browser.close();
}

/** A service of its own for each language, as it is on its first day. */
async function look(language: Language): Promise<void> {
  const service = await startService({ RATE_LIMIT: "off" });
  try {
    const { url, signIn } = service;
    const context = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 };
    await walk({ browser, url, signIn, language, words: WORDS[language], photo, context, see });
  } finally {
    await service.stop();
  }

  async function see(name: PageName, page: Parameters<typeof keep>[0]): Promise<void> {
    if (!names.includes(name)) return;
    const own = BUYERS.has(name) ? "ja" : "vi";
    const turn = (PAGE_NAMES.indexOf(name) + LANGUAGES.indexOf(language)) % LOOKS.length;
    await keep(page, FOLDER, name, language, language === own ? LOOKS : LOOKS.slice(turn, turn + 1));
    await keepShown(page, SHOWN_FOLDER, name, language);
    console.log(`${((performance.now() - startedAt) / 1_000).toFixed(0).padStart(4)} s  ${language}  ${name}`);
  }
}
