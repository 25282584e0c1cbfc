import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { addRelay } from "#relays/add-relay.ts";
import { listRelays } from "#relays/list-relays.ts";
import { relayRequestSchema, relaySchema } from "#relays/relay.ts";
import { removeRelay } from "#relays/remove-relay.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "#web/app-env.ts";
import { creatingHeaders, describedRoutes, json, jsonBody, PROBLEMS, relayPath, showPath } from "./describe.ts";

const tags = ["Shows"];

/** `/v1/shows/:id/relays`: where captions go besides the screens. */
export function relayRoutes(services: Services): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/shows/{id}/relays",
      tags,
      summary: "Send the captions on, to a webhook or to YouTube",
      request: { params: showPath, headers: creatingHeaders, body: jsonBody(relayRequestSchema) },
      responses: { 201: json(relaySchema, "The relay; a webhook's secret is shown here only"), ...PROBLEMS },
    }),
    async (c) => {
      const { accountId } = c.get("caller");
      return c.json(await addRelay(services, accountId, c.req.valid("param").id, c.req.valid("json"), c.get("seed")), 201);
    },
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/shows/{id}/relays",
      tags,
      summary: "Where the captions go",
      request: { params: showPath },
      responses: { 200: json(z.object({ items: z.array(relaySchema) }), "The relays, oldest first"), ...PROBLEMS },
    }),
    async (c) => c.json({ items: await listRelays(services, c.get("caller").accountId, c.req.valid("param").id) }, 200),
  );

  routes.openapi(
    createRoute({
      method: "delete",
      path: "/v1/shows/{id}/relays/{relayId}",
      tags,
      summary: "Send the captions there no more",
      request: { params: relayPath },
      responses: { 204: { description: "Removed" }, ...PROBLEMS },
    }),
    async (c) => {
      const { id, relayId } = c.req.valid("param");
      await removeRelay(services, c.get("caller").accountId, id, relayId);
      return c.body(null, 204);
    },
  );

  return routes;
}
