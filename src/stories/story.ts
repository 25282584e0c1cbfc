import { z } from "zod";
import { findingSchema } from "#checks/finding.ts";
import { conflictSchema, factSchema, questionSchema } from "#facts/fact.ts";
import { languageSchema, marketSchema } from "#i18n/language.ts";
import { listingSchema } from "#listings/listing.ts";
import { pitchSchema } from "#pitches/pitch.ts";

/** Longest notes taken, in UTF-16 code units. */
export const NOTES_LENGTH_MAX = 12_000;
/** Longest answer to one question, in UTF-16 code units. */
const ANSWER_LENGTH_MAX = 2_000;

export const storyRequestSchema = z
  .object({
    notes: z
      .string()
      .min(1)
      .max(NOTES_LENGTH_MAX)
      .refine((notes) => notes.trim() !== ""),
    markets: z.array(marketSchema).min(1).max(3).optional(),
    minutes: z.number().min(1).max(720).optional(),
  })
  .meta({ id: "StoryRequest" });
export type StoryRequest = z.infer<typeof storyRequestSchema>;

export const answersRequestSchema = z
  .object({
    answers: z
      .array(z.object({ questionId: z.string().min(1).max(100), text: z.string().trim().min(1).max(ANSWER_LENGTH_MAX) }))
      .min(1)
      .max(20),
  })
  .meta({ id: "AnswersRequest" });
export type AnswersRequest = z.infer<typeof answersRequestSchema>;

const lineSchema = z.string().trim().min(1).max(2_000);
export const blockEditSchema = z
  .object({ say: lineSchema.optional(), do: lineSchema.optional(), show: lineSchema.optional() })
  .refine((edit) => edit.say !== undefined || edit.do !== undefined || edit.show !== undefined)
  .meta({ id: "BlockEdit" });
export type BlockEdit = z.infer<typeof blockEditSchema>;

export const STORY_STATUSES = ["requested", "writing", "ready", "failed"] as const;

const writerSchema = z.object({
  name: z.enum(["anthropic", "openai", "rules"]),
  model: z.string().optional(),
  inputTokens: z.int().optional(),
  outputTokens: z.int().optional(),
});
export type Writer = z.infer<typeof writerSchema>;

export const storySchema = z
  .object({
    id: z.string(),
    status: z.enum(STORY_STATUSES),
    notes: z.string(),
    markets: z.array(marketSchema),
    facts: z.array(factSchema),
    questions: z.array(questionSchema),
    conflicts: z.array(conflictSchema),
    findings: z.array(findingSchema),
    pitches: z.partialRecord(languageSchema, pitchSchema),
    listings: z.partialRecord(languageSchema, listingSchema),
    writer: writerSchema.optional(),
    error: z.object({ code: z.string() }).optional(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Story" });
export type Story = z.infer<typeof storySchema>;

/** The events of one telling, in order; `pitch` comes once per language. */
export const STORY_EVENTS = ["story-start", "facts", "pitch", "story-end", "story-failed"] as const;
export type StoryEventName = (typeof STORY_EVENTS)[number];
