import { html, raw } from "hono/html";
import type { BuyerQuestion } from "#buyers/buyer-question.ts";
import type { FactKind } from "#facts/fact.ts";
import { isAbroad } from "#shows/read-question.ts";
import { growersClock } from "./growers-clock.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** `more`: more wait for an answer than are shown. */
export type BuyerQuestions = { open: readonly BuyerQuestion[]; answered: readonly BuyerQuestion[]; more: boolean };

/** What buyers ask on the listing of a story: in Vietnamese, with the suggestion a tap away. Its forms need no script. */
export function buyersPanel(page: Page, storyId: string, { open, answered, more }: BuyerQuestions): Html {
  const { t } = page;
  const said = [
    open.length + answered.length === 0 ? t("buyers:studio.none") : "",
    open.length === 0 ? "" : t("buyers:studio.waiting", { questions: open.length }),
    more ? t("buyers:studio.older", { questions: open.length }) : "",
  ];
  return html`<section id="buyers" class="stack">
    <h2>${t("buyers:studio.heading")}</h2>
    <p class="hint" id="buyers-count" data-live>${said.filter((words) => words !== "").join(" ")}</p>
    <div class="stack" id="buyers-open" data-live-list>${open.map((question) => openQuestion(page, storyId, question))}</div>
    <details id="buyers-answered" data-live ${answered.length === 0 ? raw("hidden") : ""}>
      <summary>${t("buyers:studio.answered", { questions: answered.length })}</summary>
      <div class="stack">${answered.map((question) => answeredQuestion(page, storyId, question))}</div>
    </details>
  </section>`;
}

function openQuestion(page: Page, storyId: string, question: BuyerQuestion): Html {
  const { t } = page;
  const { suggestion } = question;
  return html`<article class="card stack buyer" id="open-${question.id}" data-live aria-labelledby="${question.id}">
    <h3 id="${question.id}">${askedBy(page, question)}</h3>
    ${asked(page, question)}
    ${
      suggestion === null
        ? ""
        : html`<form method="post" action="${replyPath(page, storyId, question)}" class="suggestion stack-tight">
            <p class="hint">${t("buyers:studio.suggestion")}</p>
            <p lang="vi">${suggestion.vi}</p>
            ${
              question.language === "vi"
                ? ""
                : html`<p class="hint">
                    ${t("site.labelled", { name: t("buyers:studio.reads") })}<span lang="${question.language}">${suggestion.text}</span>
                  </p>`
            }
            <input type="hidden" name="text" value="${suggestion.text}" />
            <p><button class="primary">${t("buyers:studio.sendSuggestion")}</button></p>
          </form>`
    }
    ${replyForm(page, storyId, question, t("buyers:studio.own"))}
    <form
      method="post"
      action="${page.href(`/stories/${storyId}/buyer-questions/${question.id}/delete`)}"
      data-confirm="${t("buyers:studio.removeConfirm")}"
    >
      <button class="quiet danger">${t("buyers:studio.remove")}</button>
    </form>
  </article>`;
}

export function askedBy({ t, language }: Page, { author, language: buyers, createdAt }: BuyerQuestion): string {
  return [author, t(`languages.${buyers}`), growersClock(language).format(new Date(createdAt))].join(" · ");
}

/** A question first as the grower reads it, then as it was written. */
export function asked({ t, language }: Page, { text, vi, isRead, about, language: buyers }: BuyerQuestion): Html {
  const topicOf = (kind: FactKind) =>
    kind === "delivery" && isAbroad(text, buyers) ? t("buyers:topics.abroad") : t([`buyers:topics.${kind}`, `kinds.${kind}`]).toLowerCase();
  const topics = new Intl.ListFormat(language).format(about.map(topicOf));
  return html`${vi === null && about.length > 0 ? html`<p class="said vi">${t("buyers:studio.about", { topics })}</p>` : ""}
  ${
    vi === null
      ? html`<p class="hint">
          ${t(isRead ? (about.length > 0 ? "buyers:studio.unreadWhole" : "buyers:studio.unread") : "buyers:studio.reading")}
        </p>`
      : html`<p class="said vi" lang="vi">${vi}</p>`
  }
  ${buyers === "vi" ? "" : html`<p class="hint">${t("site.labelled", { name: t("buyers:studio.wrote") })}<q lang="${buyers}">${text}</q></p>`}`;
}

function replyForm(page: Page, storyId: string, question: BuyerQuestion, label: string): Html {
  return html`<form method="post" action="${replyPath(page, storyId, question)}" class="stack-tight">
    <label for="reply-${question.id}">${label}</label>
    <textarea id="reply-${question.id}" name="text" rows="2" required maxlength="1000" lang="vi"></textarea>
    <p><button>${page.t("buyers:studio.send")}</button></p>
  </form>`;
}

function answeredQuestion(page: Page, storyId: string, question: BuyerQuestion): Html {
  const { t } = page;
  const { answer } = question;
  if (answer === null) return html``;
  return html`<article class="card stack buyer" aria-labelledby="${question.id}">
    <h3 id="${question.id}">${askedBy(page, question)}</h3>
    ${asked(page, question)}
    ${answer.vi === null ? "" : html`<p>${t("site.labelled", { name: t("buyers:studio.you") })}<span lang="vi">${answer.vi}</span></p>`}
    <p class="hint">
      ${
        answer.text === null
          ? t(answer.source === null ? "buyers:studio.pending" : "buyers:studio.untold")
          : html`${t("site.labelled", { name: t("buyers:studio.reads") })}<span lang="${question.language}">${answer.text}</span>`
      }
    </p>
    ${replyForm(page, storyId, question, t("buyers:studio.again"))}
  </article>`;
}

export function replyPath(page: Page, storyId: string, { id }: Pick<BuyerQuestion, "id">): string {
  return page.href(`/stories/${storyId}/buyer-questions/${id}/reply`);
}
