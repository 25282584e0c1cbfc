import { inArray } from "#database/drizzle.ts";
import { answers, facts, pitches, stories } from "#database/schema.ts";
import type { GrowerWords } from "#facts/fact.ts";
import type { Market } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { factOfRow } from "#stories/find-story.ts";
import type { Answering } from "./answer-by-cards.ts";

/** What a story knows that a buyer may ask about, and what it is held against. */
export type Behind = Answering & { storyId: string; words: GrowerWords; markets: Market[] };

/** The stories behind a show or a listing, in the order of their ids here. */
export async function readBehind(services: Services, storyIds: readonly string[]): Promise<Behind[]> {
  if (storyIds.length === 0) return [];
  const { db } = services.database;
  const [storyRows, answerRows, factRows, pitchRows] = await Promise.all([
    db.select({ id: stories.id, notes: stories.notes, markets: stories.markets }).from(stories).where(inArray(stories.id, storyIds)),
    db.select().from(answers).where(inArray(answers.storyId, storyIds)).orderBy(answers.createdAt, answers.questionId),
    db.select().from(facts).where(inArray(facts.storyId, storyIds)),
    db.select().from(pitches).where(inArray(pitches.storyId, storyIds)),
  ]);
  return storyIds.flatMap((storyId) => {
    const isOwn = (row: { storyId: string }) => row.storyId === storyId;
    return storyRows
      .filter(({ id }) => id === storyId)
      .map(({ notes, markets }) => ({
        storyId,
        pitches: Object.fromEntries(pitchRows.filter(isOwn).map((row) => [row.language, row.pitch])),
        facts: factRows.filter(isOwn).map(factOfRow),
        words: { notes, answers: answerRows.filter(isOwn).map(({ questionId, text }) => ({ questionId, text })) },
        markets,
      }));
  });
}
