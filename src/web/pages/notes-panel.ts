import { html } from "hono/html";
import type { Fact, FactKind } from "#facts/fact.ts";
import type { Story } from "#stories/story.ts";
import { highlightNotes, type NotesRun } from "./highlight-notes.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";
import { placeOf } from "./why-list.ts";

/** The notes with each fact's quote marked in them, and the facts by kind below. */
export function notesPanel({ t, language }: Page, story: Story): Html {
  const empty = story.status === "requested" || story.status === "writing" ? t("story.reading") : t("story.noFacts");
  const hints = [t("story.notesHint"), ...(story.facts.length === 0 ? [] : [t("story.factCount", { facts: story.facts.length })])];
  return html`<section id="facts" data-live class="stack">
    <h2>${t("story.notes")}</h2>
    <p class="hint">${hints.join(language === "ja" ? "" : " ")}</p>
    <div class="card notes" lang="vi">${markNotes(t, highlightNotes(story.notes, story.facts))}</div>
    ${
      story.facts.length === 0
        ? html`<p>${empty}</p>`
        : html`<ul class="facts">
            ${[...Map.groupBy(story.facts, ({ kind }) => kind)].map(([kind, facts]) => kindRow(t, kind, facts))}
          </ul>`
    }
  </section>`;
}

/** Where a fact's words begin, they carry its place, so that a sentence can point at them. */
function markNotes(t: Page["t"], runs: readonly NotesRun[]): (Html | string)[] {
  const placed = new Set<Fact>();
  return runs.map(({ text, facts }) => {
    const [first] = facts;
    if (first === undefined) return text;
    const begun = facts.filter((fact) => !placed.has(fact));
    for (const fact of begun) placed.add(fact);
    const inner = begun.reduce<Html | string>((within, fact) => html`<span id="${placeOf(fact)}">${within}</span>`, text);
    return html`<mark class="tone-${first.kind}" title="${facts.map(({ kind }) => t(`kinds.${kind}`)).join(", ")}">${inner}</mark>`;
  });
}

function kindRow(t: Page["t"], kind: FactKind, facts: readonly Fact[]): Html {
  return html`<li>
    <span class="tag tone-${kind}">${t(`kinds.${kind}`)}</span>
    <ul class="plain">
      ${facts.map((fact) => factRow(t, fact))}
    </ul>
  </li>`;
}

function factRow(t: Page["t"], fact: Fact): Html {
  const isAnswer = fact.source !== "notes";
  return html`<li${isAnswer ? html` id="${placeOf(fact)}"` : ""}>
    <span lang="vi">${fact.text}</span>
    ${isAnswer ? html`<span class="hint">${t("story.fromAnswer")}</span>` : ""}
  </li>`;
}
