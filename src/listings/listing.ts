import { z } from "zod";

/** A buyer's page in one language. `slug` is `[a-z0-9-]`, the same in every language of a story. */
export const listingSchema = z
  .object({
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    title: z.string(),
    summary: z.string(),
    bullets: z.array(z.string()),
    body: z.string(),
    factIds: z.array(z.string()),
  })
  .meta({ id: "Listing" });
export type Listing = z.infer<typeof listingSchema>;
