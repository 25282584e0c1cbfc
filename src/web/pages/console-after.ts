import { html, raw } from "hono/html";
import type { Console } from "./console-page.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** What a show leaves behind: its record, how well its sentences were recognised and translated, and what of it the next show begins with. */
export function afterSection({ t }: Page, { show }: Console): Html {
  return html`<section class="stack" id="after-show" aria-labelledby="records-title">
    <h2 id="records-title">${t("console.records")}</h2>
    <ul class="rows">
      ${show.languages.map(
        (language) =>
          html`<li>
            <a href="/v1/shows/${show.id}/captions.vtt?lang=${language}" download
              >${t("console.record", { language: t(`languages.${language}`) })}</a
            >
          </li>`,
      )}
    </ul>
    <div id="mended" class="stack-tight" hidden>
      <p id="mended-script"></p>
      <p id="mended-machine"></p>
      <p class="hint">${t("console.mendedHint")}</p>
    </div>
    <h3>${t("console.corrections")}</h3>
    <p class="hint">${t("console.correctionsHint")}</p>
    <ul id="corrections" class="rows"></ul>
    <p class="hint" id="no-corrections">${t("console.correctionsNone")}</p>
    <form id="next-show" class="card stack" ${show.status === "ended" ? "" : raw("hidden")}>
      <p class="stack-tight">
        <label for="next-title">${t("console.nextTitle")}</label>
        <input id="next-title" name="title" required maxlength="200" lang="vi" value="${show.title}" aria-describedby="next-hint" />
      </p>
      <p class="hint" id="next-hint">${t("console.nextHint")}</p>
      <p><button class="primary">${t("console.nextShow")}</button></p>
    </form>
    <p><button type="button" class="danger" id="end-show" ${show.status === "ended" ? raw("disabled") : ""}>${t("console.end")}</button></p>
  </section>`;
}
