import { and, eq } from "#database/drizzle.ts";
import { blockEdits } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Language } from "#i18n/language.ts";
import type { Block, Pitch } from "#pitches/pitch.ts";
import type { Services } from "#services.ts";
import { appendVersion } from "./append-version.ts";
import { findStory } from "./find-story.ts";
import { holdStory } from "./hold-story.ts";
import { readAnswers } from "./read-answers.ts";
import type { BlockEdit, Story } from "./story.ts";
import { warningsOf } from "./warn-of-edits.ts";

const PARTS = ["say", "do", "show"] as const;

/** Where an edit goes. */
export type BlockPlace = { storyId: string; language: Language; blockId: string };

/**
 * A person's own words for one block; no later telling overwrites them.
 * Throws `story_not_found`, `pitch_not_ready` or `block_not_found`.
 */
export async function editBlock(services: Services, accountId: string, place: BlockPlace, edit: BlockEdit): Promise<Block> {
  const story = await findStory(services, accountId, place.storyId);
  blockOf(story, place);
  const words = { notes: story.notes, answers: await readAnswers(services, story.id) };
  const findings = edit.say === undefined ? [] : warningsOf(services.words, { ...story, words }, place.language, edit.say);
  await services.database.db.transaction(async (transaction) => {
    await holdStory(transaction, accountId, place.storyId);
    const [before] = await transaction.select().from(blockEdits).where(isAt(place));
    // Sent again because its answer was lost, it is the same edit.
    if (before !== undefined && PARTS.every((part) => edit[part] === undefined || edit[part] === before[part])) return;
    await transaction
      .insert(blockEdits)
      .values({ ...place, ...edit, findings })
      .onConflictDoUpdate({
        target: [blockEdits.storyId, blockEdits.language, blockEdits.blockId],
        set: { ...edit, ...(edit.say !== undefined && { findings }), updatedAt: new Date() },
      });
    await appendVersion(transaction, place.storyId, { cause: "edited", ...place });
  });
  return blockOf(await findStory(services, accountId, place.storyId), place);
}

/** The edit that lies there. */
export function isAt({ storyId, language, blockId }: BlockPlace) {
  return and(eq(blockEdits.storyId, storyId), eq(blockEdits.language, language), eq(blockEdits.blockId, blockId));
}

function blockOf({ pitches }: Story, { storyId, language, blockId }: BlockPlace): Block {
  const pitch: Pitch | undefined = pitches[language];
  if (pitch === undefined) throw new AppError("pitch_not_ready", { storyId });
  const block = [...pitch.intro, ...pitch.loop].find(({ id }) => id === blockId);
  if (block === undefined) throw new AppError("block_not_found", { storyId, blockId });
  return block;
}
