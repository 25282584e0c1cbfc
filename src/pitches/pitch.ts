import { z } from "zod";

/** The beats of a sales script in the order of the loop (`docs/decisions/`, the Yiwu style). */
export const BEATS = ["hook", "who", "pain", "feature", "demo", "price", "urgency", "order", "ask", "bridge"] as const;
export const beatSchema = z.enum(BEATS).meta({ id: "Beat" });
export type Beat = z.infer<typeof beatSchema>;

export const blockSchema = z
  .object({
    id: z.string(),
    beat: beatSchema,
    say: z.string(),
    do: z.string().optional(),
    show: z.string().optional(),
    seconds: z.number().min(0),
    factIds: z.array(z.string()),
    edited: z.boolean(),
    /** en, ja: how to say it, for a Vietnamese reader. */
    read: z.string().optional(),
    /** ja: the same in kana. */
    kana: z.string().optional(),
    /** The sentences as they were told, each with the facts it rests on; a person's own words have none. */
    sentences: z.array(z.object({ text: z.string(), factIds: z.array(z.string()) })).optional(),
  })
  .meta({ id: "Block" });
export type Block = z.infer<typeof blockSchema>;

export const answerCardSchema = z
  .object({
    question: z.string(),
    answer: z.string(),
    factIds: z.array(z.string()),
    /** false: the polite "I will ask the grower". */
    known: z.boolean(),
  })
  .meta({ id: "AnswerCard" });

export const pitchSchema = z
  .object({ intro: z.array(blockSchema), loop: z.array(blockSchema), answers: z.array(answerCardSchema) })
  .meta({ id: "Pitch" });
export type Pitch = z.infer<typeof pitchSchema>;
