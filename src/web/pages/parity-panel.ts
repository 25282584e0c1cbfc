import { html } from "hono/html";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Story } from "#stories/story.ts";
import { tellParity, type Parity } from "#stories/tell-parity.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

type Row = Parity["facts"][number];

/** Which fact is told where, language by language: a tick on a phone, the places on a wider screen. */
export function parityPanel(page: Page, story: Story): Html {
  const { t, language } = page;
  const languages = LANGUAGES.filter((each) => story.pitches[each] !== undefined);
  if (languages.length === 0) return html`<div id="parity" data-live></div>`;
  const { facts, parity } = tellParity(story);
  const percent = new Intl.NumberFormat(language, { style: "percent", roundingMode: "floor" }).format(parity);
  return html`<details id="parity" data-live class="card fold parity">
    <summary id="parity-title">${t("studio:parity.heading")}</summary>
    <p>${t("studio:parity.lead")} ${t("studio:parity.share", { percent })}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${t("studio:parity.fact")}</th>
          ${languages.map((each) => html`<th scope="col">${t(`languages.${each}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${facts.map(
          (fact) =>
            html`<tr data-where="${fact.where}">
              <th scope="row"><span class="tag tone-${fact.kind}">${t(`kinds.${fact.kind}`)}</span> <q lang="vi">${fact.quote}</q></th>
              ${languages.map((each) => cell(page, fact, each))}
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

function cell({ t, language: own }: Page, { told }: Row, language: Language): Html {
  const places = told[language];
  const names = [
    (places?.intro.length ?? 0) > 0 && "intro",
    (places?.loop.length ?? 0) > 0 && "loop",
    (places?.answers.length ?? 0) > 0 && "answers",
    places?.listing === true && "listing",
  ].flatMap((name) => (name === false ? [] : [t(`studio:parity.${name}`)]));
  if (names.length === 0) return html`<td><span role="img" aria-label="${t("studio:parity.no")}">–</span></td>`;
  return html`<td>
    <span role="img" aria-label="${t("studio:parity.yes")}">✓</span>
    <span class="places">${names.join(own === "ja" ? "、" : ", ")}</span>
  </td>`;
}
