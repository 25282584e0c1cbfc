import { html } from "hono/html";
import type { QuestionCounts } from "#buyers/buyer-question.ts";
import type { StorySummary } from "#stories/list-stories.ts";
import { NOTES_LENGTH_MAX, type Story } from "#stories/story.ts";
import { growersClock } from "./growers-clock.ts";
import { layout, type Html } from "./layout.ts";
import { sectionOf, type Page } from "./page.ts";
import { storyPanel, type OpenStory } from "./story-panel.ts";

type Studio = {
  /** The account that signed in. */
  reader: string;
  earlier: readonly StorySummary[];
  open?: OpenStory | undefined;
  /** The story whose notes are taken up again. */
  from?: Story | undefined;
  /** How buyers' questions stand, by story. */
  counts: readonly QuestionCounts[];
};

/** The grower's page: notes in, or one story as far as it is told. */
export function studioPage(page: Page, { reader, earlier, open, from, counts }: Studio): Html {
  const { t } = page;
  const storyId = open?.story.id;
  return layout(page, {
    title: `${t("studio.title")} · ${t("site.name")}`,
    installable: true,
    script: "studio",
    sheet: ["studio", "buyers"],
    data: {
      reader,
      storyId,
      from: from?.id,
      counts,
      words: {
        offline: t("error.offline"),
        deleteConfirm: t("story.deleteConfirm"),
        copied: t("studio:use.copied"),
        voice: sectionOf(page, "studio:voice"),
        ...sectionOf(page, "offline:words"),
        ...sectionOf(page, "history:words"),
        ...sectionOf(page, "buyers:words"),
      },
    },
    body: html`${open === undefined ? notesForm(page, from?.notes) : storyPanel(page, open)}
      ${earlierStories(page, earlier, counts, storyId)}
      <p><button type="button" class="quiet" id="sign-out">${t("signIn.signOut")}</button></p>
      <div class="bars">
        <div class="bar" id="done">
          <p role="status" id="done-text"></p>
          <button type="button" id="undo" hidden>${t("history:undo")}</button>
          <button type="button" class="quiet" id="done-close" hidden>${t("history:close")}</button>
        </div>
        <div class="bar"><p role="status" id="waiting"></p></div>
      </div>
      <div class="notice" id="asked">
        <p role="status" id="asked-text"></p>
        <a class="button" id="asked-link" hidden>${t("buyers:studio.look")}</a>
        <button type="button" class="quiet" id="asked-close" hidden>${t("history:close")}</button>
      </div>`,
  });
}

function notesForm({ t }: Page, notes = ""): Html {
  return html`<section class="stack">
    <h1>${t("studio.title")}</h1>
    <p class="lead">${t("studio.lead")}</p>
    <form id="notes-form" class="card stack">
      <label for="notes">${t("studio.notes")}</label>
      <p class="hint" id="notes-hint">${t("studio.notesHint")}</p>
      <textarea
        id="notes"
        name="notes"
        data-draft
        rows="9"
        required
        maxlength="${NOTES_LENGTH_MAX}"
        lang="vi"
        aria-describedby="notes-hint"
      >
${notes}</textarea>
      <p class="problem" role="alert" id="problem"></p>
      <p class="row">
        <button class="primary">${t("studio.tell")}</button>
        <button type="button" data-voice="notes" aria-pressed="false" hidden>${t("studio:voice.dictate")}</button>
      </p>
    </form>
  </section>`;
}

function earlierStories(page: Page, earlier: readonly StorySummary[], counts: readonly QuestionCounts[], openId: string | undefined): Html {
  const { t, language } = page;
  const day = growersClock(language);
  const waiting = new Map(counts.map(({ storyId, asked, answered }) => [storyId, asked - answered]));
  const others = earlier.filter(({ id }) => id !== openId);
  if (others.length === 0 && openId !== undefined) return html``;
  return html`<section class="stack earlier" id="earlier" data-live>
    <h2>${t("studio.earlier")}</h2>
    ${others.length === 0 ? html`<p class="hint">${t("studio.none")}</p>` : ""}
    <ul class="rows">
      ${others.map(
        (story) =>
          html`<li>
            <a href="${page.href(`/?story=${story.id}`)}"
              ><span class="row-title" lang="vi">${story.title || t("studio.untitled")}</span
              ><span class="hint"
                >${day.format(new Date(story.createdAt))} · ${t(`status.${story.status}`)}${waitingFor(page, waiting.get(story.id))}</span
              ></a
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

function waitingFor({ t }: Page, questions = 0): Html {
  return questions === 0 ? html`` : html` · <strong>${t("buyers:studio.waiting", { questions })}</strong>`;
}
