import { z } from "zod";
import { beatSchema } from "./pitch.ts";

/** A text in every language. */
export const textsSchema = z.object({ vi: z.string(), en: z.string(), ja: z.string() }).meta({ id: "Texts" });
export type Texts = z.infer<typeof textsSchema>;

/** The same with how a Vietnamese reader says it. */
export const spokenTextsSchema = textsSchema
  .extend({ read: z.object({ en: z.string().optional(), ja: z.string().optional() }) })
  .meta({ id: "SpokenTexts" });
export type SpokenTexts = z.infer<typeof spokenTextsSchema>;

/** The parts of a broadcast in their order; loops and answers take turns. */
export const SEGMENT_KINDS = ["warm-up", "loop", "answers", "guest", "re-push", "farewell"] as const;

/** A block of the loop in other words than the script's, told in every language. */
export const retoldBlockSchema = z
  .object({
    id: z.string(),
    beat: beatSchema,
    do: z.string().optional(),
    show: z.string().optional(),
    say: spokenTextsSchema,
    seconds: z.object({ vi: z.number().min(0), en: z.number().min(0), ja: z.number().min(0) }),
    factIds: z.array(z.string()),
  })
  .meta({ id: "RetoldBlock" });
export type RetoldBlock = z.infer<typeof retoldBlockSchema>;

export const segmentSchema = z
  .object({
    id: z.string(),
    kind: z.enum(SEGMENT_KINDS),
    /** Minutes from the start of the show, and how many it takes. */
    fromMinute: z.number().min(0),
    minutes: z.number().positive(),
    speaker: z.enum(["host", "grower", "guest"]),
    title: textsSchema,
    /** Said in this part besides the blocks. */
    lines: z.array(spokenTextsSchema),
    /** The story whose script is told, and its blocks in order. */
    storyId: z.string().optional(),
    blockIds: z.array(z.string()),
    /** Of a loop told again: its blocks in other words, by their ids. What is not among them is told as in the script. */
    blocks: z.array(retoldBlockSchema),
    /** The cards to keep at hand: places in the pitch's `answers`. */
    answers: z.array(z.int().min(0)),
  })
  .meta({ id: "ShowSegment" });
export type ShowSegment = z.infer<typeof segmentSchema>;

export const guestStepSchema = z
  .object({ seconds: z.number().positive(), do: textsSchema, say: spokenTextsSchema, factIds: z.array(z.string()) })
  .meta({ id: "GuestStep" });

export const showPlanSchema = z
  .object({
    minutes: z.number(),
    segments: z.array(segmentSchema),
    /** Two minutes for a visitor who has never sold. */
    guest: z.object({ steps: z.array(guestStepSchema), rules: z.array(textsSchema) }),
  })
  .meta({ id: "ShowPlan" });
export type ShowPlan = z.infer<typeof showPlanSchema>;
