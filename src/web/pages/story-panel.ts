import { html } from "hono/html";
import { LANGUAGES } from "#i18n/language.ts";
import type { Photo } from "#photos/photo.ts";
import type { EarlierShow } from "#shows/find-earlier-show.ts";
import type { Story, VersionSummary } from "#stories/story.ts";
import { buyersPanel, type BuyerQuestions } from "./buyers-panel.ts";
import { languageTabs } from "./language-tabs.ts";
import { historyPanel } from "./history-panel.ts";
import type { Html } from "./layout.ts";
import { notesPanel } from "./notes-panel.ts";
import type { Page } from "./page.ts";
import { parityPanel } from "./parity-panel.ts";
import { photosPanel } from "./photos-panel.ts";
import { pitchPanel } from "./pitch-panel.ts";
import { questionCards } from "./question-cards.ts";
import { remarksPanel } from "./remarks-panel.ts";
import { usePanel } from "./use-panel.ts";

/** What buyers ask about a story, and the photos they see of it. */
export type BuyersOfStory = { questions: BuyerQuestions; photos: readonly Photo[] };

export type OpenStory = {
  story: Story;
  versions: readonly VersionSummary[];
  buyers: BuyersOfStory;
  /** What another show can go on from. */
  earlierShow: EarlierShow | undefined;
};

/**
 * One story as far as it is told. Each element with `data-live` is fetched again and exchanged while the telling
 * goes on, so that what a browser shows is always what this wrote.
 */
export function storyPanel(page: Page, { story, versions, buyers, earlierShow }: OpenStory): Html {
  const { t } = page;
  const asked = buyersPanel(page, story.id, buyers.questions);
  // Somebody waits at the other end: that comes before everything else.
  const isWaitedFor = buyers.questions.open.length > 0;
  const titled = LANGUAGES.map((language) => story.listings[language]?.title);
  return html`<div class="story stack" id="story" data-story="${story.id}">
    <p><a href="${page.href("/")}">← ${t("studio.another")}</a></p>
    <h1 id="story-title" data-live>
      ${story.listings[page.language]?.title ?? titled.find((title) => title !== undefined) ?? t("studio.untitled")}
    </h1>
    ${progress(page, story)} ${isWaitedFor ? asked : ""} ${notesPanel(page, story)} ${questionCards(page, story)}
    ${remarksPanel(page, story)} ${usePanel(page, story, earlierShow)} ${isWaitedFor ? "" : asked}
    ${photosPanel(page, story.id, buyers.photos)}
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
    ${parityPanel(page, story)} ${historyPanel(page, versions)}
    <p class="problem" role="alert" id="problem"></p>
    <p><button type="button" class="quiet danger" id="delete-story">${t("story.delete")}</button></p>
  </div>`;
}

function progress(page: Page, story: Story): Html {
  const { t } = page;
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
    ${parts(page, story)}
  </section>`;
}

/** What lies a long way down on a phone. */
function parts({ t }: Page, { pitches, questions }: Story): Html {
  const isTold = Object.keys(pitches).length > 0;
  return html`<nav class="parts" aria-label="${t("studio:prompter.parts")}">
    <a href="#pitch">${t("story.pitch")}</a>
    ${questions.length === 0 ? "" : html`<a href="#questions">${t("story.questions")}</a>`}
    ${isTold ? html`<a href="#open-show">${t("studio:use.heading")}</a>` : ""}
  </nav>`;
}
