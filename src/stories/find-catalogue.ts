import { AppError } from "#errors.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { searchListings } from "#listings/search-listings.ts";
import type { Services } from "#services.ts";
import { findGrowerBySlug, type Grower } from "./find-grower.ts";
import { findListings, type OwnListing } from "./find-listings.ts";

/** A grower's published listings in one language. `person`: as told in the notes of one of them, as on its own page. */
export type Catalogue = {
  grower: Grower;
  person: string | undefined;
  /** Those in which there is any. */
  languages: Language[];
  listings: OwnListing[];
};

/** What a grower sells, or of it what a query asks for. Throws `listing_not_found`, also where there is no listing at all. */
export async function findCatalogue(services: Services, slug: string, language: Language, query: string): Promise<Catalogue> {
  const grower = await findGrowerBySlug(services, slug);
  const all = (await findListings(services, grower.accountId)).filter(({ isPublished }) => isPublished);
  const products = [...Map.groupBy(all, ({ storyId }) => storyId).values()].map((listings) => ({
    listings,
    titles: listings.map(({ listing }) => listing.title),
    facts: listings.flatMap(({ facts }) => facts),
  }));
  if (products.length === 0) throw new AppError("listing_not_found", { slug });
  const named = all.find(({ seller }) => seller !== undefined)?.seller;
  return {
    grower,
    person: named?.text(language),
    languages: LANGUAGES.filter((each) => all.some((own) => own.language === each)),
    listings: searchListings(products, query).flatMap(({ listings }) => listings.filter((own) => own.language === language)),
  };
}
