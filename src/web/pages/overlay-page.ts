import { html } from "hono/html";
import type { Language } from "#i18n/language.ts";
import type { Show } from "#shows/show.ts";
import { document, type Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** What OBS lays over the picture: captions and nothing else, never a word about the line itself. */
export function overlayPage(page: Page, show: Show, caption: Language): Html {
  return document(page, {
    title: show.title,
    script: "overlay",
    className: "overlay",
    data: { captions: new URL(show.links.captions).pathname, language: caption },
    body: html`<main class="stage" id="captions" lang="${caption}"></main>`,
  });
}
