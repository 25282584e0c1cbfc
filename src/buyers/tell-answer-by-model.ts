import { ModelError } from "#models/language-model.ts";
import type { Services } from "#services.ts";
import { askModelForAnswer } from "./ask-model-for-answer.ts";
import { judgeAnswer, type AnswerFault, type AnswerGround } from "./judge-answer.ts";

const ATTEMPTS = 2;
const DEADLINE_MS = 20_000;

/** A model's translation that the gate lets pass; asked for once more where it does not. Undefined where none came. */
export async function tellAnswerByModel(
  services: Services,
  ground: AnswerGround,
  { question, accountId, signal }: { question: string; accountId: string; signal: AbortSignal },
): Promise<string | undefined> {
  const { model, prompts } = services;
  if (model === undefined) return undefined;
  let faults: AnswerFault[] = [];
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const asked = { answer: ground.vi, to: ground.language, question, findings: faults, accountId, deadlineMs: DEADLINE_MS, signal };
    const told = await askModelForAnswer({ model, prompts }, asked).catch((error: unknown) => {
      if (error instanceof ModelError) return undefined;
      throw error;
    });
    if (told === undefined) return undefined;
    const text = told.value.text.trim();
    faults = judgeAnswer(services.words, ground, text);
    if (faults.length === 0) return text;
  }
  return undefined;
}
