import { z } from "zod";

export const FAMILIES = ["fruit", "vegetable", "rice", "tea", "coffee", "honey", "spice", "seafood", "fish-sauce", "craft"] as const;
export type Family = (typeof FAMILIES)[number];

const namesSchema = z.strictObject({
  name: z.string().min(1),
  aliases: z.array(z.string()).optional(),
  /** Names that are everyday words once bare of their marks: `tỏi` is `toi`. */
  weak: z.array(z.string()).optional(),
  /** Forms the law or the register forbids. */
  forbidden: z.array(z.string()).optional(),
});
const named = { vi: namesSchema, en: namesSchema, ja: namesSchema };
const id = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)?$/);

const productsSchema = z.strictObject({
  source: z.string(),
  products: z.array(
    z.strictObject({ id, family: z.enum(FAMILIES), ...named, varieties: z.array(z.strictObject({ id, ...named })).optional() }),
  ),
});
const placesSchema = z.strictObject({
  source: z.string(),
  places: z.array(
    z.strictObject({
      id,
      level: z.enum(["province", "district", "commune", "region", "lake"]),
      region: z.enum(["north", "central", "south"]),
      province: id.optional(),
      formerProvince: id.optional(),
      ...named,
    }),
  ),
});
const certificatesSchema = z.strictObject({
  certificates: z.array(
    z.strictObject({ id, kind: z.enum(["mark", "organic", "system", "registration", "award"]), ...named, source: z.string() }),
  ),
});
const practicesSchema = z.strictObject({ source: z.string(), practices: z.array(z.strictObject({ id, ...named })) });

type Names = z.infer<typeof namesSchema>;

/** One thing the lexicon knows, named in three languages. */
export type Term = {
  id: string;
  kind: "product" | "variety" | "place" | "certificate" | "practice";
  vi: Names;
  en: Names;
  ja: Names;
  family?: Family;
  /** A variety's product. */
  of?: string;
  level?: "province" | "district" | "commune" | "region" | "lake";
  region?: "north" | "central" | "south";
  /** The province since 1 July 2025, and the one before. */
  province?: string;
  formerProvince?: string;
  certificate?: "mark" | "organic" | "system" | "registration" | "award";
};

/** Checks the data's shape and lays it out as one list; throws a `ZodError` on a bad row. */
export function parseLexicon(products: unknown, places: unknown, certificates: unknown, practices: unknown): Term[] {
  return [
    ...productsSchema
      .parse(products)
      .products.flatMap(({ varieties, ...product }): Term[] => [
        { kind: "product", ...product },
        ...(varieties ?? []).map((variety): Term => ({ kind: "variety", of: product.id, ...variety })),
      ]),
    ...placesSchema.parse(places).places.map((place): Term => ({ kind: "place", ...place })),
    ...certificatesSchema
      .parse(certificates)
      .certificates.map(({ kind, source: _source, ...row }): Term => ({ kind: "certificate", certificate: kind, ...row })),
    ...practicesSchema.parse(practices).practices.map((practice): Term => ({ kind: "practice", ...practice })),
  ];
}
