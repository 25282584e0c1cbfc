import { z } from "zod";
import { findingSchema } from "#checks/finding.ts";
import { conflictSchema, factSchema, questionSchema } from "#facts/fact.ts";
import { languageSchema, marketSchema, type Language } from "#i18n/language.ts";
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

/** A block's edit in force: what a person has not touched is null. */
export type EditedBlock = { language: Language; blockId: string; say: string | null; do: string | null; show: string | null };

export const STORY_STATUSES = ["requested", "writing", "ready", "failed"] as const;

const writerSchema = z.object({
  name: z.enum(["anthropic", "openai", "rules"]),
  model: z.string().optional(),
  inputTokens: z.int().optional(),
  outputTokens: z.int().optional(),
});
export type Writer = z.infer<typeof writerSchema>;

/** Who told one language. `instead`: why the rules did, though a model was asked: its failure, or `blocked` where the gate left too little. */
export const languageWriterSchema = writerSchema.pick({ name: true, model: true }).extend({ instead: z.string().optional() });
export type LanguageWriter = z.infer<typeof languageWriterSchema>;

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
    writers: z.partialRecord(languageSchema, languageWriterSchema),
    /** Languages that could not be told this time, and why; the others stay. */
    failures: z.partialRecord(languageSchema, z.object({ code: z.string() })),
    error: z.object({ code: z.string() }).optional(),
    /** Absent while only who has a listing's address finds it. */
    publishedAt: z.iso.datetime().optional(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Story" });
export type Story = z.infer<typeof storySchema>;

/**
 * The events of one telling, in order. A `block` is told as soon as it has passed the gate, and again where it changes; then
 * its language's `pitch` comes, which is what counts, or `pitch-failed`.
 */
export const STORY_EVENTS = ["story-start", "facts", "block", "pitch", "pitch-failed", "story-end", "story-failed"] as const;
export type StoryEventName = (typeof STORY_EVENTS)[number];

/** What the events of a telling carry, as it is read back from them. */
export const factsEventSchema = z.object({
  facts: z.array(factSchema),
  questions: z.array(questionSchema),
  conflicts: z.array(conflictSchema),
});
export const pitchEventSchema = z.object({
  language: languageSchema,
  pitch: pitchSchema,
  listing: listingSchema,
  writer: languageWriterSchema,
  findings: z.array(findingSchema),
});
export type TellingInOneLanguage = z.infer<typeof pitchEventSchema>;

export const VERSION_CAUSES = ["told", "edited", "undone", "restored"] as const;

/** One state of a story's texts: after a telling, a person's edit, an edit taken back, or an earlier version brought back. */
export const versionSummarySchema = z.object({
  version: z.int(),
  cause: z.enum(VERSION_CAUSES),
  /** Which telling its texts are of: 1 is the first, each set of answers asks for one more. */
  telling: z.int(),
  /** The block that was edited or given back. */
  language: languageSchema.optional(),
  blockId: z.string().optional(),
  /** What the person wrote for it to say. */
  say: z.string().optional(),
  createdAt: z.iso.datetime(),
});
export type VersionSummary = z.infer<typeof versionSummarySchema>;
export const storyVersionSchema = versionSummarySchema
  .extend(storySchema.pick({ facts: true, pitches: true, listings: true, writers: true }).shape)
  .meta({ id: "StoryVersion" });
export type StoryVersion = z.infer<typeof storyVersionSchema>;
