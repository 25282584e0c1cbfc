import { html } from "hono/html";
import { FACT_KINDS, type Fact, type FactKind } from "#facts/fact.ts";
import { nameGrower } from "#pitches/name-grower.ts";
import { namePlace } from "#pitches/name-product.ts";
import { plainText } from "#pitches/ruby.ts";
import type { FoundListing } from "#stories/find-listing.ts";
import { cataloguePath } from "./catalogue-page.ts";
import { factValue } from "./fact-value.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";
import { wholeNumbers } from "./whole-numbers.ts";

/** What every buyer asks: said to be unknown where the grower has not told it. */
const ALWAYS_ASKED = new Set<FactKind>(["price", "pack", "minimum-order", "season", "certification", "storage", "shelf-life", "delivery"]);
const OF_THE_GROWER = new Set<FactKind>(["grower", "story"]);
/** A phone number stands where one orders, who grows it in a part of its own. */
const NOT_IN_TABLE = new Set<FactKind>(["contact", ...OF_THE_GROWER]);

/** A fact in words of the reader's language, where its amount and names do not say it. */
export type TellFact = (fact: Fact) => string | undefined;

export function factTable(page: Page, found: FoundListing, tell: TellFact): Html {
  const { t } = page;
  const told = toldFacts(found);
  const rows = FACT_KINDS.filter((kind) => !NOT_IN_TABLE.has(kind))
    .map((kind) => ({ kind, values: toldOnce(page, told, kind, tell) }))
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
              ${values.length === 0 ? html`<span class="unknown">${t("listing.unknown")}</span>` : values.map(({ value, fact }) => factCell(page, fact, value))}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Who grows it, by name and place where they were told, and in the grower's own words. */
export function growerSection(page: Page, found: FoundListing, tell: TellFact): Html {
  const { t, language } = page;
  const told = toldFacts(found);
  const person = nameGrower(found.facts);
  const [called, place] = [person, namePlace(told)].map((slot) => slot && plainText(slot.text(language)));
  const name = called ?? found.grower.name;
  const words = told.filter(({ id, kind }) => OF_THE_GROWER.has(kind) && person?.factIds.includes(id) !== true);
  return html`<section class="grower stack">
    <h2>${t("buyers:listing.grower")}</h2>
    ${name === undefined ? "" : html`<p><strong>${name}</strong></p>`}
    ${place === undefined ? "" : html`<p>${t("site.labelled", { name: t("kinds.origin") })}${place}</p>`}
    ${name === undefined && words.length === 0 ? html`<p class="unknown">${t("buyers:listing.growerUnknown")}</p>` : ""}
    ${
      words.length === 0
        ? ""
        : html`<ul class="plain">
            ${words.map((fact) => html`<li>${factCell(page, fact, valueOf(page, fact, tell))}</li>`)}
          </ul>`
    }
    ${found.isPublished ? html`<p><a href="${cataloguePath(language, found.grower.slug)}">${t("catalogue:link")}</a></p>` : ""}
  </section>`;
}

/** Only what the listing was told from: what the gate kept out of the text is not let in through the table. */
function toldFacts({ facts, listing }: FoundListing): Fact[] {
  return facts.filter(({ id }) => listing.factIds.includes(id));
}

/** A place named twice in the notes is one place to the buyer. */
function toldOnce(page: Page, told: readonly Fact[], kind: FactKind, tell: TellFact): { value: string | undefined; fact: Fact }[] {
  const values = told.filter((fact) => fact.kind === kind).map((fact) => ({ value: valueOf(page, fact, tell), fact }));
  return values.filter(({ value }, at) => value === undefined || values.findIndex((earlier) => earlier.value === value) === at);
}

function valueOf(page: Page, fact: Fact, tell: TellFact): string | undefined {
  return tell(fact) ?? factValue(page, fact);
}

function factCell(page: Page, fact: Fact, value: string | undefined): Html {
  const own = html`<span class="own">${page.t("site.labelled", { name: page.t("listing.own") })}<q lang="vi">${fact.quote}</q></span>`;
  if (value === undefined) return html`<div class="value">${page.language === "vi" ? fact.text : own}</div>`;
  return html`<div class="value">${wholeNumbers(page.language, value)} ${page.language === "vi" ? "" : own}</div>`;
}
