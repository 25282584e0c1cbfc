import { eq } from "drizzle-orm";
import { checkTexts } from "#checks/check-texts.ts";
import type { Finding } from "#checks/finding.ts";
import { blockEdits, stories } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Language } from "#i18n/language.ts";
import type { Block } from "#pitches/pitch.ts";
import type { Services } from "#services.ts";
import { findStory } from "./find-story.ts";
import { readAnswers } from "./read-answers.ts";
import type { BlockEdit, Story } from "./story.ts";

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
  const story = await findStory(services, accountId, storyId);
  blockOf(story.pitches[language], blockId, storyId);
  const findings = edit.say === undefined ? [] : await warnOf(services, story, language, edit.say);
  await services.database.db
    .insert(blockEdits)
    .values({ storyId, language, blockId, ...edit, findings })
    .onConflictDoUpdate({
      target: [blockEdits.storyId, blockEdits.language, blockEdits.blockId],
      set: { ...edit, ...(edit.say !== undefined && { findings }), updatedAt: new Date() },
    });
  await services.database.db.update(stories).set({ updatedAt: new Date() }).where(eq(stories.id, storyId));
  return blockOf((await findStory(services, accountId, storyId)).pitches[language], blockId, storyId);
}

/** What the gate says of a person's words; they are published all the same. */
async function warnOf(services: Services, { id, notes, facts, markets }: Story, language: Language, say: string): Promise<Finding[]> {
  const words = { notes, answers: await readAnswers(services, id) };
  const found = checkTexts({ words, facts, texts: { [language]: say }, markets, say: services.words.in("vi", "findings") });
  return found.map((finding) => ({ ...finding, severity: "warn" }));
}

function blockOf(pitch: { intro: Block[]; loop: Block[] } | undefined, blockId: string, storyId: string): Block {
  if (pitch === undefined) throw new AppError("pitch_not_ready", { storyId });
  const block = [...pitch.intro, ...pitch.loop].find(({ id }) => id === blockId);
  if (block === undefined) throw new AppError("block_not_found", { storyId, blockId });
  return block;
}
