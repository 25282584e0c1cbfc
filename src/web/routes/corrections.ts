import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import type { Services } from "#services.ts";
import { listCorrections, madeCorrectionSchema } from "#shows/list-corrections.ts";
import { takeOver } from "#shows/take-over.ts";
import type { AppEnv } from "#web/app-env.ts";
import { cuePath, describedRoutes, json, jsonBody, listQuery, pageOf, PROBLEMS, showPath } from "./describe.ts";

const tags = ["Shows"];

/** `/v1/shows/:id/corrections`: what people put right, and what of it the next show begins with. */
export function correctionRoutes(services: Services): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/shows/{id}/corrections",
      tags,
      summary: "What people corrected in the captions, the latest first",
      request: { params: showPath, query: listQuery },
      responses: { 200: json(pageOf(madeCorrectionSchema), "A page"), ...PROBLEMS },
    }),
    async (c) => {
      const { accountId } = c.get("caller");
      return c.json(await listCorrections(services, accountId, c.req.valid("param").id, c.req.valid("query")), 200);
    },
  );

  routes.openapi(
    createRoute({
      method: "put",
      path: "/v1/shows/{id}/corrections/{cue}",
      tags,
      summary: "Take a corrected sentence over into the show opened `after` this one, or leave it",
      request: { params: cuePath, body: jsonBody(z.object({ taken: z.boolean() })) },
      responses: { 204: { description: "Noted" }, ...PROBLEMS },
    }),
    async (c) => {
      const { id, cue } = c.req.valid("param");
      await takeOver(services, c.get("caller").accountId, id, cue, c.req.valid("json").taken);
      return c.body(null, 204);
    },
  );

  return routes;
}
