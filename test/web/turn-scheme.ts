import type { Page } from "playwright-core";
import { LANGUAGES, type Language } from "#i18n/language.ts";

/**
 * Makes a page light or dark, and waits until its colours have changed: light in one language where the next is dark, so
 * that each part of a walk is met in both without walking twice. Returns which.
 */
export async function turnScheme(page: Page, language: Language, part: number): Promise<"light" | "dark"> {
  const colorScheme = (LANGUAGES.indexOf(language) + part) % 2 === 0 ? "light" : "dark";
  await page.emulateMedia({ colorScheme });
  await page.evaluate(
    `Promise.allSettled(document.getAnimations().filter((each) => each instanceof CSSTransition).map(({ finished }) => finished))`,
  );
  return colorScheme;
}
