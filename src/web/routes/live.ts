import type { ServerResponse } from "node:http";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import { z } from "zod";
import { LANGUAGES, languageSchema, type Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { cueSchema } from "#shows/cue.ts";
import { readEarlier } from "#shows/read-earlier.ts";
import type { AppEnv } from "#web/app-env.ts";
import { describedRoutes, eventStream, json, languageQuery, PUBLIC_PROBLEMS, resumeHeaders } from "./describe.ts";
import { EVENT_STREAM, outgoingOf } from "./event-stream.ts";
import { createStreamGate } from "./stream-gate.ts";

/** What this needs of the caption hub. */
export type CaptionStreams = {
  attach(
    stream: { showId: string; language: Language | readonly Language[]; lastEventId?: string },
    response: ServerResponse,
  ): Promise<void>;
};

/** No show is as long as that. */
const END_MS = 2_147_483_647;
const languagesQuery = z.object({
  lang: z.preprocess((asked) => (typeof asked === "string" ? [asked] : asked), z.array(languageSchema).min(1).max(LANGUAGES.length)),
});
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
    async (c) =>
      follow(c, c.req.valid("param").token, (stream, response) => hub.attach({ ...stream, language: c.req.valid("query").lang }, response)),
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: `${path}/together`,
      tags: ["Live"],
      security: [],
      summary: "Captions in several languages on one connection",
      description: "For a page that shows more than one: a browser opens six connections to one server. Each event says its `language`.",
      request: { params: z.object({ token: z.string().max(300) }), query: languagesQuery, headers: resumeHeaders },
      responses: { 200: eventStream("snapshot, cue, gap and end of each language; finals carry an id"), ...PUBLIC_PROBLEMS },
    }),
    async (c) =>
      follow(c, c.req.valid("param").token, (stream, response) =>
        hub.attach({ ...stream, language: [...new Set(c.req.valid("query").lang)] }, response),
      ),
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
  for (const stream of ["captions", "captions/together"]) {
    routes.options(`/v1/live/:token/${stream}`, (c) =>
      c.body(null, 204, {
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET",
        "access-control-allow-headers": "Last-Event-ID, Cache-Control",
        "access-control-max-age": "86400",
      }),
    );
  }

  return routes;

  async function follow(
    c: Context<AppEnv>,
    token: string,
    attach: (stream: { showId: string; lastEventId?: string }, response: ServerResponse) => Promise<void>,
  ): Promise<Response> {
    c.header("access-control-allow-origin", "*");
    const grant = await gate.open(token);
    if (c.req.method === "HEAD") return c.body(null, 200, { "content-type": EVENT_STREAM });
    const response = outgoingOf(c);
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("x-request-id", c.get("requestId"));
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "no-referrer");
    const lastEventId = c.req.header("last-event-id");
    await attach({ showId: grant.showId, ...(lastEventId !== undefined && { lastEventId }) }, response);
    gate.watch(token, response);
    return RESPONSE_ALREADY_SENT;
  }
}
