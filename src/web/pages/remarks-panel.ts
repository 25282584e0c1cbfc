import { html, raw } from "hono/html";
import type { Finding, FindingKind } from "#checks/finding.ts";
import type { Conflict } from "#facts/fact.ts";
import type { Story } from "#stories/story.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** What the grower's own words can make right; no words make a health claim lawful. */
const MENDED_BY_NOTES: ReadonlySet<FindingKind> = new Set<FindingKind>(["number", "claim", "superlative", "organic", "urgency", "contact"]);

/** What does not agree in the notes and what the gate stopped: why, and what would make it right. */
export function remarksPanel(page: Page, story: Story): Html {
  const { t } = page;
  const findings = onceEach(story.findings);
  const isEmpty = story.conflicts.length + findings.length === 0;
  return html`<section id="remarks" data-live ${isEmpty ? raw("hidden") : ""} class="stack">
    ${
      story.conflicts.length === 0
        ? ""
        : html`<h2>${t("story.conflicts")}</h2>
            <ul class="rows">
              ${story.conflicts.map((conflict) => conflictRow(page, story, conflict))}
            </ul>`
    }
    ${
      findings.length === 0
        ? ""
        : html`<h2>${t("story.findings")}</h2>
            <ul class="rows">
              ${findings.map((finding) => findingRow(page, finding))}
            </ul>`
    }
    <p><a href="${page.href(`/?from=${story.id}`)}">${t("studio:use.retell")}</a></p>
  </section>`;
}

function conflictRow({ t }: Page, { facts }: Story, { text, factIds }: Conflict): Html {
  const quotes = facts.filter(({ id }) => factIds.includes(id));
  return html`<li class="remark warn">
    <p lang="vi">${text}</p>
    ${
      quotes.length === 0
        ? ""
        : html`<p class="hint">
            ${t("studio:remarks.about")} ${quotes.map(({ quote }, index) => html`${index === 0 ? "" : " · "}<q lang="vi">${quote}</q>`)}
          </p>`
    }
  </li>`;
}

function findingRow({ t }: Page, { severity, kind, language, quote, message }: Finding): Html {
  return html`<li class="remark ${severity}">
    <p>
      <strong>${t(`studio:remarks.${severity}`)}</strong> · ${t("site.labelled", { name: t(`languages.${language}`) })}<q lang="${language}"
        >${quote}</q
      >
    </p>
    <p lang="vi">${message}</p>
    ${severity === "block" && MENDED_BY_NOTES.has(kind) ? html`<p class="hint">${t("studio:remarks.mend")}</p>` : ""}
  </li>`;
}

/** A sentence told in pitch and listing is stopped twice, and explained once. */
function onceEach(findings: readonly Finding[]): Finding[] {
  const key = ({ severity, language, message }: Finding) => `${severity} ${language} ${message}`;
  return [...new Map(findings.map((finding) => [key(finding), finding])).values()];
}
