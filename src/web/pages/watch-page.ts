import { html } from "hono/html";
import type { Language } from "#i18n/language.ts";
import type { Show } from "#shows/show.ts";
import { document, type Html } from "./layout.ts";
import { sectionOf, type Page } from "./page.ts";

/** Captions for a phone in a viewer's hand. The whole history scrolls; the newest stands at the bottom. */
export function watchPage(page: Page, show: Show, caption: Language): Html {
  const { t } = page;
  return document(page, {
    title: `${show.title} · ${t("site.name")}`,
    script: "watch",
    className: "page watch-page",
    data: { captions: new URL(show.links.captions).pathname, language: caption, words: sectionOf(page, "watch") },
    body: html`<header class="watch-head">
        <h1 lang="vi">${show.title}</h1>
        <p id="line-state" class="state" role="status" data-state="connecting">${t("watch.connecting")}</p>
        <nav class="languages" aria-label="${t("watch.captionLanguage")}">
          ${show.languages.map(
            (language) =>
              html`<a href="?lang=${language}" hreflang="${language}" ${language === caption ? html`aria-current="true"` : ""}
                >${t(`languages.${language}`)}</a
              >`,
          )}
        </nav>
        <p class="text-size">
          <button type="button" id="smaller" aria-label="${t("watch.smaller")}"></button
          ><button type="button" id="larger" aria-label="${t("watch.larger")}"></button>
        </p>
      </header>
      <main id="content" class="watch-captions" tabindex="0" aria-label="${show.title}">
        <p class="hint" id="waiting">${t("watch.waiting")}</p>
        <div role="log"><ol class="captions" id="captions" lang="${caption}"></ol></div>
      </main>
      <button type="button" id="latest" class="primary latest" hidden>${t("watch.latest")}</button>`,
  });
}
