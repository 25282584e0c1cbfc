import { html, raw } from "hono/html";
import { LANGUAGES } from "#i18n/language.ts";
import type { Story } from "#stories/story.ts";
import { languageTabs } from "./language-tabs.ts";
import type { Html } from "./layout.ts";
import { notesPanel } from "./notes-panel.ts";
import type { Page } from "./page.ts";
import { pitchPanel } from "./pitch-panel.ts";

/**
 * One story as far as it is told. Each element with `data-live` is fetched again and exchanged while the telling
 * goes on, so that what a browser shows is always what this wrote.
 */
export function storyPanel(page: Page, story: Story): Html {
  const { t } = page;
  const titled = LANGUAGES.map((language) => story.listings[language]?.title);
  return html`<div class="story stack" id="story" data-story="${story.id}">
    <p><a href="${page.href("/")}">← ${t("studio.another")}</a></p>
    <h1 id="story-title" data-live>
      ${story.listings[page.language]?.title ?? titled.find((title) => title !== undefined) ?? t("studio.untitled")}
    </h1>
    ${progress(page, story)} ${notesPanel(page, story)} ${questions(page, story)} ${remarks(page, story)} ${openShowForm(page, story)}
    <section id="pitch" class="stack">
      <h2>${t("story.pitch")}</h2>
      ${languageTabs(page, t("story.pitch"), LANGUAGES)}
      <div class="columns">
        ${LANGUAGES.map(
          (language) =>
            html`<div class="panel" role="tabpanel" id="panel-${language}" aria-labelledby="tab-${language}">
              ${pitchPanel(page, story, language)}
            </div>`,
        )}
      </div>
    </section>
    <p class="problem" role="alert" id="problem"></p>
    <p><button type="button" class="quiet danger" id="delete-story">${t("story.delete")}</button></p>
  </div>`;
}

function progress({ t }: Page, story: Story): Html {
  const { writer } = story;
  const steps = [
    { name: t("story.readNotes"), done: story.facts.length > 0 || story.status === "ready" },
    ...LANGUAGES.map((language) => ({ name: t(`languages.${language}`), done: story.pitches[language] !== undefined })),
  ];
  return html`<section id="progress" data-live data-status="${story.status}" aria-label="${t("story.progress")}">
    <ol class="steps">
      ${steps.map(({ name, done }) => html`<li class="${done ? "done" : story.status === "failed" ? "" : "under-way"}">${name}</li>`)}
    </ol>
    <p class="hint" role="status">
      ${t(`status.${story.status}`)}${story.status === "failed" ? html`. ${t("story.failed")}` : ""}
      ${writer === undefined ? "" : html`· ${writer.name === "rules" ? t("story.writerRules") : t("story.writerModel", { model: writer.model ?? writer.name })}`}
    </p>
  </section>`;
}

function questions({ t }: Page, story: Story): Html {
  const open = story.questions.length > 0;
  return html`<section id="questions" data-live ${open ? "" : raw("hidden")} class="stack">
    <h2>${t("story.questions")}</h2>
    <p class="hint">${t("story.questionsHint")}</p>
    <form id="answers-form" class="card stack">
      ${story.questions.map(
        (question) =>
          html`<label lang="vi" for="answer-${question.id}">${question.text}</label>
            <textarea id="answer-${question.id}" name="${question.id}" rows="1" maxlength="2000" lang="vi"></textarea>`,
      )}
      <button>${t("story.sendAnswers")}</button>
    </form>
  </section>`;
}

function remarks({ t }: Page, story: Story): Html {
  const some = story.conflicts.length + story.findings.length > 0;
  return html`<section id="remarks" data-live ${some ? "" : raw("hidden")} class="stack">
    ${
      story.conflicts.length === 0
        ? ""
        : html`<h2>${t("story.conflicts")}</h2>
            <ul class="rows">
              ${story.conflicts.map(({ text }) => html`<li class="remark warn" lang="vi">${text}</li>`)}
            </ul>`
    }
    ${
      story.findings.length === 0
        ? ""
        : html`<h2>${t("story.findings")}</h2>
            <ul class="rows">
              ${story.findings.map(
                ({ severity, quote, language, message }) =>
                  html`<li class="remark ${severity}">
                    <strong>${t(`story.${severity}`)}</strong> · ${t(`languages.${language}`)}: <q lang="${language}">${quote}</q
                    ><br /><span lang="vi">${message}</span>
                  </li>`,
              )}
            </ul>`
    }
  </section>`;
}

function openShowForm({ t }: Page, story: Story): Html {
  const told = Object.keys(story.pitches).length > 0;
  return html`<section id="open-show" data-live ${told ? "" : raw("hidden")}>
    <form id="show-form" class="card row">
      <label for="show-title">${t("story.showTitle")}</label>
      <input id="show-title" name="title" required maxlength="200" lang="vi" value="${story.listings.vi?.title ?? ""}" />
      <button class="primary">${t("story.openShow")}</button>
    </form>
  </section>`;
}
