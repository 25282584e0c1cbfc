import type { Page } from "playwright-core";

/** What a page and all that it loads for itself took on the way, headers included. */
export function transferredBytes(page: Page): Promise<number> {
  return page.evaluate<number>(
    `[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].reduce((sum, { transferSize }) => sum + transferSize, 0)`,
  );
}
