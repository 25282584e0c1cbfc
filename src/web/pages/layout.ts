import { html, raw } from "hono/html";
import type { Language } from "#i18n/language.ts";
import { assetPath, findAsset } from "./client-assets.ts";
import { importedModules } from "./imported-modules.ts";
import type { Page } from "./page.ts";

export type Html = ReturnType<typeof html>;

type Parts = {
  title: string;
  body: Html;
  /** One of `src/web/client/`, without its ending. */
  script?: string;
  /** Of `src/web/client/` too, laid over the sheet that every page has, one over the other. */
  sheet?: string | readonly string[];
  /** What the script needs to know; never a secret that the page does not show. */
  data?: unknown;
  head?: Html;
  className?: string;
  /** A grower's page: it can be put on the phone's start screen, and is kept there to be read without a line. */
  installable?: boolean;
  description?: string;
  /** Only what is for buyers is shown to search engines. */
  indexed?: boolean;
};

/** The clock that growers live by, wherever the server stands. */
export const GROWERS_TIME = "Asia/Ho_Chi_Minh";

/** Each language by its own name, so that whoever cannot read this page finds theirs. */
export const OWN_NAMES: Record<Language, string> = { vi: "Tiếng Việt", en: "English", ja: "日本語" };

/** A whole page with header and language switch. */
export function layout(page: Page, parts: Parts): Html {
  const { t } = page;
  return document(page, {
    ...parts,
    body: html`<a class="skip" href="#content">${t("site.skip")}</a>
      <header class="site">
        <a class="brand" href="${page.href("/")}">${t("site.name")}</a>
        ${languageSwitch(page)}
      </header>
      <main id="content" tabindex="-1">${parts.body}</main>`,
  });
}

/** The bare document, for whoever brings a frame of their own. */
export function document(page: Page, parts: Parts): Html {
  const { title, body, script, sheet, data, head, className, description, indexed, installable } = parts;
  return html`<!doctype html>
    <html lang="${page.language}" class="${className ?? "page"}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${indexed === true ? "" : html`<meta name="robots" content="noindex" />`}
        <title>${title}</title>
        ${description === undefined ? "" : html`<meta name="description" content="${description}" />`}
        <link rel="icon" href="${assetPath("icon.svg")}" type="image/svg+xml" />
        ${installable === true ? appLinks(page) : ""} ${styleOf(page, ["style", ...[sheet ?? []].flat()])}
        ${script === undefined ? "" : moduleScript(script)} ${head}
      </head>
      <body>
        ${installable === true ? keptNotice(page) : ""}
        ${body}${
          data === undefined
            ? ""
            : html`<script type="application/json" id="page-data">
                ${raw(jsonInHtml(data))}
              </script>`
        }
      </body>
    </html>`;
}

function appLinks({ language }: Page): Html {
  return html`<link rel="manifest" href="/manifest.webmanifest?lang=${language}" />
    <link rel="apple-touch-icon" href="${assetPath("icon-180.png")}" />`;
}

/** Uncovered by the service worker where it shows its copy. */
function keptNotice({ t, language }: Page): Html {
  const time = new Intl.DateTimeFormat(language, { dateStyle: "short", timeStyle: "short", timeZone: GROWERS_TIME }).format(new Date());
  return html`<p class="kept" role="status" id="kept" hidden>${t("offline:kept", { time })}</p>`;
}

/** Styles come with the page: asked for by themselves, they would keep a slow phone blank for one more way to the server and back. */
function styleOf({ nonce }: Page, sheets: readonly string[]): Html {
  const text = sheets.map(sheetText).join("");
  return html`<style nonce="${nonce}">
    ${raw(text)}
  </style>`;
}

function sheetText(name: string): string {
  const asset = findAsset(`${name}.css`);
  if (asset === undefined) throw new Error(`no sheet ${name}`);
  return asset.text;
}

/** Modules are named up front: found one in the other, each would cost a slow phone one more way to the server and back. */
function moduleScript(script: string): Html {
  return html`${importedModules(`${script}.ts`).map((name) => html`<link rel="modulepreload" href="${assetPath(name)}" />`)}
    <script type="module" src="${assetPath(`${script}.ts`)}"></script>`;
}

/** JSON that no `</script>` or `<!--` inside a grower's words can end. */
export function jsonInHtml(data: unknown): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

function languageSwitch({ t, language, languageLinks }: Page): Html {
  return html`<nav class="languages" aria-label="${t("site.language")}">
    ${languageLinks.map(
      (link) =>
        html`<a
          href="${link.href}"
          lang="${link.language}"
          hreflang="${link.language}"
          ${link.language === language ? raw('aria-current="true"') : ""}
          >${OWN_NAMES[link.language]}</a
        >`,
    )}
  </nav>`;
}
