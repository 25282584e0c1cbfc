import { html } from "hono/html";
import type { Fact } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Rest } from "#pitches/rests-of.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** Each sentence with the words of the notes it rests on; a tap goes to where they stand there. One alone is not said again. */
export function whyList({ t }: Page, facts: readonly Fact[], language: Language, sentences: readonly Rest[]): Html {
  return html`<details class="why">
    <summary>${t("story.why")}</summary>
    <ol class="plain">
      ${sentences.map(({ text, factIds }) => {
        const rests = facts.filter(({ id }) => factIds.includes(id));
        return html`<li>
          ${sentences.length === 1 ? "" : html`<p lang="${language}">${text}</p>`}
          ${
            rests.length === 0
              ? html`<p class="hint">${t("story.whyNothing")}</p>`
              : html`<ul class="plain">
                  ${rests.map(
                    (fact) =>
                      html`<li>
                        ${t("site.labelled", { name: t(`kinds.${fact.kind}`) })}<a href="#${placeOf(fact)}"
                          ><q lang="vi">${fact.quote}</q></a
                        >
                      </li>`,
                  )}
                </ul>`
          }
        </li>`;
      })}
    </ol>
  </details>`;
}

/** Where a fact's words stand on the page: in the notes, or an answer's in the list below them. */
export function placeOf({ id, source }: Pick<Fact, "id" | "source">): string {
  return source === "notes" ? `in-notes-${id}` : `fact-${id}`;
}
