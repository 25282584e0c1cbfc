import { openItemReader } from "#models/read-whole-items.ts";
import { blockDraftSchema, type BlockDraft } from "./ask-model-for-pitch.ts";

type Drafted = { part: "intro" | "loop"; drafts: readonly BlockDraft[] };

/**
 * Follows a pitch while a model writes it: takes the answer so far, and tells of each new block with all of its part that
 * stand before it. An attempt that begins anew is followed from its beginning.
 */
export function followBlocks(tell: (drafted: Drafted) => void): (text: string) => void {
  let read = openItemReader();
  let length = 0;
  let drafts: Record<Drafted["part"], BlockDraft[]> = { intro: [], loop: [] };
  return (text) => {
    if (text.length < length) {
      read = openItemReader();
      drafts = { intro: [], loop: [] };
    }
    length = text.length;
    for (const { list, item } of read(text)) {
      const draft = blockDraftSchema.safeParse(item);
      if (!draft.success || (list !== "intro" && list !== "loop")) continue;
      drafts[list].push(draft.data);
      tell({ part: list, drafts: drafts[list] });
    }
  };
}
