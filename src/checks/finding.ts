import { z } from "zod";
import { languageSchema } from "#i18n/language.ts";

export const FINDING_KINDS = [
  "number",
  "claim",
  "health",
  "superlative",
  "organic",
  "urgency",
  "contact",
  "language",
  "markup",
  "missing",
] as const;
export const findingKindSchema = z.enum(FINDING_KINDS).meta({ id: "FindingKind" });
export type FindingKind = z.infer<typeof findingKindSchema>;

/** Something in a told text that the notes do not hold or the law forbids. Offsets are UTF-16 units into that text. */
export const findingSchema = z
  .object({
    language: languageSchema,
    kind: findingKindSchema,
    severity: z.enum(["block", "warn"]),
    quote: z.string(),
    start: z.int().min(0),
    end: z.int().min(0),
    message: z.string(),
  })
  .meta({ id: "Finding" });
export type Finding = z.infer<typeof findingSchema>;
