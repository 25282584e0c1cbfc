import { html } from "hono/html";
import { LANGUAGES, type Market } from "#i18n/language.ts";
import type { Coach, LabelRow } from "#pitches/coach.ts";
import type { Story } from "#stories/story.ts";
import { layout, type Html } from "./layout.ts";
import { sectionOf, type Page } from "./page.ts";

/** What to see to before going live: a checklist, the shots, and the pack's label. Made to be ticked on a phone or printed. */
export function coachPage(page: Page, story: Story, coach: Coach): Html {
  const { t } = page;
  const words = (name: string) => t(`studio:coach.${name}`);
  const title = story.listings[page.language]?.title ?? "";
  return layout(page, {
    title: [words("title"), title].filter((part) => part !== "").join(" · "),
    installable: true,
    script: "coach",
    sheet: ["studio", "coach"],
    data: { storyId: story.id, words: sectionOf(page, "studio:coach") },
    body: html`<div class="stack coach">
      <p class="screen-only"><a href="${page.href(`/?story=${story.id}`)}">← ${t("studio:prompter.back")}</a></p>
      <h1>${words("title")}</h1>
      ${title === "" ? "" : html`<p class="coach-story">${title}</p>`}
      <p class="lead screen-only">${words("lead")}</p>
      <p class="row screen-only" id="actions" inert>
        <button type="button" id="print">${words("print")}</button>
        <button type="button" class="quiet" id="clear">${words("clear")}</button>
        <span id="done" role="status">${t("studio:coach.done", { done: 0, all: countTicks(coach) })}</span>
      </p>
      <section class="stack">
        <h2>${words("checklist")}</h2>
        <div class="topics">
          ${coach.checklist.map(
            ({ topic, items }) =>
              html`<div class="card">
                <h3>${words(`topics.${topic}`)}</h3>
                ${ticks(topic, items)}
              </div>`,
          )}
        </div>
      </section>
      <section class="stack">
        <h2>${t("studio:coach.shots", { shots: coach.shots.length })}</h2>
        <div class="card shots">${ticks("shot", coach.shots)}</div>
      </section>
      <section class="stack">
        <h2>${words("label")}</h2>
        <p class="hint">${words("labelLead")}</p>
        <div class="topics">${story.markets.map((market) => lackingIn(page, coach.label, market))}</div>
        ${[...Map.groupBy(coach.label, ({ goods }) => goods?.[page.language])].map(
          ([goods, rows]) =>
            html`${goods === undefined ? "" : html`<h3>${goods}</h3>`}
              <div class="label-rows">${rows.map((row) => labelCard(page, row))}</div>`,
        )}
      </section>
    </div>`,
  });
}

function countTicks({ checklist, shots }: Coach): number {
  return checklist.reduce((sum, { items }) => sum + items.length, shots.length);
}

/** A tick is kept under its own words: advice that has changed is to be looked at anew. */
function ticks(group: string, items: readonly string[]): Html {
  return html`<ul class="plain ticks">
    ${items.map(
      (item, index) =>
        html`<li><input type="checkbox" id="${group}-${index}" data-tick="${item}" /><label for="${group}-${index}">${item}</label></li>`,
    )}
  </ul>`;
}

function lackingIn({ t, language }: Page, label: readonly LabelRow[], market: Market): Html {
  const lacking = label.filter(
    ({ status, requiredBy }) => status !== "known" && requiredBy.some((requirement) => requirement.market === market),
  );
  return html`<div class="card">
    <h3>${t("studio:coach.soldIn", { market: marketName(t, market) })}</h3>
    ${
      lacking.length === 0
        ? html`<p>${t("studio:coach.complete")}</p>`
        : html`<p>${t("studio:coach.lacking")}</p>
            <ul>
              ${lacking.map(({ label, goods }) => html`<li>${[label[language], goods?.[language]].filter(Boolean).join(" – ")}</li>`)}
            </ul>`
    }
  </div>`;
}

function labelCard({ t, language }: Page, row: LabelRow): Html {
  return html`<div class="card label-row">
    <div class="label-head">
      <h3>${row.label[language]}</h3>
      <span class="tag status-${row.status}">${t(`studio:coach.status.${row.status}`)}</span>
    </div>
    <dl>
      ${LANGUAGES.map(
        (each) =>
          html`<div lang="${each}">
            <dt>${row.label[each]}</dt>
            <dd>${row.value?.[each] ?? html`<span class="blank"></span>`}</dd>
          </div>`,
      )}
    </dl>
    ${row.note === undefined ? "" : html`<p>${row.note[language]}</p>`}
    ${
      row.requiredBy.length === 0
        ? ""
        : html`<p class="hint">
            ${t("site.labelled", { name: t("studio:coach.requiredBy") })}${new Intl.ListFormat(language).format(
              row.requiredBy.map(({ market, law }) => t("studio:coach.law", { market: marketName(t, market), law })),
            )}
          </p>`
    }
  </div>`;
}

function marketName(t: Page["t"], market: Market): string {
  return t(`studio:coach.markets.${market}`);
}
