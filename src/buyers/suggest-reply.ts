import { checkTexts } from "#checks/check-texts.ts";
import type { buyerQuestions } from "#database/schema.ts";
import type { GrowerWords } from "#facts/fact.ts";
import type { Words } from "#i18n/words.ts";
import { answerAsked } from "#shows/answer-asked.ts";
import { sayFacts } from "#shows/answer-by-cards.ts";
import type { Story } from "#stories/story.ts";
import type { BuyerQuestion } from "./buyer-question.ts";

type Row = Pick<typeof buyerQuestions.$inferSelect, "text" | "language" | "abouts" | "reply" | "replyFactIds">;

/**
 * What the story's facts answer, in the buyer's language and in Vietnamese for whoever sends it: by its cards as they
 * are now, else as a model put it. Never what the gate would stop.
 */
export function suggestReply(words: Words, story: Story, grower: GrowerWords, row: Row): BuyerQuestion["suggestion"] {
  const { language } = row;
  const { [language]: text, vi } = answerAsked(words, [{ ...story, storyId: story.id, words: grower }], row);
  const suggestion = text === undefined || vi === undefined ? replyOfModel(story, row) : { text, vi };
  if (suggestion === null) return null;
  const { facts, markets } = story;
  const findings = checkTexts({ words: grower, facts, markets, texts: { [language]: suggestion.text }, say: words.in("vi", "findings") });
  return findings.some(({ severity }) => severity === "block") ? null : suggestion;
}

/** It rests on facts of this telling, or it is no longer good. */
function replyOfModel({ facts }: Story, { reply, replyFactIds }: Row): BuyerQuestion["suggestion"] {
  const isKnown = replyFactIds.every((known) => facts.some(({ id }) => id === known));
  return reply !== null && isKnown ? { text: reply, vi: sayFacts(facts, replyFactIds) } : null;
}
