import { html, raw } from "hono/html";
import type { Console } from "./console-page.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** The show's own words: what they are called in each language of its captions, from the next sentence on. */
export function glossarySection({ t }: Page, { show }: Console): Html {
  const languages = ["vi", ...show.languages.filter((language) => language !== "vi")];
  return html`<section class="stack" aria-labelledby="glossary-title">
    <h2 id="glossary-title">${t("console.glossary")}</h2>
    <p class="hint" id="glossary-hint">${t("console.glossaryHint")}</p>
    <form id="glossary-form" class="card stack">
      <div class="choices">
        ${languages.map(
          (language) =>
            html`<p class="stack-tight">
              <label for="term-${language}">${t(`languages.${language}`)}</label>
              <input
                id="term-${language}"
                name="${language}"
                lang="${language}"
                maxlength="200"
                autocomplete="off"
                ${language === "vi" ? raw('required aria-describedby="glossary-hint"') : ""}
              />
            </p>`,
        )}
      </div>
      <p><button>${t("console.glossaryAdd")}</button> <span id="glossary-state" role="status"></span></p>
    </form>
    <ul id="glossary" class="rows" tabindex="0" aria-labelledby="glossary-title"></ul>
    <p class="hint" id="no-glossary">${t("console.glossaryNone")}</p>
  </section>`;
}
