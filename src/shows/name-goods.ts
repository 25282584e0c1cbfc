import { and, eq, inArray } from "#database/drizzle.ts";
import { pitches, stories, type shows } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";

const STORY = /^[^.]+(?=\.)/;

/** What a show sells, as its stories are titled in a language, in their order; none where it has no story told in it. */
export async function nameGoods(
  { database: { db } }: Services,
  { accountId, lines }: Pick<typeof shows.$inferSelect, "accountId" | "lines">,
  language: Language,
): Promise<string[]> {
  const storyIds = [...new Set(lines.flatMap(({ id }) => STORY.exec(id)?.[0] ?? []))];
  if (storyIds.length === 0) return [];
  const rows = await db
    .select({ id: stories.id, listing: pitches.listing })
    .from(pitches)
    .innerJoin(stories, eq(stories.id, pitches.storyId))
    // The streamer's own lines may be called anything.
    .where(and(inArray(stories.id, storyIds), eq(stories.accountId, accountId), eq(pitches.language, language)));
  return storyIds.flatMap((storyId) => rows.find(({ id }) => id === storyId)?.listing.title ?? []);
}
