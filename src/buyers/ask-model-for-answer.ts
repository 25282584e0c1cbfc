import { z } from "zod";
import type { Language } from "#i18n/language.ts";
import type { ModelAnswer } from "#models/language-model.ts";
import { askPrompt, type AskOptions, type ModelServices } from "#prompts/ask-prompt.ts";
import { termsFor } from "#shows/terms-for.ts";

type AnswerRequest = AskOptions & {
  /** The grower's answer, in Vietnamese. */
  answer: string;
  to: Language;
  /** What the buyer asked, as written: it says what is spoken of. */
  question: string;
  /** Why the last answer was refused. */
  findings: readonly { kind: string; quote: string }[];
};

const MAX_OUTPUT_TOKENS = 1_500;

const answerSchema = z.object({ text: z.string().min(1) });

/** Asks a model for a grower's answer in the buyer's language. Fails with `ModelError`. */
export function askModelForAnswer(
  services: ModelServices,
  { answer, to, question, findings, ...options }: AnswerRequest,
): Promise<ModelAnswer<{ text: string }>> {
  const terms = termsFor(answer, [], to).map(({ say, write, forbidden }) => ({ say, write, never: forbidden }));
  const variables = { to, terms, findings, question, answer };
  return askPrompt(services, "translate-answer", { variables, schema: answerSchema, maxOutputTokens: MAX_OUTPUT_TOKENS }, options);
}
