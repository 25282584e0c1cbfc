import type { Language } from "#i18n/language.ts";
import { mergeBlocks } from "#pitches/complete-pitch.ts";
import { beatSchema, type Block, type Pitch } from "#pitches/pitch.ts";
import { sayAnew } from "#pitches/say-anew.ts";
import type { EditedBlock } from "./story.ts";

/**
 * Lays people's words over the writer's. A block that a later telling has no more stays as the person wrote it, in the place
 * of its beat: nobody's own words are lost.
 */
export function layEdits(pitch: Pitch, language: Language, edits: readonly EditedBlock[]): Pitch {
  const own = edits.filter((edit) => edit.language === language);
  const lay = (part: "intro" | "loop") => {
    const blocks = pitch[part].map((block) =>
      layEdit(
        block,
        language,
        own.find(({ blockId }) => blockId === block.id),
      ),
    );
    const orphans = own.filter(({ blockId }) => blockId.startsWith(`${part}-`) && !blocks.some(({ id }) => id === blockId));
    return mergeBlocks(
      blocks,
      orphans.flatMap((edit) => blockOfEdit(edit)),
    );
  };
  return { ...pitch, intro: lay("intro"), loop: lay("loop") };
}

function layEdit(block: Block, language: Language, edit: EditedBlock | undefined): Block {
  if (edit === undefined) return block;
  const edited: Block = { ...block, edited: true };
  if (edit.do !== null) edited.do = edit.do;
  if (edit.show !== null) edited.show = edit.show;
  return edit.say === null ? edited : sayAnew(edited, edit.say, language);
}

/** A person may have edited only what the hands do: then nothing of their own is left to say. */
function blockOfEdit(edit: EditedBlock): Block[] {
  const beat = beatSchema.safeParse(edit.blockId.split("-")[1]);
  if (edit.say === null || !beat.success) return [];
  const block: Block = { id: edit.blockId, beat: beat.data, say: "", seconds: 0, factIds: [], edited: true };
  return [layEdit(block, edit.language, edit)];
}
