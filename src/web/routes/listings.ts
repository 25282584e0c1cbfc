import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { languageSchema } from "#i18n/language.ts";
import { listingSchema } from "#listings/listing.ts";
import type { Services } from "#services.ts";
import { findListing } from "#stories/find-listing.ts";
import type { AppEnv } from "#web/app-env.ts";
import { describedRoutes, json, PUBLIC_PROBLEMS } from "./describe.ts";

const publishedSchema = z
  .object({
    language: languageSchema,
    languages: z.array(languageSchema),
    listing: listingSchema.omit({ factIds: true }),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "PublishedListing" });

/** `/v1/listings`: what the buyers' pages show, for everybody, and nothing that they do not. */
export function listingRoutes(services: Services): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();
  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/listings/{language}/{slug}",
      tags: ["Listings"],
      security: [],
      summary: "A published listing",
      request: { params: z.object({ language: languageSchema, slug: listingSchema.shape.slug.max(300) }) },
      responses: { 200: json(publishedSchema, "The listing"), ...PUBLIC_PROBLEMS },
    }),
    async (c) => {
      const { language, slug } = c.req.valid("param");
      const { listing, languages, updatedAt } = await findListing(services, language, slug);
      const { factIds: _, ...published } = listing;
      return c.json({ language, languages, listing: published, updatedAt: updatedAt.toISOString() }, 200);
    },
  );
  return routes;
}
