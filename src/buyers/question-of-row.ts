import type { buyerQuestions } from "#database/schema.ts";
import type { GrowerWords } from "#facts/fact.ts";
import type { Words } from "#i18n/words.ts";
import type { Story } from "#stories/story.ts";
import type { BuyerQuestion } from "./buyer-question.ts";
import { suggestReply } from "./suggest-reply.ts";

type Row = typeof buyerQuestions.$inferSelect;

export function questionOfRow(words: Words, story: Story, grower: GrowerWords, row: Row): BuyerQuestion {
  const { id, author, text, language, vi, flag, abouts, readAt, createdAt } = row;
  const answer = answerOfRow(row);
  const suggestion = answer === null ? suggestReply(words, story, grower, row) : null;
  return {
    id,
    author,
    text,
    language,
    vi,
    isRead: readAt !== null,
    flag,
    about: abouts,
    suggestion,
    answer,
    createdAt: createdAt.toISOString(),
  };
}

/** Null as long as the grower has said nothing. */
export function answerOfRow({ answerVi, answer, answerSource, answeredAt }: Row): BuyerQuestion["answer"] {
  return answeredAt === null ? null : { vi: answerVi, text: answer, source: answerSource, at: answeredAt.toISOString() };
}
