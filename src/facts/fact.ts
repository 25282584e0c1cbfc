import { z } from "zod";

export const FACT_KINDS = [
  "product",
  "variety",
  "origin",
  "grower",
  "price",
  "stock",
  "pack",
  "size",
  "taste",
  "sweetness",
  "season",
  "certification",
  "practice",
  "storage",
  "shelf-life",
  "delivery",
  "minimum-order",
  "contact",
  "award",
  "story",
] as const;
export const factKindSchema = z.enum(FACT_KINDS).meta({ id: "FactKind" });
export type FactKind = z.infer<typeof factKindSchema>;

export const UNITS = [
  "VND",
  "USD",
  "JPY",
  "g",
  "kg",
  "t",
  "ml",
  "l",
  "%",
  "brix",
  "day",
  "month",
  "year",
  "hour",
  "m2",
  "ha",
  "cm",
  "mm",
  "celsius",
  "tree",
  "fruit",
  "box",
  "bag",
  "bottle",
  "jar",
  "bunch",
  "pack",
  "order",
  "household",
] as const;
export const unitSchema = z.enum(UNITS).meta({ id: "Unit" });
export type Unit = z.infer<typeof unitSchema>;

/** A number with its unit; one number has `min === max`. Money is whole currency units, weights as said (`2 tấn` is 2 t). */
export const amountSchema = z
  .object({ min: z.number(), max: z.number(), unit: unitSchema, per: unitSchema.optional() })
  .meta({ id: "Amount" });
export type Amount = z.infer<typeof amountSchema>;

/** `YYYY-MM-DD`, or `--MM-DD` where no year was said. */
const partialDateSchema = z.string().regex(/^(\d{4}|-)-\d{2}-\d{2}$/);

export const factSchema = z
  .object({
    id: z.string(),
    kind: factKindSchema,
    /** Whose words: the notes, or the answer to one of our questions. */
    source: z.union([z.literal("notes"), z.templateLiteral(["answer:", z.string()])]),
    /** The grower's own words: `source.slice(start, end) === quote`, in UTF-16 code units. */
    quote: z.string(),
    start: z.int().min(0),
    end: z.int().min(0),
    /** The same, restored and normalised, in Vietnamese. */
    text: z.string(),
    amount: amountSchema.optional(),
    date: z.object({ from: partialDateSchema.optional(), to: partialDateSchema.optional() }).optional(),
    /** A price in other currencies, about, as of a day: from the rates of the installation, not from the grower. */
    converted: z.object({ date: z.iso.date(), amounts: z.array(amountSchema) }).optional(),
    /** Id in the lexicon: `lychee.thieu`, `place.luc-ngan`, `cert.vietgap`. */
    term: z.string().optional(),
  })
  .meta({ id: "Fact" });
export type Fact = z.infer<typeof factSchema>;

export const questionSchema = z.object({ id: z.string(), about: factKindSchema, text: z.string() }).meta({ id: "Question" });
export type Question = z.infer<typeof questionSchema>;

export const conflictSchema = z
  .object({ id: z.string(), kind: z.string(), factIds: z.array(z.string()), text: z.string() })
  .meta({ id: "Conflict" });
export type Conflict = z.infer<typeof conflictSchema>;

/** What was read from a grower's words. */
export type Reading = { facts: Fact[]; questions: Question[]; conflicts: Conflict[] };

/** The grower's words: the notes, and the answers given since, each a source of its own. */
export type GrowerWords = { notes: string; answers: { questionId: string; text: string }[] };
