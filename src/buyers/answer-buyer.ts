import { and, eq, sql } from "#database/drizzle.ts";
import { buyerQuestions } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { guessLanguage } from "#shows/guess-language.ts";
import { findStory } from "#stories/find-story.ts";
import { readAnswers } from "#stories/read-answers.ts";
import { warningsOf } from "#stories/warn-of-edits.ts";
import type { BuyerReply, ReplyOutcome } from "./buyer-question.ts";
import { announceQuestions } from "./follow-questions.ts";
import { questionOfRow } from "./question-of-row.ts";
import { suggestReply } from "./suggest-reply.ts";

type Row = typeof buyerQuestions.$inferSelect;
type Place = { storyId: string; questionId: string };
type Told = Pick<Row, "answerVi" | "answer" | "answerSource">;

/**
 * The grower's answer to a buyer; of two the last one counts. The suggestion goes out as it stands, a Vietnamese answer is
 * told in the buyer's language by a job. What the gate finds in a person's own words has to be confirmed once.
 * Throws `story_not_found`, `asked_not_found`, `queue_unavailable`.
 */
export async function answerBuyer(
  services: Services,
  accountId: string,
  { storyId, questionId }: Place,
  { text, confirmed = false }: BuyerReply,
): Promise<ReplyOutcome> {
  services.jobs.requireReady();
  const { db } = services.database;
  const story = await findStory(services, accountId, storyId);
  const own = and(eq(buyerQuestions.id, questionId), eq(buyerQuestions.storyId, storyId));
  const [row] = await db.select().from(buyerQuestions).where(own);
  if (row === undefined) throw new AppError("asked_not_found");
  const words = { notes: story.notes, answers: await readAnswers(services, storyId) };
  const question = questionOfRow(services.words, story, words, row);
  const suggestion = suggestReply(services.words, story, words, row);
  const isSuggested = suggestion?.text === text;
  const language = isSuggested || guessLanguage(text) === row.language ? row.language : "vi";
  const findings = isSuggested ? [] : warningsOf(services.words, { ...story, words }, language, text);
  if (findings.length > 0 && !confirmed) return { sent: false, findings, question };

  const told = isSuggested
    ? { answerVi: suggestion.vi, answer: text, answerSource: "facts" as const }
    : tellOwn(text, language, row.language);
  const [answered] = await db
    .update(buyerQuestions)
    .set({ ...told, answeredAt: new Date(), round: sql`${buyerQuestions.round} + 1` })
    .where(own)
    .returning();
  if (answered === undefined) throw new AppError("asked_not_found");
  await announceQuestions(services, accountId);
  if (answered.answerSource === null) await services.jobs.enqueue("answer.translate", { questionId, round: answered.round });
  return { sent: true, findings, question: questionOfRow(services.words, story, words, answered) };
}

/** A person's own words: Vietnamese for a buyer of another language waits to be told, with a source of null. */
function tellOwn(text: string, language: Language, buyers: Language): Told {
  const answerVi = language === "vi" ? text : null;
  return language === buyers ? { answerVi, answer: text, answerSource: "own" } : { answerVi, answer: null, answerSource: null };
}
