import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { askedQuestionSchema, buyerQuestionRequestSchema } from "#buyers/buyer-question.ts";
import { findAsked } from "#buyers/find-asked.ts";
import { languageSchema } from "#i18n/language.ts";
import { listingSchema } from "#listings/listing.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "#web/app-env.ts";
import { checkText } from "#web/middleware/check-text.ts";
import type { RateLimits } from "#web/middleware/limit-rate.ts";
import { originOf } from "#web/origin-of.ts";
import { takeBuyerQuestion } from "#web/take-buyer-question.ts";
import { describedRoutes, json, jsonBody, PUBLIC_PROBLEMS } from "./describe.ts";

const tags = ["Listings"];
const listingPath = z.object({ language: languageSchema, slug: listingSchema.shape.slug.max(300) });
const takenSchema = z.object({ id: z.string(), links: z.object({ self: z.string(), page: z.string() }) });

/** What a buyer asks on a listing, and finds again with the link they were given; neither needs a key. */
export function askRoutes(services: Services, limits: RateLimits | undefined): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/listings/{language}/{slug}/questions",
      tags,
      security: [],
      summary: "A buyer's question; whoever has its links reads the answer there",
      middleware: checkText,
      request: { params: listingPath, body: jsonBody(buyerQuestionRequestSchema) },
      responses: { 202: json(takenSchema, "Taken; the grower reads it in Vietnamese"), ...PUBLIC_PROBLEMS },
    }),
    async (c) => {
      const listing = c.req.valid("param");
      const { questionId, token } = await takeBuyerQuestion(services, limits, c, { listing, question: c.req.valid("json") });
      const origin = originOf(services, c);
      const links = { self: `${origin}/v1/questions/${token}`, page: `${origin}/${listing.language}/questions/${token}` };
      return c.json({ id: questionId, links }, 202);
    },
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/questions/{token}",
      tags,
      security: [],
      summary: "A buyer's question and the grower's answer, by the buyer's own link",
      request: { params: z.object({ token: z.string().max(300) }) },
      responses: { 200: json(askedQuestionSchema, "The question; its answer is null until there is one"), ...PUBLIC_PROBLEMS },
    }),
    async (c) => c.json(await findAsked(services, c.req.valid("param").token), 200, { "cache-control": "no-store" }),
  );

  return routes;
}
