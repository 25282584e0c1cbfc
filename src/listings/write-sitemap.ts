import { XMLBuilder } from "fast-xml-parser";
import { LANGUAGES, type Language } from "#i18n/language.ts";

/** One published listing: the end of its address, the languages it is told in, and when it changed. */
export type MappedListing = { slug: string; languages: Language[]; updatedAt: Date };

/** The protocol allows 50,000 addresses a file (sitemaps.org); so long an answer would hold up everybody else. */
export const MAPPED_MAX = Math.floor(7_500 / LANGUAGES.length);

const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", suppressEmptyNode: true });

/** A sitemap of listings, each address with the same page in every language. `addressOf` and `fallback` are those of the pages. */
export function writeSitemap(
  listings: readonly MappedListing[],
  addressOf: (language: Language, listing: MappedListing) => string,
  fallbackOf: (languages: readonly Language[]) => Language | undefined,
): string {
  const url = listings.flatMap((listing) => {
    const fallback = fallbackOf(listing.languages);
    const links = listing.languages.map((language) => alternate(language, addressOf(language, listing)));
    if (fallback !== undefined) links.push(alternate("x-default", addressOf(fallback, listing)));
    return listing.languages.map((language) => ({
      loc: addressOf(language, listing),
      lastmod: listing.updatedAt.toISOString(),
      "xhtml:link": links,
    }));
  });
  return written({ urlset: { "@xmlns": SITEMAP, "@xmlns:xhtml": "http://www.w3.org/1999/xhtml", url } });
}

/** The list of the sitemaps where one does not hold all. */
export function writeSitemapIndex(addresses: readonly string[]): string {
  return written({ sitemapindex: { "@xmlns": SITEMAP, sitemap: addresses.map((loc) => ({ loc })) } });
}

function alternate(hreflang: string, href: string) {
  return { "@rel": "alternate", "@hreflang": hreflang, "@href": href };
}

function written(document: object): string {
  return builder.build({ "?xml": { "@version": "1.0", "@encoding": "UTF-8" }, ...document });
}
