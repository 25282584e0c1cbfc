import { html, raw } from "hono/html";
import type { Language } from "#i18n/language.ts";
import type { Show } from "#shows/show.ts";
import { assetPath } from "./client-assets.ts";
import { importedModules } from "./imported-modules.ts";
import { jsonInHtml, type Html } from "./layout.ts";

/** How often a page that may not show anything looks whether it may by now. */
const LOOK_AGAIN_SECONDS = 15;

type Overlay = {
  show: Show;
  /** From top to bottom: one, or two that stand over each other. */
  captions: readonly Language[];
  /** The only scripts and styles the page's policy lets in carry it. */
  nonce: string;
  /** How long the show has been open. */
  clockMs: number;
};

/** What OBS lays over the picture: captions and nothing else, never a word about the line itself. */
export function overlayPage({ show, captions, nonce, clockMs }: Overlay): Html {
  const data = { captions: new URL(show.links.captions).pathname, languages: captions, clockMs };
  return html`<!doctype html>
    <html lang="${captions[0] ?? "vi"}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${show.title}</title>
        <link rel="stylesheet" href="${assetPath("overlay.css")}" nonce="${nonce}" />
        ${importedModules("overlay.ts").map((name) => html`<link rel="modulepreload" href="${assetPath(name)}" nonce="${nonce}" />`)}
        <script type="module" src="${assetPath("overlay.ts")}" nonce="${nonce}"></script>
      </head>
      <body>
        <main class="stage" id="stage">
          ${captions.map((language) => html`<div class="language" lang="${language}" id="captions-${language}"></div>`)}
        </main>
        <script type="application/json" id="page-data">
          ${raw(jsonInHtml(data))}
        </script>
      </body>
    </html>`;
}

/** In the place of an overlay that is refused or cannot be had: on air that is nobody's business. */
export function silentOverlay(): Html {
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="robots" content="noindex" />
        <meta http-equiv="refresh" content="${LOOK_AGAIN_SECONDS}" />
        <title>Farmcast</title>
      </head>
      <body></body>
    </html>`;
}
