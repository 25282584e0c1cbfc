import type { Language } from "#i18n/language.ts";
import type { BlockDraft, PitchDraft } from "./ask-model-for-pitch.ts";
import type { Block, Pitch } from "./pitch.ts";
import { respell } from "./respell.ts";
import { speechDuration } from "./speech-duration.ts";

/** A model's draft with what is ours to give: ids that stay over retellings (`loop-feature-2`), seconds, and the respelling where it can be told. */
export function completePitch({ intro, loop, answers }: PitchDraft, language: Language): Pitch {
  return { intro: completeBlocks(intro, "intro", language), loop: completeBlocks(loop, "loop", language), answers };
}

function completeBlocks(drafts: readonly BlockDraft[], script: "intro" | "loop", language: Language): Block[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const count = (seen.get(draft.beat) ?? 0) + 1;
    seen.set(draft.beat, count);
    const numbered = draft.beat === "feature" || count > 1;
    const read = respell(draft.say, language);
    return {
      id: `${script}-${draft.beat}${numbered ? `-${count}` : ""}`,
      ...draft,
      seconds: speechDuration(draft.say, language),
      edited: false,
      ...(read !== undefined && { read }),
    };
  });
}
