import type { ServerResponse } from "node:http";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { z } from "zod";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { cueSchema } from "#shows/cue.ts";
import { readEarlier } from "#shows/read-earlier.ts";
import type { AppEnv } from "#web/app-env.ts";
import { describedRoutes, eventStream, json, languageQuery, PUBLIC_PROBLEMS, resumeHeaders } from "./describe.ts";
import { EVENT_STREAM, outgoingOf } from "./event-stream.ts";
import { createStreamGate } from "./stream-gate.ts";

/** What this needs of the caption hub. */
export type CaptionStreams = {
  attach(stream: { showId: string; language: Language; lastEventId?: string }, response: ServerResponse): Promise<void>;
};

/** No show is as long as that. */
const END_MS = 2_147_483_647;
const historyQuery = languageQuery.extend({
  before: z.coerce
    .number()
    .int()
    .min(0)
    .max(END_MS)
    .default(END_MS)
    .meta({ description: "Captions that began before this, in ms since the show opened" }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** `/v1/live/:token/captions`: the one stream for phones, overlays and anybody's own page. */
export function liveRoutes(services: Services, hub: CaptionStreams): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();
  const gate = createStreamGate(services);
  const path = "/v1/live/{token}/captions";

  routes.openapi(
    createRoute({
      method: "get",
      path,
      tags: ["Live"],
      security: [],
      summary: "Captions as they come",
      request: { params: z.object({ token: z.string().max(300) }), query: languageQuery, headers: resumeHeaders },
      responses: { 200: eventStream("snapshot, cue, gap and end; finals carry an id"), ...PUBLIC_PROBLEMS },
    }),
    async (c) => {
      c.header("access-control-allow-origin", "*");
      const grant = await gate.open(c.req.valid("param").token);
      if (c.req.method === "HEAD") return c.body(null, 200, { "content-type": EVENT_STREAM });
      const response = outgoingOf(c);
      response.setHeader("access-control-allow-origin", "*");
      response.setHeader("x-request-id", c.get("requestId"));
      response.setHeader("x-content-type-options", "nosniff");
      response.setHeader("referrer-policy", "no-referrer");
      const lastEventId = c.req.header("last-event-id");
      const stream = { showId: grant.showId, language: c.req.valid("query").lang, ...(lastEventId !== undefined && { lastEventId }) };
      await hub.attach(stream, response);
      gate.watch(c.req.valid("param").token, response);
      return RESPONSE_ALREADY_SENT;
    },
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/live/{token}/history",
      tags: ["Live"],
      security: [],
      summary: "Captions from earlier in the show, as they now are",
      request: { params: z.object({ token: z.string().max(300) }), query: historyQuery },
      responses: {
        200: json(
          z.object({ cues: z.array(cueSchema), more: z.boolean() }),
          "A part of the show, oldest first; `more`: there are earlier ones",
        ),
        ...PUBLIC_PROBLEMS,
      },
    }),
    async (c) => {
      c.header("access-control-allow-origin", "*");
      const { showId } = await gate.open(c.req.valid("param").token);
      const { lang: language, before: beforeMs, limit } = c.req.valid("query");
      return c.json(await readEarlier(services, { showId, language, beforeMs, limit }), 200);
    },
  );

  // `Last-Event-ID` makes a browser on another site ask first.
  routes.options("/v1/live/:token/captions", (c) =>
    c.body(null, 204, {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET",
      "access-control-allow-headers": "Last-Event-ID, Cache-Control",
      "access-control-max-age": "86400",
    }),
  );

  return routes;
}
