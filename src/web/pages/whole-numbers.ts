import { html } from "hono/html";
import { splitAtJoints } from "#i18n/japanese-joints.ts";
import type { Language } from "#i18n/language.ts";
import { splitWhole } from "#i18n/whole-spans.ts";
import type { Html } from "./layout.ts";

/** Text whose numbers stand on one line each, with what they count. */
export function wholeNumbers(language: Language, text: string): Html {
  return html`${splitWhole(text, language).map(({ before, lead, core }) => html`${jointed(before, language)}${core === "" ? "" : wholeOf(lead, core)}`)}`;
}

function jointed(text: string, language: Language): Html | string {
  if (language !== "ja") return text;
  return html`${splitAtJoints(text).map(({ text: part, held }) => (held ? html`<wbr /><span class="phrase">${part}</span>` : part))}`;
}

function wholeOf(lead: string, core: string): Html {
  return html`<span class="whole">${lead === "" ? core : html`${lead}${wholeOf("", core)}`}</span>`;
}
