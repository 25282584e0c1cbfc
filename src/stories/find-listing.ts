import { and, asc, eq } from "drizzle-orm";
import { accounts, facts, pitches, stories } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Fact } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Listing } from "#listings/listing.ts";
import type { Services } from "#services.ts";
import { growerOf, type Grower } from "./find-grower.ts";
import { factOfRow } from "./find-story.ts";

export type FoundListing = {
  storyId: string;
  accountId: string;
  listing: Listing;
  facts: Fact[];
  languages: Language[];
  isPublished: boolean;
  updatedAt: Date;
  grower: Grower;
};

/** A buyer's page by its address; `languages` are those the same slug exists in. Throws `listing_not_found`. */
export async function findListing(services: Services, language: Language, slug: string): Promise<FoundListing> {
  const { db } = services.database;
  const [row] = await db
    .select({
      storyId: stories.id,
      listing: pitches.listing,
      publishedAt: stories.publishedAt,
      updatedAt: stories.updatedAt,
      account: accounts,
    })
    .from(pitches)
    .innerJoin(stories, eq(stories.id, pitches.storyId))
    .innerJoin(accounts, eq(accounts.id, stories.accountId))
    .where(and(eq(pitches.slug, slug), eq(pitches.language, language)));
  if (row === undefined) throw new AppError("listing_not_found", { slug });
  const [factRows, siblings] = await Promise.all([
    db.select().from(facts).where(eq(facts.storyId, row.storyId)).orderBy(asc(facts.position)),
    db
      .select({ language: pitches.language })
      .from(pitches)
      .where(and(eq(pitches.storyId, row.storyId), eq(pitches.slug, slug))),
  ]);
  const { account, publishedAt, ...found } = row;
  return {
    ...found,
    accountId: account.id,
    isPublished: publishedAt !== null,
    facts: factRows.map(factOfRow),
    languages: siblings.map((sibling) => sibling.language),
    grower: growerOf(account),
  };
}
