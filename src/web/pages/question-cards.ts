import { html, raw } from "hono/html";
import type { Story } from "#stories/story.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** What the notes leave open, a card each: a tap opens it, text or voice answers it. */
export function questionCards({ t }: Page, { questions }: Story): Html {
  return html`<section id="questions" data-live ${questions.length > 0 ? "" : raw("hidden")} class="stack">
    <h2>${t("story.questions")}</h2>
    <p class="hint">${t("story.questionsHint")}</p>
    <form id="answers-form" class="stack questions">
      ${questions.map(
        ({ id, text }) =>
          html`<details class="card question">
            <summary id="question-${id}" lang="vi">${text}</summary>
            <div class="stack">
              <textarea
                id="answer-${id}"
                name="${id}"
                data-draft
                rows="1"
                maxlength="2000"
                lang="vi"
                aria-labelledby="question-${id}"
              ></textarea>
              <button type="button" class="quiet" data-voice="answer-${id}" aria-pressed="false" hidden>${t("studio:voice.start")}</button>
            </div>
          </details>`,
      )}
      <p><button>${t("story.sendAnswers")}</button></p>
    </form>
  </section>`;
}
