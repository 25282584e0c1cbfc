import type { Fact, FactKind } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { answersTo, BUYERS_QUESTIONS } from "./answer-buyers.ts";
import type { BlockDraft, PitchDraft } from "./ask-model-for-pitch.ts";
import { BEATS, type Beat, type Block, type Pitch } from "./pitch.ts";
import { respell } from "./respell.ts";
import { factIdsOf, joinSentences, settleAll, type SentenceDraft, type Settle } from "./sentence-draft.ts";
import { speechDuration } from "./speech-duration.ts";

/** What is not a model's to write: blocks that stay from an earlier telling, and the ten cards as the rules answer them. */
export type PitchFrame = { kept: Pick<Pitch, "intro" | "loop">; cards: Pitch["answers"]; facts: readonly Fact[] };

/** These beats are nothing without a fact behind them. */
const FACTUAL: ReadonlySet<Beat> = new Set<Beat>(["feature", "price", "urgency"]);

/** A model's draft with its sentences settled, put among what is kept, and with what is ours to give: ids, seconds, respelling. */
export function completePitch(draft: PitchDraft, language: Language, frame: PitchFrame, settle: Settle): Pitch {
  const { kept } = frame;
  return {
    intro: mergeBlocks(kept.intro, completeBlocks(draft.intro, "intro", language, kept.intro, settle)),
    loop: mergeBlocks(kept.loop, completeBlocks(draft.loop, "loop", language, kept.loop, settle)),
    answers: completeAnswers(draft.answers, language, frame, settle),
  };
}

/** Blocks in the order of their beats; of one beat the kept ones come first. */
export function mergeBlocks(kept: readonly Block[], fresh: readonly Block[]): Block[] {
  return [...kept, ...fresh].toSorted((left, right) => BEATS.indexOf(left.beat) - BEATS.indexOf(right.beat));
}

/** What every buyer must hear, in every language. */
const NEVER_LEFT_OUT: ReadonlySet<FactKind> = new Set<FactKind>(["origin", "price", "pack", "minimum-order", "delivery", "contact"]);

/** The rules' own blocks for facts that no language may leave out and that this loop does not tell. */
export function gapsIn(loop: readonly Block[], byRules: readonly Block[], facts: readonly Fact[]): Block[] {
  const told = new Set(loop.flatMap(({ factIds }) => factIds));
  const untold = new Set(facts.filter(({ id, kind }) => NEVER_LEFT_OUT.has(kind) && !told.has(id)).map(({ id }) => id));
  const ids = new Set(loop.map(({ id }) => id));
  const gaps = byRules.filter(({ factIds }) => factIds.some((id) => untold.has(id)));
  return gaps.map((block) => ({ ...block, id: freeId(block.id, false, ids) }));
}

/** Ids are counted as drafted (`loop-feature-2`), so that a block has the same id before and after another one is left out. */
export function completeBlocks(
  drafts: readonly BlockDraft[],
  part: "intro" | "loop",
  language: Language,
  kept: readonly Block[],
  settle: Settle,
): Block[] {
  const ids = new Set(kept.map(({ id }) => id));
  const told = new Set(kept.flatMap((block) => block.factIds));
  const said = new Set<string>();
  return drafts.flatMap((draft) => {
    const id = freeId(`${part}-${draft.beat}`, draft.beat === "feature", ids);
    ids.add(id);
    const sentences = settleAll(draft.sentences, settle).filter(
      ({ text }) => isNew(text, said) && !kept.some(({ say }) => say.includes(text)),
    );
    const factIds = factIdsOf(sentences);
    if (sentences.length === 0 || (FACTUAL.has(draft.beat) && factIds.length === 0)) return [];
    // A model that tells again what stays.
    if (kept.some(({ beat }) => beat === draft.beat) && factIds.every((id) => told.has(id))) return [];
    return [completeBlock(id, draft, sentences, language)];
  });
}

function completeBlock(id: string, draft: BlockDraft, sentences: readonly SentenceDraft[], language: Language): Block {
  const say = joinSentences(sentences, language);
  const read = respell(say, language);
  return {
    id,
    beat: draft.beat,
    say,
    ...(draft.do && { do: draft.do }),
    ...(draft.show && { show: draft.show }),
    seconds: speechDuration(say, language),
    factIds: factIdsOf(sentences),
    edited: false,
    ...(read !== undefined && { read }),
  };
}

function completeAnswers(
  drafts: PitchDraft["answers"],
  language: Language,
  { cards, facts }: PitchFrame,
  settle: Settle,
): Pitch["answers"] {
  return BUYERS_QUESTIONS.flatMap((about, index) => {
    const card = cards[index];
    if (card === undefined) return [];
    const sentences = settleAll(drafts.find((draft) => draft.about === about)?.sentences ?? [], settle);
    const factIds = factIdsOf(sentences);
    // An answer without a fact of its matter is no answer; nothing in a grower's words answers for the reviews of others.
    const isAnswer = facts.some((fact) => factIds.includes(fact.id) && answersTo(about, fact));
    return [!isAnswer ? card : { question: card.question, answer: joinSentences(sentences, language), factIds, known: true }];
  });
}

function freeId(base: string, counted: boolean, taken: ReadonlySet<string>): string {
  if (!counted && !taken.has(base)) return base;
  let count = counted ? 1 : 2;
  while (taken.has(`${base}-${count}`)) count += 1;
  return `${base}-${count}`;
}

function isNew(text: string, said: Set<string>): boolean {
  const isKnown = said.has(text);
  said.add(text);
  return !isKnown;
}
