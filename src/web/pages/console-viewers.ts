import { html } from "hono/html";
import type { Console } from "./console-page.ts";
import { languageTabs } from "./language-tabs.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** What viewers see in each language, to be corrected or taken back, and how fast it came. */
export function viewersPart(page: Page, { show }: Console): Html {
  const { t } = page;
  return html`<section class="panel stack part-viewers off" role="tabpanel" id="panel-viewers" aria-labelledby="tab-viewers">
    <h2>${t("console.viewers")}</h2>
    ${languageTabs(page, t("console.viewers"), show.languages)}
    <div class="columns">
      ${show.languages.map(
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
    <section class="pace" aria-labelledby="pace-title">
      <h3 id="pace-title">${t("console.pace")}</h3>
      <p class="hint">${t("console.paceHint")}</p>
      <div id="pace" class="charts"><p class="hint">${t("console.paceNone")}</p></div>
    </section>
  </section>`;
}
