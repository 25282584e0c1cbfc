import { asc, eq, inArray, isNotNull, sql } from "#database/drizzle.ts";
import { pitches, stories } from "#database/schema.ts";
import type { MappedListing } from "#listings/write-sitemap.ts";
import type { Services } from "#services.ts";

/** How many stories have published listings. */
export async function countMapped({ database: { db } }: Services): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(distinct ${pitches.storyId})::int` })
    .from(pitches)
    .innerJoin(stories, eq(stories.id, pitches.storyId))
    .where(isNotNull(stories.publishedAt));
  return row?.count ?? 0;
}

/** The published listings of `limit` stories, from `offset` on, of all growers in a lasting order. */
export async function readSitemap(
  { database: { db } }: Services,
  { offset, limit }: { offset: number; limit: number },
): Promise<MappedListing[]> {
  const ids = db
    .selectDistinct({ id: pitches.storyId })
    .from(pitches)
    .innerJoin(stories, eq(stories.id, pitches.storyId))
    .where(isNotNull(stories.publishedAt))
    .orderBy(asc(pitches.storyId))
    .offset(offset)
    .limit(limit);
  const rows = await db
    .select({ storyId: stories.id, slug: pitches.slug, language: pitches.language, updatedAt: stories.updatedAt })
    .from(pitches)
    .innerJoin(stories, eq(stories.id, pitches.storyId))
    .where(inArray(pitches.storyId, ids))
    .orderBy(asc(stories.id), asc(pitches.language));
  // Languages told at different times may differ in the address.
  return [...Map.groupBy(rows, ({ storyId, slug }) => `${storyId} ${slug}`).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ slug: first.slug, updatedAt: first.updatedAt, languages: same.map(({ language }) => language) }];
  });
}
