import { html } from "hono/html";
import { FACT_KINDS, type Fact, type FactKind } from "#facts/fact.ts";
import { nameGrower } from "#pitches/name-grower.ts";
import { namePlace } from "#pitches/name-product.ts";
import { plainText } from "#pitches/ruby.ts";
import type { FoundListing } from "#stories/find-listing.ts";
import { factValue } from "./fact-value.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** What every buyer asks: said to be unknown where the grower has not told it. */
const ALWAYS_ASKED = new Set<FactKind>(["price", "pack", "minimum-order", "season", "certification", "storage", "shelf-life", "delivery"]);
const OF_THE_GROWER = new Set<FactKind>(["grower", "story"]);
/** A phone number stands where one orders, who grows it in a part of its own. */
const NOT_IN_TABLE = new Set<FactKind>(["contact", ...OF_THE_GROWER]);

export function factTable(page: Page, found: FoundListing): Html {
  const { t } = page;
  const told = toldFacts(found);
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

/** Who grows it, by name and place where they were told, and in the grower's own words. */
export function growerSection(page: Page, found: FoundListing): Html {
  const { t, language } = page;
  const told = toldFacts(found);
  const names = [nameGrower(told), namePlace(told)].flatMap((name) => (name === undefined ? [] : [plainText(name.text(language))]));
  const words = told.filter(({ kind }) => OF_THE_GROWER.has(kind));
  return html`<section class="grower stack">
    <h2>${t("buyers:listing.grower")}</h2>
    ${names.length === 0 ? "" : html`<p><strong>${names.join(language === "ja" ? "（" : ", ")}${names.length > 1 && language === "ja" ? "）" : ""}</strong></p>`}
    ${
      words.length === 0
        ? html`<p class="unknown">${t("buyers:listing.growerUnknown")}</p>`
        : html`<ul class="plain">
            ${words.map((fact) => html`<li>${factCell(page, fact)}</li>`)}
          </ul>`
    }
  </section>`;
}

/** Only what the listing was told from: what the gate kept out of the text is not let in through the table. */
function toldFacts({ facts, listing }: FoundListing): Fact[] {
  return facts.filter(({ id }) => listing.factIds.includes(id));
}

function factCell(page: Page, fact: Fact): Html {
  const value = factValue(page, fact);
  const own = html`<span class="own">${page.t("listing.own")}: <q lang="vi">${fact.quote}</q></span>`;
  if (value === undefined) return html`<div class="value">${page.language === "vi" ? fact.text : own}</div>`;
  return html`<div class="value">${value} ${page.language === "vi" ? "" : own}</div>`;
}
