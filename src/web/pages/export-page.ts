import { html, raw } from "hono/html";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { EXPORT_FORMATS, type ExportContext } from "#listings/export-files.ts";
import { CURRENCIES } from "#listings/item-price.ts";
import type { SurveyedFormat, SurveyedItem } from "#listings/survey-exports.ts";
import { layout, type Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** The grower's files for other shops, and what is missing for each. */
export function exportPage(page: Page, formats: readonly SurveyedFormat[], { language, currency }: ExportContext): Html {
  const { t } = page;
  const chosen = (texts: string, money: string) => page.href(`/exports?of=${texts}&currency=${money}`);
  const texts = LANGUAGES.map((each) => ({ name: t(`languages.${each}`), href: chosen(each, currency), isHere: each === language }));
  const money = CURRENCIES.map((each) => ({ name: t(`units.${each}`), href: chosen(language, each), isHere: each === currency }));
  return layout(page, {
    title: `${t("exports:title")} · ${t("site.name")}`,
    sheet: "studio",
    body: html`<div class="stack">
      <h1>${t("exports:title")}</h1>
      <p class="lead">${t("exports:lead")}</p>
      ${choice(t("exports:texts"), texts)}
      ${formats.map(
        (format) =>
          html`<section class="card stack" id="${format.format}">
            <h2>${t(`exports:formats.${format.format}.name`)}</h2>
            <p>${t(`exports:formats.${format.format}.about`)}</p>
            ${format.format === "shopify" ? choice(t("exports:currency"), money) : ""}
            ${format.items.length === 0 ? html`<p class="hint">${t("exports:none")}</p>` : file(page, format)}
          </section>`,
      )}
    </div>`,
  });
}

/** From a story to each of them. */
export function exportLinks({ t, href }: Page): Html {
  return html`<nav class="row" aria-label="${t("exports:title")}">
    <span>${t("exports:title")}</span>
    ${[...EXPORT_FORMATS, "jsonld"].map((format) => html`<a class="button" href="${href("/exports")}#${format}">${t(`exports:formats.${format}.name`)}</a>`)}
  </nav>`;
}

function choice(label: string, links: readonly { name: string; href: string; isHere: boolean }[]): Html {
  return html`<nav class="row" aria-label="${label}">
    <span>${label}</span>
    ${links.map(({ name, href, isHere }) => html`<a class="button" href="${href}" ${isHere ? raw('aria-current="true"') : ""}>${name}</a>`)}
  </nav>`;
}

function file(page: Page, { format, language, href, items }: SurveyedFormat): Html {
  const { t } = page;
  const name = t(`exports:formats.${format}.name`);
  return html`${href === undefined || !items.some(({ included }) => included) ? "" : html`<p>${download(page, href, name)}</p>`}
    <ul class="rows stack">
      ${items.map((item) => html`<li class="stack-tight">${itemState(page, item, language)}</li>`)}
    </ul>`;
}

/** What is missing is added in the story, so its name leads there. */
function itemState(page: Page, { storyId, title, included, href, remarks }: SurveyedItem, language: Language): Html {
  const { t } = page;
  return html`<p class="row">
      <a href="${page.href(`/?story=${storyId}`)}" lang="${language}">${title}</a>
      ${href === undefined ? html`<span class="tag ${included ? "" : "mine"}">${t(included ? "exports:included" : "exports:leftOut")}</span>` : download(page, href, title)}
    </p>
    ${
      remarks.length === 0
        ? ""
        : html`<ul class="hint">
            ${remarks.map(({ text }) => html`<li>${text}</li>`)}
          </ul>`
    }`;
}

/** Many links of one name need to be told apart by whoever hears them. */
function download({ t }: Page, href: string, what: string): Html {
  return html`<a class="button" href="${href}" download aria-label="${t("exports:download")}: ${what}">${t("exports:download")}</a>`;
}
