import { html } from "hono/html";
import type { PreparedLine, Show } from "#shows/show.ts";
import { commentsPart } from "./console-comments.ts";
import { morePart } from "./console-more.ts";
import { dock, sayPart } from "./console-say.ts";
import { viewersPart } from "./console-viewers.ts";
import { layout, type Html } from "./layout.ts";
import { sectionOf, type Page } from "./page.ts";

export type Console = {
  show: Show;
  lines: readonly PreparedLine[];
  /** How the world reaches this server. */
  origin: string;
  /** How long the show has been open. */
  clockMs: number;
  /** Whether the server can hear what the browser sends as sound. */
  hears: boolean;
  /** Whether what is no prepared line can be expected in other languages. */
  translates: boolean;
};

const PARTS = ["say", "viewers", "comments", "more"] as const;

/** The streamer's page: say, see what viewers see, mend it, answer. On a phone one part at a time, with the microphone in reach of a thumb. */
export function consolePage(page: Page, console: Console): Html {
  const { t } = page;
  const { show, clockMs, hears, translates } = console;
  return layout(page, {
    title: `${show.title} · ${t("console.title")}`,
    installable: true,
    script: "console",
    sheet: "console",
    className: "page console-page",
    data: {
      showId: show.id,
      ended: show.status === "ended",
      languages: show.languages,
      captions: new URL(show.links.captions).pathname,
      clockMs,
      hears,
      words: {
        ...sectionOf(page, "console"),
        ...(!translates && { untranslated: t("console.noTranslator") }),
        languages: sectionOf(page, "languages"),
        inside: sectionOf(page, "languagesInside"),
        labelled: sectionOf(page, "site")["labelled"],
        provenance: sectionOf(page, "provenance"),
        offline: t("error.offline"),
      },
    },
    body: html`<div class="console">
      <header class="console-head">
        <h1 lang="vi">${show.title}</h1>
        <p id="line-state" class="state" role="status" data-state="connecting">${t("console.connecting")}</p>
        <noscript><p class="health">${t("console.noScript")}</p></noscript>
        <p id="health" class="health" role="status"></p>
        <p class="problem" role="alert" id="problem"></p>
      </header>
      <div class="tabs console-tabs" role="tablist" aria-label="${t("console.tabs")}">
        ${PARTS.map(
          (part, index) =>
            html`<button
              type="button"
              role="tab"
              id="tab-${part}"
              aria-controls="panel-${part}"
              aria-selected="${index === 0 ? "true" : "false"}"
            >
              ${t(`console.tab${part.charAt(0).toUpperCase()}${part.slice(1)}`)}${part === "comments" ? html`<span id="unread" class="count"></span>` : ""}
            </button>`,
        )}
      </div>
      ${dock(page, console)} ${sayPart(page, console)} ${viewersPart(page, console)} ${commentsPart(page)} ${morePart(page, console)}
    </div>`,
  });
}
