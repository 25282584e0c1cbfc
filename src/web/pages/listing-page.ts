import { html, raw } from "hono/html";
import type { Language } from "#i18n/language.ts";
import type { Photo } from "#photos/photo.ts";
import { nameProduct } from "#pitches/name-product.ts";
import { plainText } from "#pitches/ruby.ts";
import type { FoundListing } from "#stories/find-listing.ts";
import { alternateLinks } from "./alternates.ts";
import { askForm, type AskForm } from "./ask-form.ts";
import { jsonInHtml, layout, type Html } from "./layout.ts";
import { factTable, growerSection, type TellFact } from "./listing-facts.ts";
import { firstPhoto, morePhotos } from "./listing-photos.ts";
import type { Page } from "./page.ts";
import { wholeNumbers } from "./whole-numbers.ts";

/** `linkedData`: its JSON-LD. `card`: the address of its picture for whoever shares it. */
type Shown = {
  found: FoundListing;
  photos: readonly Photo[];
  linkedData: unknown;
  origin: string;
  card: string;
  form: AskForm;
  tell: TellFact;
};

/** A buyer's page; it needs no script. */
export function listingPage(page: Page, { found, photos, linkedData, origin, card, form, tell }: Shown): Html {
  const { t, language } = page;
  const { listing } = found;
  const path = (other: Language) => `/${other}/listings/${listing.slug}`;
  const isRefused = Object.keys(form.problems).length > 0;
  const name = productName(found, language);
  const updated = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(found.updatedAt);
  const contacts = found.facts.filter(({ id, kind }) => kind === "contact" && listing.factIds.includes(id));
  return layout(
    { ...page, languageLinks: found.languages.map((other) => ({ language: other, href: path(other) })) },
    {
      title: `${isRefused ? `${t("buyers:ask.problem")} · ` : ""}${listing.title} · ${t("site.name")}`,
      description: listing.summary,
      indexed: found.isPublished,
      sheet: "buyers",
      head: headOf(page, { found, photos, linkedData, origin, card }),
      body: html`<article class="listing stack">
        <h1>${listing.title}</h1>
        <p class="lead">${wholeNumbers(language, listing.summary)}</p>
        <p class="to-ask"><a class="button" href="#ask">${t("buyers:ask.link")}</a></p>
        ${firstPhoto(page, photos, name)}
        <p class="machine-label">${t("listing.label")}</p>
        ${
          listing.bullets.length === 0
            ? ""
            : html`<h2>${t("listing.highlights")}</h2>
                <ul class="bullets">
                  ${listing.bullets.map((bullet) => html`<li>${wholeNumbers(language, bullet)}</li>`)}
                </ul>`
        }
        <h2>${t("listing.facts")}</h2>
        ${factTable(page, found, tell)} ${morePhotos(page, photos, name)}
        ${
          listing.body === ""
            ? ""
            : html`<h2>${t("listing.story")}</h2>
                ${listing.body.split(/\n+/).map((paragraph) => html`<p>${wholeNumbers(language, paragraph)}</p>`)}`
        }
        ${growerSection(page, found, tell)} ${askForm(page, `${path(language)}/questions`, contacts, form)}
        <p class="hint">${t("listing.updated", { date: updated })}</p>
        <p class="on-paper">${t("site.labelled", { name: t("buyers:listing.address") })}${origin}${path(language)}</p>
      </article>`,
    },
  );
}

/** What the photos show: the product by its name, else the title. */
function productName({ facts, listing }: FoundListing, language: Language): string {
  const product = nameProduct(facts.filter(({ id }) => listing.factIds.includes(id)));
  return product === undefined ? listing.title : plainText(product.text(language));
}

function headOf(page: Page, { found, photos, linkedData, origin, card }: Omit<Shown, "form" | "tell">): Html {
  const { t, language } = page;
  const { listing, languages } = found;
  const address = (other: Language) => `${origin}/${other}/listings/${listing.slug}`;
  return html`${alternateLinks(language, languages, address)}
    <meta property="og:type" content="product" />
    <meta property="og:site_name" content="${t("site.name")}" />
    <meta property="og:locale" content="${OG_LOCALES[language]}" />
    ${languages.filter((other) => other !== language).map((other) => html`<meta property="og:locale:alternate" content="${OG_LOCALES[other]}" />`)}
    <meta property="og:title" content="${listing.title}" />
    <meta property="og:description" content="${listing.summary}" />
    <meta property="og:url" content="${address(language)}" />
    <meta property="og:image" content="${origin}${card}" />
    <meta property="og:image:type" content="image/jpeg" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta
      property="og:image:alt"
      content="${t(photos.length === 0 ? "buyers:listing.card" : "buyers:listing.cardPhoto", { title: listing.title })}"
    />
    <meta name="twitter:card" content="summary_large_image" />
    <script type="application/ld+json">
      ${raw(jsonInHtml(linkedData))}
    </script>`;
}

const OG_LOCALES: Record<Language, string> = { vi: "vi_VN", en: "en_US", ja: "ja_JP" };
