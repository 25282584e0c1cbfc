import { html } from "hono/html";
import type { Fact } from "#facts/fact.ts";
import type { Story } from "#stories/story.ts";
import { FACT_TONES } from "./fact-tone.ts";
import { highlightNotes } from "./highlight-notes.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** The notes with each fact's quote marked in them, and the facts in a row below. */
export function notesPanel({ t }: Page, story: Story): Html {
  const answered = story.facts.filter(({ source }) => source !== "notes");
  const empty = story.status === "requested" || story.status === "writing" ? t("story.reading") : t("story.noFacts");
  return html`<section id="facts" data-live class="stack">
    <h2>${t("story.notes")}</h2>
    <p class="hint">${t("story.notesHint")} ${story.facts.length === 0 ? "" : t("story.factCount", { facts: story.facts.length })}</p>
    <div class="card notes" lang="vi">${highlightNotes(story.notes, story.facts).map((run) => markedRun(t, run))}</div>
    ${
      story.facts.length === 0
        ? html`<p>${empty}</p>`
        : html`<ul class="facts">
            ${story.facts.map((fact) => factRow(t, fact, answered.includes(fact)))}
          </ul>`
    }
  </section>`;
}

function markedRun(t: Page["t"], { text, facts }: { text: string; facts: Fact[] }): Html | string {
  const [first] = facts;
  if (first === undefined) return text;
  return html`<mark class="tone-${FACT_TONES[first.kind]}" title="${facts.map(({ kind }) => t(`kinds.${kind}`)).join(", ")}"
    >${text}</mark
  >`;
}

function factRow(t: Page["t"], fact: Fact, isAnswer: boolean): Html {
  return html`<li>
    <span class="tag tone-${FACT_TONES[fact.kind]}">${t(`kinds.${fact.kind}`)}</span>
    <span lang="vi">${fact.text}</span>
    ${isAnswer ? html`<span class="hint">${t("story.fromAnswer")}</span>` : ""}
  </li>`;
}
