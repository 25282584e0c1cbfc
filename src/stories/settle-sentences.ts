import { checkEvidence } from "#checks/check-evidence.ts";
import type { Finding } from "#checks/finding.ts";
import type { Words } from "#i18n/words.ts";
import type { SentenceDraft, Settle } from "#pitches/sentence-draft.ts";
import { askModelForRepair, type RefusedSentence } from "./ask-model-for-repair.ts";
import type { Ground, LanguageTelling } from "./language-telling.ts";
import { failureOf } from "./model-failure.ts";

/** `findings` of what is left out or only warned about; `mended`: of the sentences that the repair made good. */
export type Settled = { settle: Settle; findings: Finding[]; mended: Finding[] };

/** What the gate says of one sentence of a model. */
export type SentenceGate = (sentence: SentenceDraft) => Finding[];

type Task = LanguageTelling & { model: NonNullable<LanguageTelling["model"]>; gate: SentenceGate };

const DEADLINE_MS = 30_000;

/**
 * Passes a model's sentences through the gate, each against the facts it names. Those that it stops are asked for once
 * more, with what was found; what is still not good is left out.
 */
export async function settleSentences(task: Task, sentences: readonly SentenceDraft[]): Promise<Settled> {
  const { gate } = task;
  const gated = sentences.map((sentence) => ({ sentence, findings: gate(sentence) }));
  const refused = gated.filter(({ findings }) => isBlocked(findings));
  const repairs = refused.length === 0 ? [] : await repair(task, refused);
  const become = new Map<SentenceDraft, SentenceDraft | undefined>();
  const findings = gated.filter((one) => !refused.includes(one)).flatMap((one) => one.findings);
  const mended: Finding[] = [];
  for (const [index, { sentence, findings: first }] of refused.entries()) {
    const anew = repairs[index];
    const second = anew === undefined ? first : gate(anew);
    const isGood = anew !== undefined && !isBlocked(second);
    become.set(sentence, isGood ? anew : undefined);
    findings.push(...second);
    if (isGood) mended.push(...first);
  }
  return { settle: (sentence) => (become.has(sentence) ? become.get(sentence) : sentence), findings, mended };
}

/** The gate for the sentences of one language; the same sentence is looked at once. */
export function openGate(words: Words, { language, ...ground }: Ground): SentenceGate {
  const say = words.in("vi", "findings");
  const seen = new Map<string, Finding[]>();
  return ({ text, factIds }) => {
    const key = JSON.stringify([text, factIds]);
    const found = seen.get(key) ?? checkEvidence({ text, factIds, language, ...ground, say });
    seen.set(key, found);
    return found;
  };
}

export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "block");
}

/** A repair that fails mends nothing: the good sentences stay all the same. */
async function repair(task: Task, refused: readonly RefusedSentence[]): Promise<(SentenceDraft | undefined)[]> {
  const { services, telling, model, ground, signal } = task;
  const { facts, language, markets } = ground;
  const asked = { facts, language, markets, refused, accountId: telling.accountId, deadlineMs: DEADLINE_MS, signal };
  try {
    return (await askModelForRepair({ model, prompts: services.prompts }, asked)).value;
  } catch (error) {
    failureOf(services, telling, "repair-sentences", error);
    return [];
  }
}
