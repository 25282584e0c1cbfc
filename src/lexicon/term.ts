import { z } from "zod";

export const FAMILIES = [
  "fruit",
  "vegetable",
  "rice",
  "tea",
  "coffee",
  "honey",
  "spice",
  "seafood",
  "fish-sauce",
  "food",
  "meat",
  "herb",
  "flower",
  "craft",
] as const;
export type Family = (typeof FAMILIES)[number];
const LEVELS = ["province", "district", "commune", "village", "region", "lake", "mountain", "island"] as const;

const namesSchema = z.strictObject({
  name: z.string().min(1),
  aliases: z.array(z.string()).optional(),
  /** Names that may be everyday words once bare of their marks: there they count only where a name stands. */
  weak: z.array(z.string()).optional(),
  /** Names that bare are an everyday word just where a name stands (`nhà tỏi` is `nha toi`): they count only with their marks. */
  marked: z.array(z.string()).optional(),
  /** Everyday words that are goods only behind other goods of the family: `ví 70k` of who weaves brocade. */
  familiar: z.array(z.string()).optional(),
  /** Products behind which the bare name is a word of theirs: `mac ca 180k, nhan 350k` sells kernels (nhân), no longan. */
  yields: z.array(z.string()).optional(),
  /** Forms the law or the register forbids for this thing. */
  forbidden: z.array(z.string()).optional(),
});
const named = { vi: namesSchema, en: namesSchema, ja: namesSchema };
const id = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)?$/);

const source = z.string().min(1);

/** A file is of one family; a variety without a source of its own has its product's. */
const productsSchema = z.strictObject({
  family: z.enum(FAMILIES),
  products: z.array(
    z.strictObject({ id, ...named, source, varieties: z.array(z.strictObject({ id, ...named, source: source.optional() })).optional() }),
  ),
});
const placesSchema = z.strictObject({
  source: z.string(),
  places: z.array(
    z.strictObject({
      id,
      level: z.enum(LEVELS),
      region: z.enum(["north", "central", "south"]),
      province: id.optional(),
      formerProvince: id.optional(),
      /** Others have its name and are as well known: it is meant only where its province is named. */
      withProvince: z.literal(true).optional(),
      ...named,
    }),
  ),
});
const certificatesSchema = z.strictObject({
  certificates: z.array(
    z.strictObject({ id, kind: z.enum(["mark", "organic", "system", "registration", "award"]), ...named, source: z.string() }),
  ),
});
const practicesSchema = z.strictObject({ practices: z.array(z.strictObject({ id, ...named, source })) });

type Names = z.infer<typeof namesSchema>;

/** One thing the lexicon knows, named in three languages. */
export type Term = {
  id: string;
  kind: "product" | "variety" | "place" | "certificate" | "practice";
  vi: Names;
  en: Names;
  ja: Names;
  /** Where its names are from. */
  source?: string;
  family?: Family;
  /** A variety's product. */
  of?: string;
  level?: (typeof LEVELS)[number];
  region?: "north" | "central" | "south";
  /** The province since 1 July 2025, and the one before. */
  province?: string;
  formerProvince?: string;
  /** Its name alone is not enough to know it by. */
  withProvince?: boolean;
  certificate?: "mark" | "organic" | "system" | "registration" | "award";
};

/** Checks the data's shape and lays it out as one list; throws a `ZodError` on a bad row. */
export function parseLexicon(products: readonly unknown[], places: unknown, certificates: unknown, practices: unknown): Term[] {
  return [
    ...products.flatMap((file) => {
      const { family, products: rows } = productsSchema.parse(file);
      return rows.flatMap(({ varieties, ...product }): Term[] => [
        { kind: "product", family, ...product },
        ...(varieties ?? []).map((variety): Term => ({ kind: "variety", of: product.id, source: product.source, ...variety })),
      ]);
    }),
    ...placesSchema.parse(places).places.map((place): Term => ({ kind: "place", ...place })),
    ...certificatesSchema
      .parse(certificates)
      .certificates.map(({ kind, source: _source, ...row }): Term => ({ kind: "certificate", certificate: kind, ...row })),
    ...practicesSchema.parse(practices).practices.map((practice): Term => ({ kind: "practice", ...practice })),
  ];
}
