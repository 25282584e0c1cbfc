import { z } from "zod";
import { marketSchema } from "#i18n/language.ts";
import data from "./geographical-indications.json" with { type: "json" };

const abroadSchema = z.strictObject({
  market: z.enum([...marketSchema.options, "eu"]),
  number: z.string().optional(),
  names: z.array(z.string().min(1)).min(1),
  source: z.string(),
});
const indicationSchema = z.strictObject({
  /** As registered in Vietnam, and the goods it stands for. */
  name: z.string().min(1),
  goods: z.string().min(1),
  /** Ids of the lexicon; no product where it holds none of these goods. */
  place: z.string(),
  product: z.string().optional(),
  number: z.string().optional(),
  /** Registered there too, under these names. */
  abroad: z.array(abroadSchema).optional(),
});

/** A name protected for the goods of one place. */
export type Indication = z.infer<typeof indicationSchema>;

/** The geographical indications of Vietnam that the lexicon holds; not all that are registered. */
export const indications: readonly Indication[] = z
  .strictObject({ source: z.string(), indications: z.array(indicationSchema) })
  .parse(data).indications;
