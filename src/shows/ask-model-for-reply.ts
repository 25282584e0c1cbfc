import { z } from "zod";
import type { Fact } from "#facts/fact.ts";
import { knownFactIds, toldFacts } from "#facts/told-facts.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { ModelAnswer } from "#models/language-model.ts";
import { askPrompt, type AskOptions, type ModelServices } from "#prompts/ask-prompt.ts";
import type { Replies } from "./answer-by-cards.ts";

type ReplyRequest = AskOptions & {
  /** The buyer's comment, as written. */
  text: string;
  facts: readonly Fact[];
};

export type ReplyDraft = {
  /** The buyer's language; undefined where it is none of ours. */
  language: Language | undefined;
  /** The comment in Vietnamese, for the seller. */
  vi: string;
  /** The same in every language; empty where the facts do not answer, or the buyer's language is none of ours. */
  replies: Replies;
  factIds: string[];
};

const MAX_OUTPUT_TOKENS = 1_000;

const answerSchema = z.object({
  language: z.enum([...LANGUAGES, "other"]),
  vi: z.string().min(1),
  reply: z.object({ vi: z.string(), en: z.string(), ja: z.string() }).nullable(),
  factIds: z.array(z.string()),
});

/** Asks a model what a buyer wrote and how the facts answer it. Fails with `ModelError`. */
export async function askModelForReply(
  services: ModelServices,
  { text, facts, ...options }: ReplyRequest,
): Promise<ModelAnswer<ReplyDraft>> {
  const question = { variables: { facts: toldFacts(facts), comment: text }, schema: answerSchema, maxOutputTokens: MAX_OUTPUT_TOKENS };
  const answer = await askPrompt(services, "answer-comment", question, options);
  const { language, vi, reply } = answer.value;
  const factIds = knownFactIds(answer.value.factIds, facts);
  // A reply that names no fact rests on nothing.
  const isAnswer = language !== "other" && factIds.length > 0 && reply !== null;
  const replies = isAnswer ? Object.fromEntries(Object.entries(reply).filter(([, text]) => text.trim() !== "")) : {};
  return { ...answer, value: { language: language === "other" ? undefined : language, vi, replies, factIds } };
}
