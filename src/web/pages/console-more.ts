import { html } from "hono/html";
import type { Language } from "#i18n/language.ts";
import { RELAY_KINDS } from "#relays/relay.ts";
import { afterSection } from "./console-after.ts";
import { glossarySection } from "./console-glossary.ts";
import { obsPart } from "./console-obs.ts";
import type { Console } from "./console-page.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";
import { qrCode } from "./qr-code.ts";

const SHORTCUTS = [
  ["M", "keyMic"],
  ["N", "keyNext"],
  ["Z", "keyRetract"],
  ["E", "keyReplace"],
  ["T", "keyType"],
] as const;
const OVERLAY_SIZES = [36, 48, 64, 80];

/** The show's own words, where captions go, and what is done once a show: links, other services, keys, the end. */
export function morePart(page: Page, console: Console): Html {
  return html`<section class="panel stack part-more off" role="tabpanel" id="panel-more" aria-labelledby="tab-more">
    ${glossarySection(page, console)} ${links(page, console)}
    <div class="stack">${relays(page, console)} ${obsPart(page, console)}</div>
    ${shortcuts(page)} ${afterSection(page, console)}
  </section>`;
}

function links(page: Page, { show, origin }: Console): Html {
  const { t } = page;
  const at = (link: string, query = "") => origin + new URL(link).pathname + query;
  const watch = at(show.links.watch);
  const overlay = at(show.links.overlay, `?lang=${show.languages[0] ?? "vi"}`);
  return html`<section class="stack links" aria-labelledby="links-title">
    <h2 id="links-title">${t("console.links")}</h2>
    <div class="card stack link-card">
      ${linkField(page, "link-watch", t("console.watch"), watch)} ${qrCode(watch, t("console.qrWatch"))}
    </div>
    <div class="card stack link-card">
      ${linkField(page, "link-overlay", t("console.overlay"), overlay)}
      <p class="hint">${t("console.overlayHint")}</p>
      ${overlayChoices(page, show.languages)}
      <details>
        <summary>${t("console.qr")}</summary>
        ${qrCode(overlay.split("?")[0] ?? "", t("console.qrOverlay"))}
      </details>
    </div>
    <details>
      <summary>${t("console.captions")}</summary>
      ${linkField(page, "link-captions", t("console.captions"), at(show.links.captions))}
    </details>
    <p><button type="button" id="renew">${t("console.renew")}</button></p>
  </section>`;
}

function linkField({ t }: Page, id: string, name: string, href: string): Html {
  return html`<p class="stack-tight">
    <label for="${id}">${name}</label>
    <span class="row nowrap"
      ><input id="${id}" readonly value="${href}" /><button type="button" data-copy="${id}">${t("console.copy")}</button></span
    >
  </p>`;
}

/** Each choice is a parameter of the overlay's address; the empty one leaves it out. */
function overlayChoices({ t }: Page, languages: readonly Language[]): Html {
  const named = languages.map((language) => [language, t(`languages.${language}`)] as const);
  const choices: { parameter: string; label: string; options: (readonly [value: string | number, words: string])[] }[] = [
    { parameter: "lang", label: "overlayLanguage", options: named },
    { parameter: "second", label: "overlaySecond", options: [["", t("console.none")], ...named] },
    {
      parameter: "layout",
      label: "overlayLayout",
      options: ["horizontal", "vertical"].map((one, at) => [at === 0 ? "" : one, t(`console.${one}`)]),
    },
    {
      parameter: "position",
      label: "overlayPosition",
      options: ["bottom", "middle", "top"].map((one, at) => [at === 0 ? "" : one, t(`console.${one}`)]),
    },
    {
      parameter: "size",
      label: "overlaySize",
      options: [["", t("console.auto")], ...OVERLAY_SIZES.map((size) => [size, `${size} px`] as const)],
    },
    {
      parameter: "background",
      label: "overlayPlate",
      options: [
        ["", t("console.plateDark")],
        ["0.4", t("console.plateLight")],
        ["0", t("console.plateNone")],
      ],
    },
  ];
  return html`<form id="overlay-form" class="choices">
    ${choices.map(
      ({ parameter, label, options }) =>
        html`<p class="stack-tight">
          <label for="overlay-${parameter}">${t(`console.${label}`)}</label>
          <select id="overlay-${parameter}" name="${parameter}">
            ${options.map(([value, words]) => html`<option value="${value}">${words}</option>`)}
          </select>
        </p>`,
    )}
  </form>`;
}

function relays({ t }: Page, { show }: Console): Html {
  return html`<section class="stack" aria-labelledby="relays-title">
    <h2 id="relays-title">${t("console.relays")}</h2>
    <ul id="relays" class="rows"></ul>
    <p class="hint" id="no-relays">${t("console.relaysNone")}</p>
    <p id="relay-secret" role="status"></p>
    <form id="relay-form" class="card stack">
      <div class="choices">
        <p class="stack-tight">
          <label for="relay-kind">${t("console.relayKind")}</label>
          <select id="relay-kind" name="kind">
            ${RELAY_KINDS.map((kind) => html`<option value="${kind}">${t(`console.${kind}`)}</option>`)}
          </select>
        </p>
        <p class="stack-tight">
          <label for="relay-language">${t("console.relayLanguage")}</label>
          <select id="relay-language" name="language">
            ${show.languages.map((language) => html`<option value="${language}">${t(`languages.${language}`)}</option>`)}
          </select>
        </p>
      </div>
      <p class="stack-tight">
        <label for="relay-url">${t("console.relayUrl")}</label>
        <input id="relay-url" name="url" type="url" required maxlength="2000" autocomplete="off" aria-describedby="relay-hint" />
      </p>
      <p class="hint" id="relay-hint">${t("console.relayUrlHint")}</p>
      <p><button>${t("console.relayAdd")}</button></p>
    </form>
  </section>`;
}

function shortcuts({ t }: Page): Html {
  return html`<section class="stack-tight shortcuts" aria-labelledby="shortcuts-title">
    <h2 id="shortcuts-title">${t("console.shortcuts")}</h2>
    <p class="row"><input type="checkbox" id="shortcuts" checked /><label for="shortcuts">${t("console.shortcutsOn")}</label></p>
    <dl>
      ${SHORTCUTS.map(
        ([key, words]) =>
          html`<div>
            <dt><kbd>${key}</kbd></dt>
            <dd>${t(`console.${words}`)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
