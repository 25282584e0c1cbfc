import { html, raw } from "hono/html";
import { FACT_KINDS, type Fact, type FactKind } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { FoundListing } from "#stories/find-listing.ts";
import { cataloguePath } from "./catalogue-page.ts";
import { factValue } from "./fact-value.ts";
import { jsonInHtml, layout, type Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** What every buyer asks: said to be unknown where the grower has not told it. */
const ALWAYS_ASKED = new Set<FactKind>(["price", "pack", "minimum-order", "season", "certification", "storage", "shelf-life", "delivery"]);
/** Not the product's: a phone number is for the show, a life story for the text. */
const NOT_IN_TABLE = new Set<FactKind>(["contact", "story"]);

/** A buyer's page; it needs no script. `linkedData` is its JSON-LD. */
export function listingPage(page: Page, found: FoundListing, linkedData: unknown, origin: string): Html {
  const { t, language } = page;
  const { listing } = found;
  const address = (other: Language) => `${origin}/${other}/listings/${listing.slug}`;
  const others = found.languages.map((other) => ({ language: other, href: address(other) }));
  const fallback = found.languages.includes("en") ? "en" : (found.languages[0] ?? language);
  const updated = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(found.updatedAt);
  return layout(
    { ...page, languageLinks: others.map((other) => ({ ...other, href: `/${other.language}/listings/${listing.slug}` })) },
    {
      title: `${listing.title} · ${t("site.name")}`,
      description: listing.summary,
      indexed: true,
      head: html`<link rel="canonical" href="${address(language)}" />
        ${others.map((other) => html`<link rel="alternate" hreflang="${other.language}" href="${other.href}" />`)}
        <link rel="alternate" hreflang="x-default" href="${address(fallback)}" />
        <meta property="og:type" content="product" />
        <meta property="og:title" content="${listing.title}" />
        <meta property="og:description" content="${listing.summary}" />
        <meta property="og:url" content="${address(language)}" />
        <script type="application/ld+json">
          ${raw(jsonInHtml(linkedData))}
        </script>`,
      body: html`<article class="listing stack">
        <h1>${listing.title}</h1>
        <p class="lead">${listing.summary}</p>
        <p class="machine-label">${t("listing.label")}</p>
        ${
          listing.bullets.length === 0
            ? ""
            : html`<h2>${t("listing.highlights")}</h2>
                <ul class="bullets">
                  ${listing.bullets.map((bullet) => html`<li>${bullet}</li>`)}
                </ul>`
        }
        <h2>${t("listing.facts")}</h2>
        ${factTable(page, found)}
        ${
          listing.body === ""
            ? ""
            : html`<h2>${t("listing.story")}</h2>
                ${listing.body.split(/\n+/).map((paragraph) => html`<p>${paragraph}</p>`)}`
        }
        <p><a href="${cataloguePath(language, found.grower.slug)}">${t("catalogue:link")}</a></p>
        <p class="hint">${t("listing.updated", { date: updated })}</p>
      </article>`,
    },
  );
}

/** Only what the listing was told from: what the gate kept out of the text is not let in through the table. */
function factTable(page: Page, { facts, listing }: FoundListing): Html {
  const { t } = page;
  const told = facts.filter(({ id }) => listing.factIds.includes(id));
  const rows = FACT_KINDS.filter((kind) => !NOT_IN_TABLE.has(kind))
    .map((kind) => ({ kind, values: told.filter((fact) => fact.kind === kind) }))
    .filter(({ kind, values }) => values.length > 0 || ALWAYS_ASKED.has(kind));
  return html`<table class="fact-table">
    <thead>
      <tr>
        <th scope="col">${t("listing.factName")}</th>
        <th scope="col">${t("listing.factValue")}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ kind, values }) =>
          html`<tr>
            <th scope="row">${t(`kinds.${kind}`)}</th>
            <td>
              ${values.length === 0 ? html`<span class="unknown">${t("listing.unknown")}</span>` : values.map((fact) => factCell(page, fact))}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function factCell(page: Page, fact: Fact): Html {
  const value = factValue(page, fact);
  const own = html`<span class="own">${page.t("listing.own")}: <q lang="vi">${fact.quote}</q></span>`;
  if (value === undefined) return html`<div class="value">${page.language === "vi" ? fact.text : own}</div>`;
  return html`<div class="value">${value} ${page.language === "vi" ? "" : own}</div>`;
}
