import { html } from "hono/html";
import type { Console } from "./console-page.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** Languages whose letters CEA-608 has, Vietnamese without its marks. */
const WRITABLE = ["vi", "en"] as const;
const STEPS = ["obsStepServer", "obsStepPassword", "obsStepBrowser", "obsStepPlatform"];

/** Captions that OBS writes into its stream. Its fields have no names: without the page's script nothing of them goes anywhere. */
export function obsPart({ t }: Page, { show }: Console): Html {
  const languages = WRITABLE.filter((language) => show.languages.includes(language));
  return html`<section class="stack" aria-labelledby="obs-title">
    <h2 id="obs-title">${t("console.obs")}</h2>
    <p class="hint">${t("console.obsHint")}</p>
    <form id="obs-form" class="card stack">
      <p class="stack-tight">
        <label for="obs-address">${t("console.obsAddressLabel")}</label>
        <input
          id="obs-address"
          inputmode="url"
          required
          maxlength="100"
          autocapitalize="off"
          spellcheck="false"
          autocomplete="username"
          value="ws://127.0.0.1:4455"
        />
      </p>
      <div class="choices">
        <p class="stack-tight">
          <label for="obs-language">${t("console.relayLanguage")}</label>
          <select id="obs-language" aria-describedby="obs-letters">
            ${languages.map((language) => html`<option value="${language}">${t(`languages.${language}`)}</option>`)}
          </select>
        </p>
        <p class="stack-tight">
          <label for="obs-password">${t("console.obsPasswordLabel")}</label>
          <input id="obs-password" type="password" maxlength="200" autocomplete="current-password" />
        </p>
      </div>
      <p class="hint" id="obs-letters">${t("console.obsLetters")}</p>
      <p id="obs-state" class="state" role="status" data-state="off">${t("console.obsOff")}</p>
      <p><button id="obs-switch">${t("console.obsStart")}</button></p>
      <details>
        <summary>${t("console.obsHow")}</summary>
        <ol>
          ${STEPS.map((step) => html`<li>${t(`console.${step}`)}</li>`)}
        </ol>
      </details>
    </form>
  </section>`;
}
