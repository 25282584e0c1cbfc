import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { languageSchema } from "#i18n/language.ts";
import { EXPORT_FORMATS, EXPORT_PATHS, exportFiles, type ExportFormat } from "#listings/export-files.ts";
import { CURRENCIES } from "#listings/item-price.ts";
import { REMARKS } from "#listings/remark.ts";
import { surveyExports } from "#listings/survey-exports.ts";
import type { Services } from "#services.ts";
import { findListings } from "#stories/find-listings.ts";
import type { AppEnv } from "#web/app-env.ts";
import { exportContext } from "#web/export-context.ts";
import { describedRoutes, json, languageQuery, PROBLEMS } from "./describe.ts";

const tags = ["Exports"];
const currency = z.enum(CURRENCIES).default("VND").meta({ description: "The shop's own: the file names none" });
const FILES = {
  merchant: { mediaType: "application/xml", query: languageQuery, summary: "Listings for Google Merchant Center, RSS 2.0" },
  shopify: { mediaType: "text/csv", query: languageQuery.extend({ currency }), summary: "Listings for Shopify, UTF-8" },
  rakuten: { mediaType: "text/csv", query: z.object({}), summary: "Listings for Rakuten's RMS, Japanese in Shift_JIS" },
} as const satisfies Record<ExportFormat, { mediaType: string; query: z.ZodObject; summary: string }>;

const surveySchema = z
  .object({
    formats: z.array(
      z.object({
        format: z.enum([...EXPORT_FORMATS, "jsonld"]),
        language: languageSchema,
        /** Of the file; JSON-LD has an address an item. */
        href: z.string().optional(),
        items: z.array(
          z.object({
            storyId: z.string(),
            title: z.string(),
            included: z.boolean(),
            href: z.string().optional(),
            remarks: z.array(z.object({ code: z.enum(REMARKS), text: z.string() })),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Exports" });

/** `/v1/exports`: an account's listings as other shops take them. */
export function exportRoutes(services: Services): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/exports",
      tags,
      summary: "What each file holds, what it leaves out and why, in the caller's language",
      request: { query: languageQuery.extend({ currency }) },
      responses: { 200: json(surveySchema, "Each format with the account's listings"), ...PROBLEMS },
    }),
    async (c) => {
      const context = await exportContext(services, c, c.get("caller").accountId, c.req.valid("query"));
      const formats = await surveyExports(services, c.get("caller").accountId, context, c.get("language"));
      return c.json({ formats }, 200, { "content-language": c.get("language"), vary: "Accept-Language" });
    },
  );

  for (const format of EXPORT_FORMATS) {
    const { mediaType, query, summary } = FILES[format];
    routes.openapi(
      createRoute({
        method: "get",
        path: EXPORT_PATHS[format],
        tags,
        summary,
        request: { query },
        responses: {
          200: {
            description: "The file. `farmcast-left-out` counts the listings that could not be in it; `/v1/exports` says why",
            content: { [mediaType]: { schema: z.string() } },
          },
          ...PROBLEMS,
        },
      }),
      async (c) => {
        const { accountId } = c.get("caller");
        const context = await exportContext(services, c, accountId, { lang: "ja", currency: "VND", ...c.req.valid("query") });
        const file = exportFiles[format](await findListings(services, accountId), context);
        const content = file.write();
        return c.body(typeof content === "string" ? content : new Uint8Array(content), 200, {
          "content-type": file.contentType,
          "content-disposition": `attachment; filename="${file.fileName}"`,
          "farmcast-left-out": String(file.places.filter(({ included }) => !included).length),
          link: `</v1/exports?lang=${context.language}>; rel="describedby"`,
        });
      },
    );
  }
  return routes;
}
