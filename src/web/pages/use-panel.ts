import { html, raw } from "hono/html";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Listing } from "#listings/listing.ts";
import type { EarlierShow } from "#shows/find-earlier-show.ts";
import type { Story } from "#stories/story.ts";
import { exportLinks } from "./export-page.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";
import { PLAN_MINUTES, planForm } from "./plan-page.ts";

/** What a told story is for: a show, the prompter, getting ready, a page to send. One tap each. */
export function usePanel(page: Page, story: Story, earlier: EarlierShow | undefined): Html {
  const { t } = page;
  const languages = LANGUAGES.filter((each) => story.pitches[each] !== undefined);
  return html`<section id="open-show" data-live ${languages.length > 0 ? "" : raw("hidden")} class="card stack use">
    <h2>${t("studio:use.heading")}</h2>
    <form id="show-form" class="row">
      <label for="show-title">${t("story.showTitle")}</label>
      <input id="show-title" name="title" required maxlength="200" lang="vi" value="${story.listings.vi?.title ?? ""}" />
      ${earlier === undefined ? "" : goingOn(page, earlier)}
      <button class="primary">${t("story.openShow")}</button>
    </form>
    <nav class="row" aria-label="${t("studio:prompter.title")}">
      <span>${t("studio:use.prompter")}</span>
      ${languages.map(
        (each) =>
          html`<a class="button" data-keep href="/stories/${story.id}/prompt?lang=${each}&ui=${page.language}"
            >${t(`languages.${each}`)}</a
          >`,
      )}
    </nav>
    <p class="row">
      <span>${t("studio:use.share")}</span>
      ${LANGUAGES.map((each) => shareButton(page, each, story.listings[each]))}
    </p>
    ${publishing(page, story)}
    <p class="row">
      <a class="button" data-keep href="${page.href(`/stories/${story.id}/coach`)}">${t("studio:use.coach")}</a>
    </p>
    ${exportLinks(page)} ${planForm(page, story.id, t("studio:use.minutes"), t("studio:use.plan"), PLAN_MINUTES.usual)}
  </section>`;
}

/** The last show's lines and words come along, unless the grower would rather not. */
function goingOn(page: Page, { id, title, lines, terms }: EarlierShow): Html {
  return html`<p class="going-on">
    <input type="checkbox" id="show-after" name="after" value="${id}" checked />
    <label for="show-after">${page.t("studio:use.after", { title, lines, terms })}</label>
  </p>`;
}

function publishing({ t }: Page, { publishedAt, listings }: Story): Html {
  if (Object.keys(listings).length === 0) return html``;
  const isPublished = publishedAt !== undefined;
  return html`<p class="row">
    <button type="button" id="publish" data-published="${String(!isPublished)}">
      ${t(isPublished ? "studio:use.unpublish" : "studio:use.publish")}
    </button>
    <span class="hint">${t(isPublished ? "studio:use.isPublished" : "studio:use.isUnlisted")}</span>
  </p>`;
}

/** The buyers' page is public; its address is what is sent. */
function shareButton({ t }: Page, language: Language, listing: Listing | undefined): Html {
  if (listing === undefined) return html``;
  return html`<button type="button" data-share="/${language}/listings/${listing.slug}" data-title="${listing.title}">
    ${t(`languages.${language}`)}
  </button>`;
}
