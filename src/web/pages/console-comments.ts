import { html } from "hono/html";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** What buyers write, in Vietnamese, and answers for one tap. */
export function commentsPart({ t }: Page): Html {
  return html`<section class="panel stack part-comments off" role="tabpanel" id="panel-comments" aria-labelledby="tab-comments">
    <h2>${t("console.comments")}</h2>
    <p class="filters" role="group" aria-label="${t("console.filter")}">
      <button type="button" id="filter-all" aria-pressed="true">${t("console.filterAll")}</button>
      <button type="button" id="filter-asked" aria-pressed="false">${t("console.filterAsked")}</button>
    </p>
    <ol id="comments" class="rows scroll" tabindex="0" aria-label="${t("console.comments")}"></ol>
    <p class="hint" id="no-comments">${t("console.commentsNone")}</p>
    <details>
      <summary>${t("console.addComment")}</summary>
      <form id="comment-form" class="card stack">
        <label for="comment-author">${t("console.commentAuthor")}</label>
        <input id="comment-author" name="author" required maxlength="200" />
        <label for="comment-text">${t("console.commentText")}</label>
        <input id="comment-text" name="text" required maxlength="2000" />
        <p><button>${t("console.commentAdd")}</button></p>
      </form>
    </details>
  </section>`;
}
