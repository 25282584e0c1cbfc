import { eq } from "drizzle-orm";
import { blockEdits, stories } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Language } from "#i18n/language.ts";
import type { Block } from "#pitches/pitch.ts";
import type { Services } from "#services.ts";
import { findStory } from "./find-story.ts";
import type { BlockEdit } from "./story.ts";

/**
 * A person's own words for one block; no later telling overwrites them.
 * Throws `story_not_found`, `pitch_not_ready` or `block_not_found`.
 */
export async function editBlock(
  services: Services,
  accountId: string,
  storyId: string,
  language: Language,
  blockId: string,
  edit: BlockEdit,
): Promise<Block> {
  const told = blockOf((await findStory(services, accountId, storyId)).pitches[language], blockId, storyId);
  await services.database.db
    .insert(blockEdits)
    .values({ storyId, language, blockId, ...edit })
    .onConflictDoUpdate({
      target: [blockEdits.storyId, blockEdits.language, blockEdits.blockId],
      set: { ...edit, updatedAt: new Date() },
    });
  await services.database.db.update(stories).set({ updatedAt: new Date() }).where(eq(stories.id, storyId));
  return blockOf((await findStory(services, accountId, storyId)).pitches[language], told.id, storyId);
}

function blockOf(pitch: { intro: Block[]; loop: Block[] } | undefined, blockId: string, storyId: string): Block {
  if (pitch === undefined) throw new AppError("pitch_not_ready", { storyId });
  const block = [...pitch.intro, ...pitch.loop].find(({ id }) => id === blockId);
  if (block === undefined) throw new AppError("block_not_found", { storyId, blockId });
  return block;
}
