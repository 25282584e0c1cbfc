import { blockEdits } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { appendVersion } from "./append-version.ts";
import { isAt, type BlockPlace } from "./edit-block.ts";
import { holdStory } from "./hold-story.ts";

/** Takes a person's edit back: the block has the writer's words again. Throws `story_not_found` or `block_not_found`. */
export async function undoEdit(services: Services, accountId: string, place: BlockPlace): Promise<void> {
  await services.database.db.transaction(async (transaction) => {
    await holdStory(transaction, accountId, place.storyId);
    const gone = await transaction.delete(blockEdits).where(isAt(place)).returning({ blockId: blockEdits.blockId });
    if (gone.length === 0) throw new AppError("block_not_found", { ...place });
    await appendVersion(transaction, place.storyId, { cause: "undone", ...place });
  });
}
