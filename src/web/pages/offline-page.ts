import { html } from "hono/html";
import { layout, type Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** What the service worker shows where there is neither a line nor a copy; all it needs is in it. */
export function offlinePage(page: Page): Html {
  const { t } = page;
  return layout(page, {
    title: `${t("offline:title")} · ${t("site.name")}`,
    body: html`<section class="narrow stack">
      <h1>${t("offline:title")}</h1>
      <p class="lead">${t("offline:lead")}</p>
      <p>${t("offline:hint")}</p>
      <p class="row"><a href="">${t("offline:again")}</a> <a href="${page.href("/")}">${t("site.home")}</a></p>
    </section>`,
  });
}
