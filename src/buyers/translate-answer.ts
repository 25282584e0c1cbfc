import { and, eq, isNull } from "#database/drizzle.ts";
import { buyerQuestions, stories } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { JobPayload } from "#jobs/contract.ts";
import type { Services } from "#services.ts";
import { indexLines } from "#shows/index-lines.ts";
import { scriptTexts } from "#shows/script-texts.ts";
import { storyLines } from "#shows/story-lines.ts";
import { translateByPhrasebook } from "#shows/translate-by-phrasebook.ts";
import { findStory } from "#stories/find-story.ts";
import { readAnswers } from "#stories/read-answers.ts";
import type { Story } from "#stories/story.ts";
import type { AnswerSource } from "./buyer-question.ts";
import { announceQuestions } from "./follow-questions.ts";
import { judgeAnswer, type AnswerGround } from "./judge-answer.ts";
import { speakToOne } from "./speak-to-one.ts";
import { tellAnswerByModel } from "./tell-answer-by-model.ts";

type Told = { answer: string | null; answerSource: AnswerSource };

/**
 * Job `answer.translate`: the grower's Vietnamese answer in the buyer's language, by set phrases and the story's own lines,
 * else by a model; what the gate does not let pass stays Vietnamese. Done twice, it changes nothing.
 */
export async function translateAnswer(
  services: Services,
  { questionId, round }: JobPayload<"answer.translate">,
  signal: AbortSignal,
): Promise<void> {
  const { db } = services.database;
  const pending = and(eq(buyerQuestions.id, questionId), eq(buyerQuestions.round, round), isNull(buyerQuestions.answerSource));
  const [row] = await db
    .select({ question: buyerQuestions, accountId: stories.accountId })
    .from(buyerQuestions)
    .innerJoin(stories, eq(stories.id, buyerQuestions.storyId))
    .where(pending);
  if (row === undefined || row.question.answerVi === null) return;
  const { storyId, language, text, answerVi: vi } = row.question;
  const story = await findStory(services, row.accountId, storyId);
  const ground = { vi, language, story, words: { notes: story.notes, answers: await readAnswers(services, storyId) } };
  await db
    .update(buyerQuestions)
    .set(await tell(services, ground, { question: text, accountId: row.accountId, signal }))
    .where(pending);
  await announceQuestions(services, row.accountId);
}

async function tell(
  services: Services,
  ground: AnswerGround,
  asked: { question: string; accountId: string; signal: AbortSignal },
): Promise<Told> {
  const { vi, language, story } = ground;
  if (language === "vi") return { answer: vi, answerSource: "own" };
  const known = speakToOne(translateByPhrasebook(vi, language), language) ?? speakToOne(translateByStory(story, vi, language), language);
  if (known !== undefined && judgeAnswer(services.words, ground, known).length === 0) return { answer: known, answerSource: "phrases" };
  const told = await tellAnswerByModel(services, ground, asked);
  return told === undefined ? { answer: null, answerSource: "none" } : { answer: told, answerSource: "machine" };
}

/** A line of the story's own, with the numbers of this answer. */
function translateByStory(story: Story, text: string, language: Language): string | undefined {
  const show = { index: indexLines(storyLines(story)), next: -1, languages: [language], strictness: "whole" } as const;
  return scriptTexts({ ...show, languages: [language] }, { text, final: true })?.texts[language];
}
