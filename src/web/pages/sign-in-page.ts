import { html } from "hono/html";
import { layout, type Html } from "./layout.ts";
import type { Page } from "./page.ts";
import { familyPicture } from "./product-picture.ts";

/** What growers bring: the door shows it. */
const GOODS = ["fruit", "rice", "seafood"] as const;

export function signInPage(page: Page): Html {
  const { t } = page;
  return layout(page, {
    title: `${t("signIn.title")} · ${t("site.name")}`,
    description: t("site.about"),
    installable: true,
    script: "sign-in",
    data: { offline: t("error.offline") },
    body: html`<section class="narrow stack">
      <p class="hero">${GOODS.map((family) => familyPicture(family))}</p>
      <h1>${t("signIn.title")}</h1>
      <p class="lead">${t("site.about")}</p>
      <p>${t("signIn.lead")} ${t("signIn.link")}</p>
      <form id="sign-in" class="card stack" method="post" action="/sign-in">
        <label for="key">${t("signIn.key")}</label>
        <input id="key" name="key" type="password" required autocomplete="current-password" aria-describedby="key-hint" />
        <p class="hint" id="key-hint">${t("signIn.keyHint")}</p>
        <p class="problem" role="alert" id="problem"></p>
        <button class="primary">${t("signIn.submit")}</button>
      </form>
    </section>`,
  });
}
