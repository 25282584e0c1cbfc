import { z } from "zod";
import type { Language } from "#i18n/language.ts";
import type { ModelAnswer } from "#models/language-model.ts";
import { askPrompt, type AskOptions, type ModelServices } from "#prompts/ask-prompt.ts";
import type { GlossaryTerm } from "./show.ts";

type CaptionRequest = AskOptions & {
  text: string;
  from: Language;
  to: Language;
  /** The sentences said just before, oldest first: they say who is spoken of, and are not translated. */
  context: readonly string[];
  /** The glossary's terms that occur in the text. */
  terms: readonly GlossaryTerm[];
  /** What can be read while it is said. */
  charactersMax: number;
};

/** A caption takes about a hundred; the rest is for a model that thinks first. */
const MAX_OUTPUT_TOKENS = 1_000;

const answerSchema = z.object({ text: z.string().min(1) });

/** Asks a model for one spoken sentence in another language. Fails with `ModelError`. */
export function askModelForCaption(
  services: ModelServices,
  { text, from, to, context, terms, charactersMax, ...options }: CaptionRequest,
): Promise<ModelAnswer<{ text: string }>> {
  const variables = {
    from,
    to,
    terms: terms.flatMap((term) => (term[from] && term[to] ? [{ say: term[from], write: term[to] }] : [])),
    context,
    charactersMax,
    sentence: text,
  };
  return askPrompt(services, "translate-caption", { variables, schema: answerSchema, maxOutputTokens: MAX_OUTPUT_TOKENS }, options);
}
