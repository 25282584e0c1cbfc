import { html } from "hono/html";
import type { Language } from "#i18n/language.ts";
import type { Cue } from "#shows/cue.ts";
import type { Show } from "#shows/show.ts";
import { document, OWN_NAMES, type Html } from "./layout.ts";
import { sectionOf, type Page } from "./page.ts";
import { wholeNumbers } from "./whole-numbers.ts";

export type Watch = {
  show: Show;
  /** What it sells, in the reader's language; none where only the streamer's own title says it. */
  goods: readonly string[];
  caption: Language;
  /** What stands there before the stream does, and for whoever has no scripts. */
  said: { cues: readonly Cue[]; more: boolean };
  /** How long the show has been open. */
  clockMs: number;
  /** Whether what is no prepared line can be expected in other languages. */
  translates: boolean;
  /** The page's own link, which lets buyers ask. */
  token: string;
  /** Comes back from the form of a page without scripts. */
  asked: "sent" | "empty" | undefined;
};

/** More than these do not stand at the head of a phone. */
const GOODS_MAX = 3;

/** Captions for a phone in a viewer's hand. The whole history scrolls; the newest stands at the bottom. */
export function watchPage(page: Page, watch: Watch): Html {
  const { t } = page;
  const { show, goods, caption, said, clockMs, token, translates } = watch;
  const title = goods.length === 0 ? show.title : goodsTitle(page.language, goods);
  const source = t(translates ? "watch.source" : "watch.asSpoken");
  return document(page, {
    title: `${title} · ${t("site.name")}`,
    script: "watch",
    sheet: "watch",
    className: "page watch-page",
    data: {
      captions: new URL(show.links.captions).pathname,
      history: new URL(show.links.captions).pathname.replace(/captions$/, "history"),
      comments: `/v1/live/${token}/comments`,
      language: caption,
      more: said.more,
      clockMs,
      words: { ...sectionOf(page, "watch"), source, offline: t("error.offline") },
    },
    body: html`<header class="watch-head">
        <h1 ${goods.length === 0 ? html`lang="vi"` : ""}>${title}</h1>
        <p
          id="line-state"
          class="state"
          role="status"
          data-state="${show.status === "ended" ? "ended" : "connecting"}"
          data-room="${t("watch.connecting")}"
        >
          ${show.status === "ended" ? t("watch.ended") : ""}
        </p>
        ${goods.length === 0 ? "" : html`<p class="own-title" lang="vi">${show.title}</p>`}
        <nav class="languages" aria-label="${t("watch.captionLanguage")}">
          ${show.languages.map(
            (language) =>
              html`<a
                href="?lang=${language}"
                lang="${language}"
                hreflang="${language}"
                ${language === caption ? html`aria-current="true"` : ""}
                >${OWN_NAMES[language]}</a
              >`,
          )}
        </nav>
        <button
          type="button"
          id="settings-open"
          class="quiet"
          aria-expanded="false"
          aria-controls="settings"
          aria-label="${t("watch.settings")}"
          hidden
        >
          Aa
        </button>
        ${settings(page)}
      </header>
      <main id="content" class="watch-captions" tabindex="0" aria-label="${title}">
        <p><button type="button" id="earlier" class="quiet" hidden>${t("watch.earlier")}</button></p>
        <p class="hint" id="waiting" ${said.cues.length > 0 ? "hidden" : ""}>${t("watch.waiting")}</p>
        <div role="log">
          <ol class="captions" id="captions" lang="${caption}">
            ${said.cues.map((cue) => captionItem(page, cue, source))}
          </ol>
        </div>
        <noscript
          ><p class="hint">${t("watch.still")} <a href="?lang=${caption}">${t("watch.reload")}</a></p></noscript
        >
      </main>
      <button type="button" id="latest" class="primary latest" hidden>${t("watch.latest")}</button>
      ${show.status === "ended" ? "" : askForm(page, watch)}`,
  });
}

function goodsTitle(language: Language, goods: readonly string[]): string {
  const named = goods.slice(0, GOODS_MAX).join(language === "ja" ? "、" : ", ");
  return goods.length > GOODS_MAX ? `${named}…` : named;
}

function settings({ t }: Page): Html {
  return html`<div id="settings" class="watch-settings" hidden>
    <p class="setting">
      <span id="size-label">${t("watch.size")}</span>
      <span class="text-size" role="group" aria-labelledby="size-label">
        <button type="button" id="smaller" aria-label="${t("watch.smaller")}"></button>
        <button type="button" id="larger" aria-label="${t("watch.larger")}"></button>
      </span>
    </p>
    <p class="setting">
      <label for="delay">${t("watch.delay")}</label>
      <output id="delay-value" for="delay"></output>
    </p>
    <input id="delay" type="range" min="0" max="60" step="1" value="0" aria-describedby="delay-hint" />
    <p class="hint" id="delay-hint">${t("watch.delayHint")}</p>
  </div>`;
}

/** One line as viewers read it. `source`: why it stands there untranslated, where it does. */
export function captionItem(
  { t, language }: Page,
  { cue, text, startMs, provenance, rev, language: spoken }: Cue,
  source = t("watch.source"),
): Html {
  const notes = [
    ...(provenance === "source" ? [source] : []),
    ...(provenance === "machine" ? [t("watch.machine")] : []),
    ...(provenance === "human" && rev > 1 ? [t("watch.corrected")] : []),
  ];
  const shown = provenance === "source" ? "vi" : spoken;
  return html`<li
    class="caption"
    data-cue="${cue}"
    data-start="${startMs}"
    data-status="final"
    data-provenance="${provenance}"
    lang="${shown}"
  >
    <span class="line">${wholeNumbers(shown, text)}</span
    >${notes.map((note) => html` <span class="hint" lang="${language}">${note}</span>`)}
  </li>`;
}

function askForm({ t, language }: Page, { token, asked }: Watch): Html {
  return html`<footer class="ask">
    <details id="ask" ${asked === undefined ? "" : html`open`}>
      <summary>${t("watch.ask")}</summary>
      <div id="asked" role="status">
        ${asked === undefined ? "" : html`<p>${t(asked === "sent" ? "watch.askSent" : "watch.askEmpty")}</p>`}
      </div>
      <form id="ask-form" method="post" action="/watch/${token}/comments?lang=${language}">
        <label for="ask-author">${t("watch.askName")}</label>
        <input id="ask-author" name="author" required maxlength="60" autocomplete="nickname" />
        <label for="ask-text">${t("watch.askText")}</label>
        <textarea id="ask-text" name="text" rows="2" required maxlength="500" enterkeyhint="send" aria-describedby="ask-hint"></textarea>
        <p class="hint" id="ask-hint">${t("watch.askHint")}</p>
        <p class="problem" role="alert" id="ask-problem"></p>
        <p><button class="primary">${t("watch.askSend")}</button></p>
      </form>
    </details>
  </footer>`;
}
