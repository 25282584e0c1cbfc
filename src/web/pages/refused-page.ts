import { html } from "hono/html";
import { layout, type Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** Why a form was not taken, and the way back to where it stands. */
export function refusedPage(page: Page, { title, detail, back }: { title: string; detail: string; back: string }): Html {
  return layout(page, {
    title: `${title} · ${page.t("site.name")}`,
    body: html`<section class="narrow stack">
      <h1>${title}</h1>
      <p role="alert">${detail}</p>
      <p><a href="${back}">${page.t("buyers:studio.back")}</a></p>
    </section>`,
  });
}
