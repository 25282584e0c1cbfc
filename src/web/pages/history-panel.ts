import { html } from "hono/html";
import { beatSchema } from "#pitches/pitch.ts";
import type { VersionSummary } from "#stories/story.ts";
import { growersClock } from "./growers-clock.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** Every state the story's texts were in, newest first, and the way back to it. */
export function historyPanel(page: Page, versions: readonly VersionSummary[]): Html {
  const { t, language } = page;
  const clock = growersClock(language, "short");
  const [newest] = versions;
  if (newest === undefined) return html`<div id="history" data-live></div>`;
  return html`<details id="history" data-live data-version="${newest.version}" class="card fold">
    <summary id="history-title">${t("history:heading")}</summary>
    <p>${t("history:lead")}</p>
    <ol class="rows">
      ${versions.map((version) => versionRow(page, version, clock.format(new Date(version.createdAt)), version === newest))}
    </ol>
  </details>`;
}

function versionRow(
  { t }: Page,
  { version, cause, telling, language, blockId, say, createdAt }: VersionSummary,
  time: string,
  isNow: boolean,
): Html {
  const beat = beatSchema.safeParse(blockId?.split("-")[1]).data;
  const line = language && beat ? t("history:line", { language: t(`languages.${language}`), beat: t(`beats.${beat}`) }) : "";
  return html`<li class="version">
    <p class="version-what">
      <strong>${t(`history:${cause === "told" && telling > 1 ? "retold" : cause}`)}</strong>
      ${line === "" ? "" : html`<span>${line}</span>`}
      <time class="hint" id="version-${version}" datetime="${createdAt}">${time}</time>
      ${say === undefined || language === undefined ? "" : html`<q lang="${language}">${say}</q>`}
    </p>
    ${
      isNow
        ? html`<span class="tag">${t("history:now")}</span>`
        : html`<button type="button" data-restore="${version}" aria-describedby="version-${version}">${t("history:restore")}</button>`
    }
  </li>`;
}
