import { and, asc, eq, sql, type SQL } from "#database/drizzle.ts";
import { accounts, facts, pitches, stories } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Listing } from "#listings/listing.ts";
import type { Services } from "#services.ts";
import { growerOf, type Grower } from "./find-grower.ts";
import { factOfRow } from "./find-story.ts";
import { readAnswers } from "./read-answers.ts";

export type FoundListing = {
  storyId: string;
  accountId: string;
  listing: Listing;
  facts: Fact[];
  words: GrowerWords;
  languages: Language[];
  isPublished: boolean;
  updatedAt: Date;
  grower: Grower;
};

/** The end of the story's id, in which every slug of it ends. */
const END = /-([0-9a-z]{8})$/;

/**
 * A buyer's page by its address, today's or an earlier one: a story told of another product or place has another slug,
 * with the same end. `languages` are those the slug of today exists in. Throws `listing_not_found`.
 */
export async function findListing(services: Services, language: Language, slug: string): Promise<FoundListing> {
  const end = END.exec(slug)?.[1];
  const exact = await readRow(services, language, eq(pitches.slug, slug));
  // In the words of its index.
  const row = exact ?? (end === undefined ? undefined : await readRow(services, language, sql`right(${stories.id}, 8) = ${end}`));
  if (row === undefined) throw new AppError("listing_not_found", { slug });
  const { db } = services.database;
  const [factRows, answers, siblings] = await Promise.all([
    db.select().from(facts).where(eq(facts.storyId, row.storyId)).orderBy(asc(facts.position)),
    readAnswers(services, row.storyId),
    db
      .select({ language: pitches.language })
      .from(pitches)
      .where(and(eq(pitches.storyId, row.storyId), eq(pitches.slug, row.listing.slug))),
  ]);
  const { account, publishedAt, notes, ...found } = row;
  return {
    ...found,
    accountId: account.id,
    isPublished: publishedAt !== null,
    facts: factRows.map(factOfRow),
    words: { notes, answers },
    languages: siblings.map((sibling) => sibling.language),
    grower: growerOf(account),
  };
}

async function readRow({ database: { db } }: Services, language: Language, at: SQL) {
  const [row] = await db
    .select({
      storyId: stories.id,
      listing: pitches.listing,
      notes: stories.notes,
      publishedAt: stories.publishedAt,
      updatedAt: stories.updatedAt,
      account: accounts,
    })
    .from(pitches)
    .innerJoin(stories, eq(stories.id, pitches.storyId))
    .innerJoin(accounts, eq(accounts.id, stories.accountId))
    .where(and(eq(pitches.language, language), at));
  return row;
}
