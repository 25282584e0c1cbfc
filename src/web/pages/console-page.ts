import { html, raw } from "hono/html";
import type { Language } from "#i18n/language.ts";
import type { PreparedLine, Show } from "#shows/show.ts";
import { languageTabs } from "./language-tabs.ts";
import { layout, type Html } from "./layout.ts";
import { sectionOf, type Page } from "./page.ts";

/** The streamer's page: say, see what viewers see, mend it. `origin` is how the world reaches this server. */
export function consolePage(page: Page, show: Show, lines: readonly PreparedLine[], origin: string): Html {
  const { t } = page;
  return layout(page, {
    title: `${show.title} · ${t("console.title")}`,
    script: "console",
    data: {
      showId: show.id,
      ended: show.status === "ended",
      languages: show.languages,
      captions: new URL(show.links.captions).pathname,
      words: {
        ...sectionOf(page, "console"),
        provenance: sectionOf(page, "provenance"),
        offline: t("error.offline"),
      },
    },
    body: html`<div class="console">
      <header class="console-head">
        <h1 lang="vi">${show.title}</h1>
        <p id="line-state" class="state" role="status" data-state="connecting">${t("console.connecting")}</p>
      </header>
      ${sayForm(page)} ${preparedLines(page, lines)} ${viewers(page, show.languages)} ${comments(page)} ${links(page, show, origin)}
    </div>`,
  });
}

function sayForm({ t }: Page): Html {
  return html`<section class="say-box card stack">
    <form id="say-form" class="stack">
      <label for="say">${t("console.say")}</label>
      <textarea id="say" rows="2" maxlength="2000" lang="vi" enterkeyhint="send" aria-describedby="say-hint"></textarea>
      <p class="hint" id="say-hint">${t("console.sayHint")}</p>
      <p class="row">
        <button class="primary">${t("console.send")}</button>
        <button type="button" id="mic" aria-pressed="false">${t("console.micStart")}</button>
        <span id="outbox" class="hint" role="status"></span>
      </p>
    </form>
    <p id="heard" class="heard" lang="vi"></p>
    <p class="problem" role="alert" id="problem"></p>
  </section>`;
}

function preparedLines({ t }: Page, lines: readonly PreparedLine[]): Html {
  return html`<section class="lines stack">
    <h2>${t("console.lines")}</h2>
    <p class="hint">${lines.length === 0 ? t("console.linesNone") : t("console.linesHint")}</p>
    <ol class="rows scroll" tabindex="0" aria-label="${t("console.lines")}">
      ${lines.map((line) => html`<li><button type="button" class="line-button" lang="vi" data-say="${line.vi}">${line.vi}</button></li>`)}
    </ol>
  </section>`;
}

function viewers(page: Page, languages: readonly Language[]): Html {
  const { t } = page;
  return html`<section class="viewers stack">
    <h2>${t("console.viewers")}</h2>
    ${languageTabs(page, t("console.viewers"), languages)}
    <div class="columns">
      ${languages.map(
        (language) =>
          html`<div class="panel" role="tabpanel" id="panel-${language}" aria-labelledby="tab-${language}">
            <p class="column-title">${t(`languages.${language}`)}</p>
            <ol
              class="captions scroll"
              tabindex="0"
              id="captions-${language}"
              lang="${language}"
              aria-label="${t(`languages.${language}`)}"
            ></ol>
            <p class="hint" id="no-captions-${language}">${t("console.viewersNone")}</p>
          </div>`,
      )}
    </div>
  </section>`;
}

function comments({ t }: Page): Html {
  return html`<section class="comments stack">
    <h2>${t("console.comments")}</h2>
    <ol id="comments" class="rows"></ol>
    <p class="hint" id="no-comments">${t("console.commentsNone")}</p>
    <form id="comment-form" class="card stack">
      <label for="comment-author">${t("console.commentAuthor")}</label>
      <input id="comment-author" name="author" required maxlength="200" />
      <label for="comment-text">${t("console.commentText")}</label>
      <input id="comment-text" name="text" required maxlength="2000" />
      <button>${t("console.commentAdd")}</button>
    </form>
  </section>`;
}

function links({ t }: Page, show: Show, origin: string): Html {
  const at = (link: string, query = "") => origin + new URL(link).pathname + query;
  const languageName = (language: Language) => ({ language: t(`languages.${language}`) });
  const rows = [
    { name: t("console.watch"), href: at(show.links.watch) },
    ...show.languages.map((language) => ({
      name: t("console.overlay", languageName(language)),
      href: at(show.links.overlay, `?lang=${language}`),
    })),
    { name: t("console.captions"), href: at(show.links.captions) },
  ];
  return html`<section class="links stack">
    <h2>${t("console.links")}</h2>
    <ul class="rows">
      ${rows.map(
        ({ name, href }, index) =>
          html`<li class="stack-tight">
            <label for="link-${index}">${name}</label>
            <span class="row nowrap"
              ><input id="link-${index}" readonly value="${href}" /><button type="button" data-copy="link-${index}">
                ${t("console.copy")}
              </button></span
            >
          </li>`,
      )}
      ${show.languages.map(
        (language) =>
          html`<li>
            <a href="/v1/shows/${show.id}/captions.vtt?lang=${language}" download>${t("console.record", languageName(language))}</a>
          </li>`,
      )}
    </ul>
    <p><button type="button" class="danger" id="end-show" ${show.status === "ended" ? raw("disabled") : ""}>${t("console.end")}</button></p>
  </section>`;
}
