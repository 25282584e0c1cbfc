import { z } from "zod";
import { languageSchema } from "#i18n/language.ts";

export const PROVENANCES = ["speech", "script", "machine", "human", "source"] as const;
export type Provenance = (typeof PROVENANCES)[number];

/**
 * One spoken sentence in one language. It keeps its id in every language and revision; its place is its `startMs`
 * (milliseconds since the show opened). `seq` counts the events of one show in one language, without holes;
 * an interim carries the seq of the event before it and no id of its own.
 */
export const cueSchema = z
  .object({
    cue: z.string(),
    seq: z.int().min(0),
    rev: z.int().min(0),
    language: languageSchema,
    text: z.string(),
    lines: z.array(z.string()),
    status: z.enum(["interim", "final", "retracted"]),
    /** Id of the prepared line, or of the first of two. */
    line: z.string().optional(),
    /** speech: what was said; script: the pitch's own line; source: no translation came in time, the original is shown. */
    provenance: z.enum(PROVENANCES),
    startMs: z.int().min(0),
    endMs: z.int().min(0),
  })
  .meta({ id: "Cue" });
export type Cue = z.infer<typeof cueSchema>;
