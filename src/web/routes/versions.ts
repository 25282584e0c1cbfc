import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Services } from "#services.ts";
import { findVersion } from "#stories/find-version.ts";
import { listVersions } from "#stories/list-versions.ts";
import { restoreVersion } from "#stories/restore-version.ts";
import { storySchema, storyVersionSchema, versionSummarySchema } from "#stories/story.ts";
import type { AppEnv } from "#web/app-env.ts";
import { creatingHeaders, describedRoutes, json, listQuery, pageOf, PROBLEMS, storyPath, versionPath } from "./describe.ts";

const tags = ["Stories"];

/** `/v1/stories/:id/versions`: every state of a story's texts, and the way back to it. */
export function versionRoutes(services: Services): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/stories/{id}/versions",
      tags,
      summary: "List a story's versions, newest first: each telling, edit, edit taken back, and version brought back",
      request: { params: storyPath, query: listQuery },
      responses: { 200: json(pageOf(versionSummarySchema), "A page"), ...PROBLEMS },
    }),
    async (c) => c.json(await listVersions(services, c.get("caller").accountId, c.req.valid("param").id, c.req.valid("query")), 200),
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/stories/{id}/versions/{version}",
      tags,
      summary: "A version's texts as they were then",
      request: { params: versionPath },
      responses: { 200: json(storyVersionSchema, "The version"), ...PROBLEMS },
    }),
    async (c) => {
      const { id, version } = c.req.valid("param");
      return c.json(await findVersion(services, c.get("caller").accountId, id, version), 200);
    },
  );

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/stories/{id}/versions/{version}/restore",
      tags,
      summary: "Bring a version's texts and edits back; they pass the gate again",
      request: { params: versionPath, headers: creatingHeaders },
      responses: { 200: json(storySchema, "The story as it is now"), ...PROBLEMS },
    }),
    async (c) => {
      const { id, version } = c.req.valid("param");
      return c.json(await restoreVersion(services, c.get("caller").accountId, id, version), 200);
    },
  );

  return routes;
}
