import type { Amount, Fact, Unit } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { nameGrower } from "#pitches/name-grower.ts";
import { plainText } from "#pitches/ruby.ts";
import type { Listing } from "./listing.ts";

/** UN/CEFACT codes of what a price is for. */
const UNIT_CODES: Partial<Record<Unit, string>> = {
  kg: "KGM",
  g: "GRM",
  t: "TNE",
  l: "LTR",
  ml: "MLT",
  fruit: "C62",
  box: "BX",
  bag: "BG",
  bottle: "BO",
  jar: "JR",
  bunch: "BH",
  pack: "PK",
};
const CURRENCIES: ReadonlySet<Unit> = new Set<Unit>(["VND", "USD", "JPY"]);

/** A listing as a schema.org Product; an Offer for each price that it tells, and none without (never 0). */
export function listingJsonLd({
  listing,
  facts,
  language,
  origin,
  images = [],
  grower,
}: {
  listing: Listing;
  facts: readonly Fact[];
  language: Language;
  origin: string;
  /** Addresses of the grower's photos. */
  images?: readonly string[];
  /** The account's name, for where the notes name nobody. */
  grower?: string | undefined;
}): Record<string, unknown> {
  const url = `${origin}/${language}/listings/${listing.slug}`;
  const told = facts.filter(({ id }) => listing.factIds.includes(id));
  const offers = offersOf(told, url);
  const named = nameGrower(facts);
  const brand = named === undefined ? grower : plainText(named.text(language));
  const isVietnamese = told.some(({ kind, term }) => kind === "origin" && term?.startsWith("place.") === true);
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    "@id": url,
    url,
    sku: listing.slug,
    name: listing.title,
    description: [listing.summary, ...listing.bullets].join("\n"),
    ...(images.length > 0 && { image: images }),
    ...(brand !== undefined && { brand: { "@type": "Brand", name: brand } }),
    ...(isVietnamese && { countryOfOrigin: { "@type": "Country", name: "VN" } }),
    ...(offers.length > 0 && { offers: offers.length === 1 ? offers[0] : offers }),
  };
}

function offersOf(facts: readonly Fact[], url: string): Record<string, unknown>[] {
  const inStock = facts.some(({ kind, amount }) => kind === "stock" && amount !== undefined && amount.min > 0);
  const prices = facts.flatMap(({ kind, amount }) =>
    kind === "price" && amount !== undefined && CURRENCIES.has(amount.unit) ? [amount] : [],
  );
  const distinct = [...new Map(prices.map((price) => [JSON.stringify(price), price])).values()];
  return distinct.map((price) => ({
    "@type": "Offer",
    url,
    ...priceOf(price),
    ...(inStock && { availability: "https://schema.org/InStock" }),
  }));
}

function priceOf({ min, max, unit, per }: Amount): Record<string, unknown> {
  const code = per === undefined ? undefined : UNIT_CODES[per];
  const reference = code === undefined ? {} : { referenceQuantity: { "@type": "QuantitativeValue", value: 1, unitCode: code } };
  if (min !== max)
    return {
      priceCurrency: unit,
      priceSpecification: { "@type": "UnitPriceSpecification", minPrice: min, maxPrice: max, priceCurrency: unit, ...reference },
    };
  const specification =
    code === undefined ? {} : { priceSpecification: { "@type": "UnitPriceSpecification", price: max, priceCurrency: unit, ...reference } };
  return { price: max, priceCurrency: unit, ...specification };
}
