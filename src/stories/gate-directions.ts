import { checkTexts } from "#checks/check-texts.ts";
import type { Finding } from "#checks/finding.ts";
import type { Words } from "#i18n/words.ts";
import type { BlockDraft, PitchDraft } from "#pitches/ask-model-for-pitch.ts";
import type { Ground } from "./language-telling.ts";
import { isBlocked } from "./settle-sentences.ts";

/** Takes away a model's directions that the gate stops: what the hands do is read by the grower, in Vietnamese, and may claim no more than a sentence. */
export function gateDirections(words: Words, ground: Ground, draft: PitchDraft, findings: Finding[]): PitchDraft {
  const { words: said, facts, markets } = ground;
  const pass = (text: string | null) => {
    if (text === null || text === "") return null;
    const found = checkTexts({ words: said, facts, markets, texts: { vi: text }, say: words.in("vi", "findings") });
    findings.push(...found);
    return isBlocked(found) ? null : text;
  };
  const gated = (blocks: readonly BlockDraft[]) => blocks.map((block) => ({ ...block, do: pass(block.do), show: pass(block.show) }));
  return { ...draft, intro: gated(draft.intro), loop: gated(draft.loop) };
}
