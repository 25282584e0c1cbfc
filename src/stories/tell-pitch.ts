import type { Finding } from "#checks/finding.ts";
import { askModelForPitch, type PitchDraft } from "#pitches/ask-model-for-pitch.ts";
import { completeBlocks, completePitch, gapsIn, mergeBlocks } from "#pitches/complete-pitch.ts";
import { followBlocks } from "#pitches/follow-blocks.ts";
import type { Block, Pitch } from "#pitches/pitch.ts";
import type { SentenceDraft } from "#pitches/sentence-draft.ts";
import { gateDirections } from "./gate-directions.ts";
import { gatePitch } from "./gate-pitch.ts";
import { earlierBlocks } from "./keep-blocks.ts";
import type { LanguageTelling, ModelTelling } from "./language-telling.ts";
import { isBlocked, openGate, settleSentences, type SentenceGate } from "./settle-sentences.ts";
import type { LanguageWriter } from "./story.ts";

/** `findings` of what was left out or warned about; `mended`: of the sentences that a repair made good. */
export type ToldPitch = { pitch: Pitch; findings: Finding[]; mended: Finding[]; writer: LanguageWriter };

const DEADLINE_MS = 60_000;
/** A pitch that has lost more than half of its shortest length, in seconds, is none. */
const SECONDS_MIN = { intro: 15, loop: 90 };
const NOTHING = { intro: [], loop: [] };

/**
 * Has a model tell the pitch around what is kept of an earlier one; undefined where the gate leaves too little. `byRules` has the
 * ten cards, and what no language may leave out. Fails with `ModelError`.
 */
export async function tellPitch(task: ModelTelling, byRules: Pitch): Promise<ToldPitch | undefined> {
  const { services, telling, model, ground, earlier, signal } = task;
  const { facts, language, markets } = ground;
  // What the rules once told, for want of a model, the model may tell better.
  const kept = earlier === undefined || earlier.writer.name === "rules" ? NOTHING : earlierBlocks(earlier, facts).kept;
  const gate = openGate(services.words, ground);
  const { pitch: stays } = gatePitch(services.words, ground, { ...kept, answers: [] });
  const asked = {
    facts,
    language,
    markets,
    minutes: telling.minutes,
    kept: stays,
    accountId: telling.accountId,
    deadlineMs: DEADLINE_MS,
    signal,
    onText: followPitch(task, stays, gate),
  };
  const { value, vendor, model: name } = await askModelForPitch({ model, prompts: services.prompts }, asked);
  const findings: Finding[] = [];
  const draft = gateDirections(services.words, ground, value, findings);
  const settled = await settleSentences({ ...task, gate }, sentencesOf(draft));
  const pitch = completePitch(draft, language, { kept: stays, cards: byRules.answers, facts }, settled.settle);
  if (!isWhole(pitch, telling.minutes)) return undefined;
  return {
    pitch: { ...pitch, loop: mergeBlocks(pitch.loop, gapsIn(pitch.loop, byRules.loop, facts)) },
    findings: [...findings, ...settled.findings],
    mended: settled.mended,
    writer: { name: vendor, model: name },
  };
}

/** While the model writes: a block that needs no repair is told at once. */
function followPitch({ services, ground, onBlock }: LanguageTelling, kept: Pick<Pitch, "intro" | "loop">, gate: SentenceGate) {
  return followBlocks(({ part, drafts }) => {
    const last = drafts.at(-1);
    if (last === undefined || last.sentences.some((sentence) => isBlocked(gate(sentence)))) return;
    const safe = gateDirections(services.words, ground, { intro: [], loop: [...drafts], answers: [] }, []).loop;
    const block = completeBlocks(safe, part, ground.language, kept[part], (sentence) => sentence).at(-1);
    if (block !== undefined) onBlock(part, block);
  });
}

function sentencesOf({ intro, loop, answers }: PitchDraft): SentenceDraft[] {
  return [...intro, ...loop, ...answers].flatMap(({ sentences }) => sentences);
}

function isWhole({ intro, loop }: Pitch, minutes: number | undefined): boolean {
  const seconds = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + block.seconds, 0);
  return seconds(intro) >= SECONDS_MIN.intro && seconds(loop) >= Math.min(SECONDS_MIN.loop, (minutes ?? Infinity) * 30);
}
