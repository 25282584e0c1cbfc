import { html, raw } from "hono/html";
import type { Console } from "./console-page.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** What a show leaves behind: its record, and how well its sentences were recognised and translated. */
export function afterSection({ t }: Page, { show }: Console): Html {
  return html`<section class="stack" aria-labelledby="records-title">
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
    <p><button type="button" class="danger" id="end-show" ${show.status === "ended" ? raw("disabled") : ""}>${t("console.end")}</button></p>
  </section>`;
}
