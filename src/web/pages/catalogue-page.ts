import { html } from "hono/html";
import type { Language } from "#i18n/language.ts";
import { heightOf, photoPath, widthOf } from "#photos/photo.ts";
import type { Catalogue } from "#stories/find-catalogue.ts";
import type { OwnListing } from "#stories/find-listings.ts";
import { alternateLinks } from "./alternates.ts";
import { layout, type Html } from "./layout.ts";
import type { Page } from "./page.ts";
import { productPicture } from "./product-picture.ts";
import { wholeNumbers } from "./whole-numbers.ts";

const CARDS_MAX = 48;

/** What is shown of a catalogue: the answer to a query, one page of it from 1 on. */
export type CatalogueView = { query: string; number: number; origin: string };

/** All that a grower sells, for buyers; searching needs no script. */
export function cataloguePage(page: Page, catalogue: Catalogue, { query, number, origin }: CatalogueView): Html {
  const { t, language } = page;
  const { languages, listings } = catalogue;
  const title = titleOf(page, catalogue);
  const path = (other: Language) => cataloguePath(other, catalogue.grower.slug);
  const last = Math.max(1, Math.ceil(listings.length / CARDS_MAX));
  const at = Math.min(number, last);
  const parameters = (to: number) =>
    new URLSearchParams({ ...(query !== "" && { q: query }), ...(to > 1 && { page: String(to) }) }).toString();
  const here = (other: Language, to = at) => `${path(other)}${parameters(to) === "" ? "" : `?${parameters(to)}`}`;
  const shown = listings.slice((at - 1) * CARDS_MAX, at * CARDS_MAX);
  return layout(
    { ...page, languageLinks: page.languageLinks.map(({ language: other }) => ({ language: other, href: here(other, 1) })) },
    {
      title: `${title} · ${t("site.name")}`,
      description: t("catalogue:lead"),
      // What a query finds is no page of its own.
      indexed: query === "" && listings.length > 0,
      head: alternateLinks(language, languages, (other) => origin + (query === "" ? here(other) : path(other))),
      body: html`<div class="stack">
        <h1>${title}</h1>
        <p class="lead">${t("catalogue:lead")}</p>
        <form class="search stack-tight" role="search" action="${path(language)}" method="get">
          <label for="q">${t("catalogue:search")}</label>
          <p class="hint" id="q-hint">${t("catalogue:hint")}</p>
          <div class="row">
            <input id="q" name="q" type="search" maxlength="100" autocomplete="off" aria-describedby="q-hint" value="${query}" />
            <button class="primary">${t("catalogue:submit")}</button>
          </div>
        </form>
        ${resultLine(page, catalogue, query, path(language))}
        ${
          shown.length === 0
            ? ""
            : html`<ul class="cards">
                ${shown.map((own) => card(own))}
              </ul>`
        }
        ${last === 1 ? "" : pageLinks(page, at, last, (to) => here(language, to))}
      </div>`,
    },
  );
}

/** Whose it is: a person's name comes before what an account is called. */
function titleOf({ t }: Page, { person, grower }: Catalogue): string {
  if (person !== undefined) return t("catalogue:ofPerson", { name: person });
  return grower.name === undefined ? t("catalogue:nameless") : t("catalogue:of", { name: grower.name });
}

/** Where a grower's catalogue is. */
export function cataloguePath(language: Language, slug: string): string {
  return `/${language}/growers/${slug}`;
}

function resultLine({ t }: Page, { listings }: Catalogue, query: string, all: string): Html {
  const count = listings.length;
  if (query === "") return html`<p>${count === 0 ? t("catalogue:none") : t("catalogue:count", { count })}</p>`;
  return html`<p role="status">${count === 0 ? t("catalogue:nothing", { query }) : t("catalogue:found", { count, query })}</p>
    <p><a href="${all}">${t("catalogue:all")}</a></p>`;
}

/** The whole card leads to the listing; its picture says nothing that the title does not. */
function card({ language, listing, facts, photos: [photo] }: OwnListing): Html {
  return html`<li class="card">
    ${
      photo === undefined
        ? productPicture(facts)
        : html`<img
            class="picture"
            src="${photoPath(photo, "small")}"
            width="${widthOf(photo, "small")}"
            height="${heightOf(photo, "small")}"
            alt=""
            loading="lazy"
            decoding="async"
          />`
    }
    <div class="card-words stack-tight">
      <h2><a href="/${language}/listings/${listing.slug}">${listing.title}</a></h2>
      <p>${wholeNumbers(language, listing.summary)}</p>
    </div>
  </li>`;
}

function pageLinks({ t }: Page, at: number, last: number, href: (to: number) => string): Html {
  return html`<nav class="row" aria-label="${t("catalogue:pages")}">
    ${at > 1 ? html`<a rel="prev" href="${href(at - 1)}">${t("catalogue:previous")}</a>` : ""}
    <span>${at} / ${last}</span>
    ${at < last ? html`<a rel="next" href="${href(at + 1)}">${t("catalogue:next")}</a>` : ""}
  </nav>`;
}
