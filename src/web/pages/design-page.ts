import { html, raw } from "hono/html";
import { FACT_KINDS } from "#facts/fact.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { FAMILIES } from "#lexicon/term.ts";
import type { Cue } from "#shows/cue.ts";
import type { Story, VersionSummary } from "#stories/story.ts";
import { historyPanel } from "./history-panel.ts";
import { layout, OWN_NAMES, type Html } from "./layout.ts";
import { notesPanel } from "./notes-panel.ts";
import type { Page } from "./page.ts";
import { isColour, measureContrasts, readProperties, SCHEMES } from "./palette.ts";
import { parityPanel } from "./parity-panel.ts";
import { pitchPanel } from "./pitch-panel.ts";
import { familyPicture } from "./product-picture.ts";
import { questionCards } from "./question-cards.ts";
import { remarksPanel } from "./remarks-panel.ts";
import { captionItem } from "./watch-page.ts";

export type Design = {
  sample: { story: Story; versions: readonly VersionSummary[] };
  /** A sentence in each language, set in every size. */
  sentences: Record<Language, string>;
};

/** The visual system on one page: each part is drawn by the template and the sheet that the pages themselves use. */
export function designPage(page: Page, { sample, sentences }: Design): Html {
  const { t } = page;
  const { story, versions } = sample;
  const say = (name: string) => t(`design:${name}`);
  const section = (name: string, content: Html) =>
    html`<section class="stack design">
      <h2>${say(name)}</h2>
      ${content}
    </section>`;
  return layout(page, {
    title: `${say("title")} · ${t("site.name")}`,
    sheet: ["studio", "coach", "watch", "design"],
    head: html`<style nonce="${page.nonce}">
      ${raw(propertyRules())}
    </style>`,
    body: html`<div class="stack">
      <h1>${say("title")}</h1>
      <p class="lead">${say("lead")}</p>
      ${section("colours", colours())} ${section("contrast", contrasts(page))} ${section("type", type(page, sentences))}
      ${section("spacing", spacing())} ${section("buttons", buttons(say))} ${section("tags", tags(page))} ${section("forms", forms(say))}
      ${section("notices", notices(page))}
      ${section(
        "parts",
        html`${questionCards(page, story)} ${remarksPanel(page, story)} ${notesPanel(page, story)}
          <div class="columns">${LANGUAGES.map((language) => html`<div class="panel">${pitchPanel(page, story, language)}</div>`)}</div>
          ${parityPanel(page, story)} ${historyPanel(page, versions)}`,
      )}
      ${section("pictures", pictures(page))} ${section("captions", captions(page, sentences))}
    </div>`,
  });
}

/** No element of a page may carry a style of its own, so each swatch and each bar has its rule. */
function propertyRules(): string {
  return Array.from(readProperties().light, ([name, value]) =>
    isColour(value) ? `.swatch-${name}{background:var(--${name})}` : value.endsWith("rem") ? `.bar-${name}{width:var(--${name})}` : "",
  ).join("");
}

function colours(): Html {
  const { light, dark } = readProperties();
  return html`<ul class="plain swatches">
    ${[...light]
      .filter(([, value]) => isColour(value))
      .map(
        ([name, value]) =>
          html`<li>
            <span class="swatch swatch-${name}"></span>
            <code>--${name}</code> <span class="hint">${value} · ${dark.get(name) ?? value}</span>
          </li>`,
      )}
  </ul>`;
}

function contrasts({ t, language }: Page): Html {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1, roundingMode: "floor" });
  return html`<p>${t("design:contrastLead")}</p>
    <table class="fact-table">
      <thead>
        <tr>
          ${["pair", ...SCHEMES].map((name) => html`<th scope="col">${t(`design:${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${measureContrasts().map(
          ({ colour, ground, needed, measured }) =>
            html`<tr>
              <th scope="row">${colour} / ${ground} <span class="own">${t("design:needed")} ${number.format(needed)}</span></th>
              ${SCHEMES.map((scheme) => html`<td>${number.format(measured[scheme])}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function type({ t }: Page, sentences: Design["sentences"]): Html {
  return html`${LANGUAGES.map(
    (language) =>
      html`<div class="card stack">
        <p class="hint" lang="${language}">${OWN_NAMES[language]}</p>
        ${(["heading", "leadText", "body", "hint"] as const).map(
          (size) =>
            html`<div>
              <p class="hint">${t(`design:${size}`)}</p>
              <p lang="${language}" class="${TYPE_CLASSES[size]}">${sentences[language]}</p>
            </div>`,
        )}
      </div>`,
  )}`;
}

const TYPE_CLASSES = { heading: "title", leadText: "lead", body: "", hint: "hint" } as const;

function spacing(): Html {
  return html`<ul class="plain stack-tight">
    ${[...readProperties().light]
      .filter(([name, value]) => value.endsWith("rem") && !name.startsWith("size"))
      .map(
        ([name, value]) =>
          html`<li class="row"><span class="length bar-${name}"></span><code>--${name}</code> <span class="hint">${value}</span></li>`,
      )}
  </ul>`;
}

function buttons(say: (name: string) => string): Html {
  return html`<p class="row">
    <button type="button" class="primary">${say("primary")}</button>
    <button type="button">${say("plain")}</button>
    <button type="button" class="quiet">${say("quiet")}</button>
    <button type="button" class="danger">${say("danger")}</button>
    <button type="button" aria-pressed="true">${say("pressed")}</button>
    <button type="button" disabled>${say("disabled")}</button>
    <a class="button" href="#content">${say("link")}</a>
  </p>`;
}

function tags({ t }: Page): Html {
  return html`<p>${t("design:tagsLead")}</p>
    <p class="row">${FACT_KINDS.map((kind) => html`<span class="tag tone-${kind}">${t(`kinds.${kind}`)}</span>`)}</p>
    <p class="row">
      <span class="tag">${t("story.unknown")}</span>
      <span class="tag mine">${t("story.edited")}</span>
      <span class="tag waiting">${t("offline:words.tag")}</span>
      ${["known", "incomplete", "missing"].map((status) => html`<span class="tag status-${status}">${t(`studio:coach.status.${status}`)}</span>`)}
    </p>`;
}

function forms(say: (name: string) => string): Html {
  return html`<div class="card stack">
    <label for="design-field">${say("field")}</label>
    <input id="design-field" value="${say("sample")}" />
    <label for="design-area">${say("area")}</label>
    <textarea id="design-area" rows="3">${say("sample")}</textarea>
    <label for="design-choice">${say("choice")}</label>
    <select id="design-choice">
      ${LANGUAGES.map((language) => html`<option lang="${language}">${OWN_NAMES[language]}</option>`)}
    </select>
    <ul class="plain ticks">
      <li><input type="checkbox" id="design-tick" checked /><label for="design-tick">${say("tick")}</label></li>
    </ul>
  </div>`;
}

function notices({ t }: Page): Html {
  return html`<p class="problem">${t("error.offline")}</p>
    <p class="kept">${t("offline:lead")}</p>
    <div class="bar">
      <p>${t("history:words.restoredNow")}</p>
      <button type="button">${t("history:undo")}</button>
    </div>
    <p class="machine-label">${t("listing.label")}</p>`;
}

function pictures({ t }: Page): Html {
  return html`<p>${t("design:picturesLead")}</p>
    <ul class="plain cards pictures">
      ${[...FAMILIES, undefined].map((family) => html`<li class="card">${familyPicture(family)}</li>`)}
    </ul>`;
}

function captions(page: Page, sentences: Design["sentences"]): Html {
  const cue = (language: Language, at: number, provenance: Cue["provenance"]): Cue => {
    const text = sentences[language];
    const times = { startMs: at * 3_000, endMs: at * 3_000 + 2_500 };
    return { cue: `sample-${at}`, seq: at, rev: 1, language, text, lines: [text], status: "final", provenance, ...times };
  };
  const cues = [cue("vi", 1, "speech"), cue("en", 2, "machine"), cue("ja", 3, "script")];
  return html`<div class="card watch-captions">
    <ol class="captions">
      ${cues.map((each) => captionItem(page, each))}
    </ol>
  </div>`;
}
