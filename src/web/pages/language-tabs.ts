import { html } from "hono/html";
import type { Language } from "#i18n/language.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** One tab a language, the first one chosen; each shows the element `panel-<language>`. */
export function languageTabs({ t }: Page, label: string, languages: readonly Language[]): Html {
  return html`<div class="tabs" role="tablist" aria-label="${label}">
    ${languages.map(
      (language, index) =>
        html`<button
          type="button"
          role="tab"
          id="tab-${language}"
          aria-controls="panel-${language}"
          aria-selected="${index === 0 ? "true" : "false"}"
        >
          ${t(`languages.${language}`)}
        </button>`,
    )}
  </div>`;
}
