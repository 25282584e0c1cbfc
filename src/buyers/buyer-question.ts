import { z } from "zod";
import { findingSchema } from "#checks/finding.ts";
import { factKindSchema } from "#facts/fact.ts";
import { languageSchema } from "#i18n/language.ts";
import { COMMENT_FLAGS } from "#shows/read-question.ts";

/** In UTF-16 code units. */
export const AUTHOR_LENGTH_MAX = 60;
export const QUESTION_LENGTH_MAX = 1_000;
const ANSWER_LENGTH_MAX = 1_000;

/** What a buyer asks on a listing. `id`: the sender's own; the same id and words again are the same question. */
export const buyerQuestionRequestSchema = z
  .object({
    id: z.string().min(1).max(200),
    author: z.string().trim().min(1).max(AUTHOR_LENGTH_MAX),
    text: z.string().trim().min(1).max(QUESTION_LENGTH_MAX),
  })
  .meta({ id: "BuyerQuestionRequest" });
export type BuyerQuestionRequest = z.infer<typeof buyerQuestionRequestSchema>;

/**
 * How an answer came into the buyer's language: prepared from the story's facts, by set phrases, by a model, written in it
 * by the grower; `none`: nobody could, so the Vietnamese stands.
 */
export const ANSWER_SOURCES = ["facts", "phrases", "machine", "own", "none"] as const;
export type AnswerSource = (typeof ANSWER_SOURCES)[number];

const answerSchema = z.object({
  /** In Vietnamese; null where the grower wrote in the buyer's language. */
  vi: z.string().nullable(),
  /** In the buyer's language; null as long as nobody has told it. */
  text: z.string().nullable(),
  /** Null while it is being told. */
  source: z.enum(ANSWER_SOURCES).nullable(),
  at: z.iso.datetime(),
});

/** As the grower sees it. `vi`: null until it is read (`isRead`), and where nobody could. `suggestion`: from the facts, in both languages. */
export const buyerQuestionSchema = z
  .object({
    id: z.string(),
    author: z.string(),
    text: z.string(),
    language: languageSchema,
    vi: z.string().nullable(),
    isRead: z.boolean(),
    flag: z.enum(COMMENT_FLAGS).nullable(),
    about: z.array(factKindSchema),
    suggestion: z.object({ text: z.string(), vi: z.string() }).nullable(),
    answer: answerSchema.nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "BuyerQuestion" });
export type BuyerQuestion = z.infer<typeof buyerQuestionSchema>;

/** How many were asked on one story's listing, are read, are answered, and are told in the buyer's language. */
export type QuestionCounts = { storyId: string; asked: number; read: number; answered: number; told: number };

/** As the buyer sees it again. */
export const askedQuestionSchema = buyerQuestionSchema
  .pick({ author: true, text: true, language: true, vi: true, isRead: true, answer: true, createdAt: true })
  .extend({ slug: z.string(), titles: z.partialRecord(languageSchema, z.string()) })
  .meta({ id: "AskedQuestion" });
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;

/** `text`: Vietnamese, the buyer's language, or the suggestion as it stands. `confirmed`: sent whatever the gate says of it. */
export const buyerReplySchema = z
  .object({ text: z.string().trim().min(1).max(ANSWER_LENGTH_MAX), confirmed: z.boolean().optional() })
  .meta({ id: "BuyerReply" });
export type BuyerReply = z.infer<typeof buyerReplySchema>;

/** `sent` is false where the gate found something and the grower has not confirmed it. */
export const replyOutcomeSchema = z
  .object({ sent: z.boolean(), findings: z.array(findingSchema), question: buyerQuestionSchema })
  .meta({ id: "BuyerReplyOutcome" });
export type ReplyOutcome = z.infer<typeof replyOutcomeSchema>;
