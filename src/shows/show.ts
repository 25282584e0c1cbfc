import { z } from "zod";
import { languageSchema, type Language } from "#i18n/language.ts";

export const deviceSchema = z.string().trim().min(1).max(100);

export const SCRIPT_LINES_MAX = 1_000;
const lineTextSchema = z.string().trim().min(1).max(2_000);
export const scriptLineSchema = z
  .object({ id: z.string().min(1).max(100), vi: lineTextSchema, en: lineTextSchema.optional(), ja: lineTextSchema.optional() })
  .meta({ id: "ScriptLine" });
/** A line prepared before the show, in up to three languages. */
export type PreparedLine = z.infer<typeof scriptLineSchema>;

const termTextSchema = z.string().trim().min(1).max(200);
export const glossaryTermSchema = z
  .object({
    vi: termTextSchema,
    en: termTextSchema.optional(),
    ja: termTextSchema.optional(),
    /** Words that no translation may use for it, by language. */
    forbidden: z.partialRecord(languageSchema, z.array(termTextSchema).max(20)).optional(),
  })
  .meta({ id: "GlossaryTerm" });
export type GlossaryTerm = z.infer<typeof glossaryTermSchema>;

export const GLOSSARY_TERMS_MAX = 500;
const glossaryTermsSchema = z.array(glossaryTermSchema).max(GLOSSARY_TERMS_MAX);
/** A show's terms, and how often they have changed: whoever changes them says which version was seen. */
export const glossarySchema = z.object({ version: z.int().min(1).max(1_000_000_000), terms: glossaryTermsSchema }).meta({ id: "Glossary" });
export type Glossary = z.infer<typeof glossarySchema>;

const names = new WeakMap<readonly GlossaryTerm[], Partial<Record<Language, readonly string[]>>>();

/** What a glossary calls its things in one language, and in Vietnamese: the original may stand where no translation came. */
export function namesOf(glossary: readonly GlossaryTerm[], language: Language): readonly string[] {
  const known = names.get(glossary) ?? {};
  names.set(glossary, known);
  return (known[language] ??= [...new Set(glossary.flatMap((term) => [term[language] ?? term.vi, term.vi]))]);
}

export const showRequestSchema = z
  .object({
    title: z.string().trim().min(1).max(200),
    storyIds: z.array(z.string().max(100)).max(50).optional(),
    script: z.array(scriptLineSchema).max(SCRIPT_LINES_MAX).optional(),
    languages: z.array(languageSchema).min(1).max(3).optional(),
    glossary: glossaryTermsSchema.optional(),
    /** An earlier show that this one goes on from: with its stories where none are named, its own script and terms, and the corrections taken over. */
    after: z.string().max(100).optional(),
  })
  .meta({ id: "ShowRequest" });
export type ShowRequest = z.infer<typeof showRequestSchema>;

export const showSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    status: z.enum(["open", "ended"]),
    languages: z.array(languageSchema),
    links: z.object({ console: z.string(), watch: z.string(), overlay: z.string(), captions: z.string() }),
  })
  .meta({ id: "Show" });
export type Show = z.infer<typeof showSchema>;

/** No show is longer than a week. */
const SHOW_MS_MAX = 604_800_000;

export const segmentRequestSchema = z
  .object({
    id: z.string().min(1).max(200),
    text: z.string().trim().min(1).max(2_000),
    final: z.boolean(),
    startMs: z.int().min(0).max(SHOW_MS_MAX).optional(),
    endMs: z.int().min(0).max(SHOW_MS_MAX).optional(),
    /** Whose microphone heard it: only the device that holds the show's may speak. */
    device: deviceSchema.optional(),
  })
  .meta({ id: "SegmentRequest" });
export type SegmentRequest = z.infer<typeof segmentRequestSchema>;

export const commentRequestSchema = z
  .object({ id: z.string().min(1).max(200), author: z.string().trim().min(1).max(200), text: z.string().trim().min(1).max(2_000) })
  .meta({ id: "CommentRequest" });
export type CommentRequest = z.infer<typeof commentRequestSchema>;

/** Of a buyer on the viewers' page, who has no key: shorter. */
export const buyerCommentSchema = commentRequestSchema
  .extend({ author: z.string().trim().min(1).max(60), text: z.string().trim().min(1).max(500) })
  .meta({ id: "BuyerComment" });
