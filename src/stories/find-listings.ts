import { asc, desc, eq, getTableColumns } from "#database/drizzle.ts";
import { answers, facts, photos, pitches, stories } from "#database/schema.ts";
import type { Conflict, Fact, GrowerWords } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Listing } from "#listings/listing.ts";
import type { Photo } from "#photos/photo.ts";
import { nameGrower } from "#pitches/name-grower.ts";
import type { Slot } from "#pitches/sentence.ts";
import type { Services } from "#services.ts";
import { factOfRow } from "./find-story.ts";

/** One of an account's buyers' pages. `facts` are those it was told from: what the gate kept out of the text goes nowhere else. */
export type OwnListing = {
  storyId: string;
  language: Language;
  listing: Listing;
  facts: Fact[];
  /** Who sells it, where the notes tell a name. */
  seller: Slot | undefined;
  words: GrowerWords;
  conflicts: Conflict[];
  photos: Photo[];
  isPublished: boolean;
  updatedAt: Date;
};

/** All listings of an account in every language, the newest story first. */
export async function findListings({ database: { db } }: Services, accountId: string): Promise<OwnListing[]> {
  const own = eq(stories.accountId, accountId);
  const [told, factRows, answerRows, photoRows] = await Promise.all([
    db
      .select({
        storyId: stories.id,
        language: pitches.language,
        listing: pitches.listing,
        notes: stories.notes,
        conflicts: stories.conflicts,
        publishedAt: stories.publishedAt,
        updatedAt: stories.updatedAt,
      })
      .from(pitches)
      .innerJoin(stories, eq(stories.id, pitches.storyId))
      .where(own)
      .orderBy(desc(stories.createdAt), desc(stories.id), asc(pitches.language)),
    db.select(getTableColumns(facts)).from(facts).innerJoin(stories, eq(stories.id, facts.storyId)).where(own).orderBy(asc(facts.position)),
    db
      .select(getTableColumns(answers))
      .from(answers)
      .innerJoin(stories, eq(stories.id, answers.storyId))
      .where(own)
      .orderBy(asc(answers.createdAt), asc(answers.questionId)),
    db
      .select({ storyId: photos.storyId, id: photos.id, width: photos.width, height: photos.height })
      .from(photos)
      .innerJoin(stories, eq(stories.id, photos.storyId))
      .where(own)
      .orderBy(asc(photos.createdAt), asc(photos.id)),
  ]);
  const factsOf = Map.groupBy(factRows, ({ storyId }) => storyId);
  const photosOf = Map.groupBy(photoRows, ({ storyId }) => storyId);
  const answersOf = Map.groupBy(answerRows, ({ storyId }) => storyId);
  return told.map(({ notes, publishedAt, ...row }) => ({
    ...row,
    isPublished: publishedAt !== null,
    seller: nameGrower((factsOf.get(row.storyId) ?? []).map(factOfRow)),
    facts: (factsOf.get(row.storyId) ?? []).filter(({ id }) => row.listing.factIds.includes(id)).map(factOfRow),
    photos: (photosOf.get(row.storyId) ?? []).map(({ id, width, height }) => ({ id, width, height })),
    words: { notes, answers: (answersOf.get(row.storyId) ?? []).map(({ questionId, text }) => ({ questionId, text })) },
  }));
}
