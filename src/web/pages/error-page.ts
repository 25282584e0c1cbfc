import { html } from "hono/html";
import { layout, type Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** What a reader sees instead of a page; nothing of the inside. */
export function errorPage(page: Page, status: number, isStreamLink: boolean): Html {
  const { t } = page;
  const kind = status === 404 ? "notFound" : "other";
  return layout(page, {
    title: `${t(`error.${kind}`)} · ${t("site.name")}`,
    body: html`<section class="narrow stack">
      <h1>${t(`error.${kind}`)}</h1>
      <p>${isStreamLink ? t("watch.refused") : t(`error.${kind}Text`)}</p>
      <p><a href="${page.href("/")}">${t("site.home")}</a></p>
    </section>`,
  });
}
