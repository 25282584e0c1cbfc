import { html } from "hono/html";
import type { ReplyOutcome } from "#buyers/buyer-question.ts";
import { asked, askedBy, replyPath } from "./buyers-panel.ts";
import { layout, type Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** What the gate found in an answer before it goes out: a person is warned, and decides. */
export function checkReplyPage(page: Page, storyId: string, { findings, question }: ReplyOutcome, text: string): Html {
  const { t } = page;
  return layout(page, {
    title: `${t("buyers:studio.check")} · ${t("site.name")}`,
    sheet: "buyers",
    body: html`<section class="narrow stack">
      <h1>${t("buyers:studio.check")}</h1>
      <div class="card stack">
        <p>${askedBy(page, question)}</p>
        ${asked(page, question)}
      </div>
      <p role="alert">${t("buyers:studio.checkLead")}</p>
      <ul class="rows">
        ${findings.map(
          ({ quote, message, language }) =>
            html`<li class="remark warn">
              ${quote === "" ? "" : html`<p><q lang="${language}">${quote}</q></p>`}
              <p lang="vi">${message}</p>
            </li>`,
        )}
      </ul>
      <form method="post" action="${replyPath(page, storyId, question)}" class="stack">
        <div class="field">
          <label for="text">${t("buyers:studio.edit")}</label>
          <textarea id="text" name="text" rows="3" required maxlength="1000" lang="vi">${text}</textarea>
        </div>
        <p class="row">
          <button class="primary">${t("buyers:studio.sendEdited")}</button>
          <button name="confirmed" value="yes">${t("buyers:studio.anyway")}</button>
        </p>
      </form>
      <p><a href="${page.href(`/?story=${storyId}`)}#buyers">${t("buyers:studio.back")}</a></p>
    </section>`,
  });
}
