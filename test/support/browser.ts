import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Less than half as long as the source that the package gives by itself, which every page would parse. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** Where a Chromium is: `CHROMIUM_PATH`, else on the PATH; undefined where there is none. */
export function findChromium(): string | undefined {
  return find(process.env["CHROMIUM_PATH"], ["chromium", "chromium-browser", "google-chrome"]);
}

/** Chromium's own headless shell, likewise: the same engine without windows and menus, and a page in it costs half as much. */
function findHeadlessShell(): string | undefined {
  return find(process.env["HEADLESS_SHELL_PATH"], ["chromium-headless-shell"]);
}

/** A headless Chromium, the whole one unless told otherwise, with a profile of its own, gone when it is closed. */
export async function launchBrowser(executablePath = findChromium()): Promise<Browser> {
  if (executablePath === undefined) throw new Error("no Chromium: set CHROMIUM_PATH or put one on the PATH");
  return chromium.launch({ executablePath, args: FLAGS });
}

let shared: Browser | undefined;

/**
 * The one browser of this process, for every file whose tests run in it; each page is in a context of its own. It ends with
 * the process. It is the headless shell where there is one.
 */
export async function sharedBrowser(): Promise<Browser> {
  if (shared?.isConnected() !== true) shared = await launchBrowser(findHeadlessShell());
  return shared;
}

/**
 * What axe finds wrong with a page, or with the `part` of it that a selector names, by WCAG 2.2 AA, targets' size included,
 * and its best practices, as `rule: what it is about`.
 */
export async function axeViolations(page: Page, part?: string): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`"axe" in window`))) await page.evaluate(AXE);
  return page.evaluate<string[]>(`(${FIND_VIOLATIONS})(${part === undefined ? "document" : JSON.stringify(part)})`);
}

/** A control that a bar or the edge of a list covers in part is not small: it is scrolled to. */
const FIND_VIOLATIONS = `async (where) => {
  const rules = { "target-size": { enabled: true } };
  const { violations } = await axe.run(where, { resultTypes: ["violations"], selectors: false, elementRef: true, rules });
  const isLarge = ({ width, height }) => width >= 24 && height >= 24;
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes
      .filter(({ element }) => id !== "target-size" || !isLarge(element.getBoundingClientRect()))
      .map(({ html }) => (impact ?? "?") + " " + id + ": " + html),
  );
}`;

function find(given: string | undefined, names: string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = given === undefined ? folders.flatMap((folder) => names.map((name) => join(folder, name))) : [given];
  return candidates.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
