import { z } from "zod";
import { marketSchema } from "#i18n/language.ts";
import { textsSchema } from "./show-plan.ts";

export const CHECK_TOPICS = ["light", "sound", "framing", "props"] as const;

/** One line of a pack's label. `goods`: of which pack, where what is sold is of several kinds; `known`: from the facts; `incomplete`: to be completed by hand; `missing`: the facts say nothing. */
export const labelRowSchema = z
  .object({
    field: z.string(),
    goods: textsSchema.optional(),
    label: textsSchema,
    value: textsSchema.optional(),
    status: z.enum(["known", "incomplete", "missing"]),
    /** The markets among the story's that require it, each with its law. */
    requiredBy: z.array(z.object({ market: marketSchema, law: z.string() })),
    note: textsSchema.optional(),
    factIds: z.array(z.string()),
  })
  .meta({ id: "LabelRow" });
export type LabelRow = z.infer<typeof labelRowSchema>;

export const coachSchema = z
  .object({
    /** What to look at before going live, for this family of products. */
    checklist: z.array(z.object({ topic: z.enum(CHECK_TOPICS), items: z.array(z.string()) })),
    /** Ten shots for this product. */
    shots: z.array(z.string()),
    /** What to print on the pack, in three languages. */
    label: z.array(labelRowSchema),
  })
  .meta({ id: "Coach" });
export type Coach = z.infer<typeof coachSchema>;
