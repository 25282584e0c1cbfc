import { and, asc, eq } from "#database/drizzle.ts";
import { blockEdits, facts, pitches, stories } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Fact } from "#facts/fact.ts";
import type { Services } from "#services.ts";
import { layEdits } from "./lay-edits.ts";
import type { Story } from "./story.ts";

/** A story with everything told from it and people's edits in their places. Throws `story_not_found`, also for another account's. */
export async function findStory(services: Services, accountId: string, storyId: string): Promise<Story> {
  const { db } = services.database;
  const [row] = await db
    .select()
    .from(stories)
    .where(and(eq(stories.id, storyId), eq(stories.accountId, accountId)));
  if (row === undefined) throw new AppError("story_not_found", { storyId });
  const [factRows, told, edits] = await Promise.all([
    db.select().from(facts).where(eq(facts.storyId, storyId)).orderBy(asc(facts.position)),
    db.select().from(pitches).where(eq(pitches.storyId, storyId)),
    db.select().from(blockEdits).where(eq(blockEdits.storyId, storyId)),
  ]);
  const story: Story = {
    id: row.id,
    status: row.status,
    notes: row.notes,
    markets: row.markets,
    facts: factRows.map(factOfRow),
    questions: row.questions,
    conflicts: row.conflicts,
    findings: [...row.findings, ...edits.flatMap((edit) => edit.findings)],
    pitches: {},
    listings: {},
    writers: {},
    failures: row.failures,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
  if (row.writer !== null) story.writer = row.writer;
  if (row.publishedAt !== null) story.publishedAt = row.publishedAt.toISOString();
  if (row.errorCode !== null) story.error = { code: row.errorCode };
  for (const { language, pitch, listing, writer } of told) {
    story.pitches[language] = layEdits(pitch, language, edits);
    story.listings[language] = listing;
    if (writer !== null) story.writers[language] = writer;
  }
  return story;
}

export function factOfRow(row: typeof facts.$inferSelect): Fact {
  const { id, kind, source, quote, start, end, text } = row;
  const fact: Fact = { id, kind, source, quote, start, end, text };
  if (row.amount !== null) fact.amount = row.amount;
  if (row.date !== null) fact.date = row.date;
  if (row.converted !== null) fact.converted = row.converted;
  if (row.term !== null) fact.term = row.term;
  return fact;
}
