import { html, raw } from "hono/html";
import { AUTHOR_LENGTH_MAX, QUESTION_LENGTH_MAX } from "#buyers/buyer-question.ts";
import type { Fact } from "#facts/fact.ts";
import { contactLink } from "./contact-link.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** What stands in the form: what was typed and why it was not taken. `id`: the question's own, made with the page. */
export type AskForm = { id: string; author: string; text: string; problems: { author?: string; text?: string; whole?: string } };

/** How to order or ask: the grower's contact where it was told, and a form that needs no script. */
export function askForm(page: Page, action: string, contacts: readonly Fact[], form: AskForm): Html {
  const { t } = page;
  const { problems } = form;
  const isRefused = Object.keys(problems).length > 0;
  const first = problems.author !== undefined ? "author" : "text";
  const focused = (field: "author" | "text") => (isRefused && field === first ? raw("autofocus") : "");
  return html`<section id="ask" class="stack">
    <h2>${t("buyers:ask.heading")}</h2>
    ${
      contacts.length === 0
        ? html`<p>${t("buyers:ask.noContact")}</p>`
        : html`<p>
            ${t("site.labelled", { name: t("buyers:ask.contact") })}${contacts.map(({ text }, index) => html`${index === 0 ? "" : " · "}${contactLink(page, text)}`)}
          </p>`
    }
    <form method="post" action="${action}" class="card stack">
      <p>${t("buyers:ask.lead")}</p>
      ${
        isRefused
          ? html`<p class="problem" role="alert">
              ${t("buyers:ask.problem")}${problems.whole === undefined ? "" : html`: ${problems.whole}`}
            </p>`
          : ""
      }
      <input type="hidden" name="id" value="${form.id}" />
      <div class="field">
        <label for="ask-author">${t("buyers:ask.name")}</label>
        ${problem("ask-author-problem", problems.author)}
        <input
          id="ask-author"
          name="author"
          required
          maxlength="${AUTHOR_LENGTH_MAX}"
          autocomplete="name"
          value="${form.author}"
          ${faulty("ask-author-problem", problems.author)}
          ${focused("author")}
        />
      </div>
      <div class="field">
        <label for="ask-text">${t("buyers:ask.text")}</label>
        ${problem("ask-text-problem", problems.text)}
        <textarea
          id="ask-text"
          name="text"
          rows="4"
          required
          maxlength="${QUESTION_LENGTH_MAX}"
          ${faulty("ask-text-problem", problems.text)}
          ${focused("text")}
        >
${form.text}</textarea>
      </div>
      <p class="hint">${t("buyers:ask.seen")}</p>
      <p><button class="primary">${t("buyers:ask.send")}</button></p>
    </form>
  </section>`;
}

function problem(id: string, words: string | undefined): Html {
  return words === undefined ? html`` : html`<p class="field-problem" id="${id}">${words}</p>`;
}

function faulty(id: string, words: string | undefined): Html {
  return words === undefined ? html`` : html`aria-invalid="true" aria-describedby="${id}"`;
}
