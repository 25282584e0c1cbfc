import { and, asc, eq } from "drizzle-orm";
import { blockEdits, facts, pitches, stories } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Fact } from "#facts/fact.ts";
import type { Block, Pitch } from "#pitches/pitch.ts";
import type { Services } from "#services.ts";
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
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
  if (row.writer !== null) story.writer = row.writer;
  if (row.errorCode !== null) story.error = { code: row.errorCode };
  for (const { language, pitch, listing } of told) {
    story.pitches[language] = withEdits(
      pitch,
      edits.filter((edit) => edit.language === language),
    );
    story.listings[language] = listing;
  }
  return story;
}

type BlockEditRow = typeof blockEdits.$inferSelect;

/** Lays people's words over the writer's. */
export function withEdits(pitch: Pitch, edits: BlockEditRow[]): Pitch {
  const editOf = new Map(edits.map((edit) => [edit.blockId, edit]));
  const lay = (block: Block): Block => {
    const edit = editOf.get(block.id);
    if (edit === undefined) return block;
    const edited: Block = { ...block, say: edit.say ?? block.say, edited: true };
    if (edit.do !== null) edited.do = edit.do;
    if (edit.show !== null) edited.show = edit.show;
    // The respelling is of the words that were replaced.
    if (edit.say !== null) {
      delete edited.read;
      delete edited.kana;
    }
    return edited;
  };
  return { ...pitch, intro: pitch.intro.map(lay), loop: pitch.loop.map(lay) };
}

export function factOfRow(row: typeof facts.$inferSelect): Fact {
  const { id, kind, source, quote, start, end, text } = row;
  const fact: Fact = { id, kind, source, quote, start, end, text };
  if (row.amount !== null) fact.amount = row.amount;
  if (row.date !== null) fact.date = row.date;
  if (row.term !== null) fact.term = row.term;
  return fact;
}
