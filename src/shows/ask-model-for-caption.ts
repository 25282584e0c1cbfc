import { z } from "zod";
import type { Language } from "#i18n/language.ts";
import type { ModelAnswer } from "#models/language-model.ts";
import { askPrompt, type AskOptions, type ModelServices } from "#prompts/ask-prompt.ts";
import type { CaptionTerm } from "./terms-for.ts";

/** Why the last answer was refused: a number or sentence of its own (`quote`), or a word it must or must not use. */
export type CaptionFinding = { kind: string; quote: string };

type CaptionRequest = AskOptions & {
  text: string;
  from: Language;
  to: Language;
  /** The sentences said just before, oldest first: they say who is spoken of, and are not translated. */
  context: readonly string[];
  /** What is sold in the show, in the language asked for. */
  products: readonly string[];
  /** The terms that occur in the text. */
  terms: readonly CaptionTerm[];
  findings: readonly CaptionFinding[];
  /** What can be read while it is said. */
  charactersMax: number;
};

/** A caption takes about a hundred; the rest is for a model that thinks first. */
const MAX_OUTPUT_TOKENS = 1_000;

const answerSchema = z.object({ text: z.string().min(1) });

/** Asks a model for one spoken sentence in another language. Fails with `ModelError`. */
export function askModelForCaption(
  services: ModelServices,
  { text, from, to, context, products, terms, findings, charactersMax, ...options }: CaptionRequest,
): Promise<ModelAnswer<{ text: string }>> {
  const variables = {
    from,
    to,
    products,
    terms: terms.map(({ say, write, forbidden }) => (forbidden.length === 0 ? { say, write } : { say, write, never: forbidden })),
    context,
    findings,
    charactersMax,
    sentence: text,
  };
  return askPrompt(services, "translate-caption", { variables, schema: answerSchema, maxOutputTokens: MAX_OUTPUT_TOKENS }, options);
}
