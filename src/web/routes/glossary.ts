import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Services } from "#services.ts";
import { findGlossary, setGlossary } from "#shows/set-glossary.ts";
import { glossarySchema } from "#shows/show.ts";
import type { AppEnv } from "#web/app-env.ts";
import { describedRoutes, json, jsonBody, PROBLEMS, showPath } from "./describe.ts";

const tags = ["Shows"];

/** `/v1/shows/:id/glossary`: the show's own words, also while it is on. */
export function glossaryRoutes(services: Services): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/shows/{id}/glossary",
      tags,
      summary: "The show's terms and their version",
      request: { params: showPath },
      responses: { 200: json(glossarySchema, "The terms"), ...PROBLEMS },
    }),
    async (c) => c.json(await findGlossary(services, c.get("caller").accountId, c.req.valid("param").id), 200),
  );

  routes.openapi(
    createRoute({
      method: "put",
      path: "/v1/shows/{id}/glossary",
      tags,
      summary: "Change the show's terms, from the next sentence on",
      description: "`version` is the one the change was made from. Where somebody else has changed the terms since, the answer is 409.",
      request: { params: showPath, body: jsonBody(glossarySchema) },
      responses: { 200: json(glossarySchema, "The terms and their new version"), ...PROBLEMS },
    }),
    async (c) => c.json(await setGlossary(services, c.get("caller").accountId, c.req.valid("param").id, c.req.valid("json")), 200),
  );

  return routes;
}
