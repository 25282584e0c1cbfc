import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { languageSchema } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { correctCue } from "#shows/correct-cue.ts";
import { cueSchema, PROVENANCES } from "#shows/cue.ts";
import { endShow } from "#shows/end-show.ts";
import { exportCaptions } from "#shows/export-captions.ts";
import { LAYOUT_NAMES } from "#shows/lay-out-lines.ts";
import { findShow } from "#shows/find-show.ts";
import { listShows } from "#shows/list-shows.ts";
import { openShow } from "#shows/open-show.ts";
import { renewTokens } from "#shows/renew-tokens.ts";
import { retractCue } from "#shows/retract-cue.ts";
import { saySegment } from "#shows/say-segment.ts";
import { deviceSchema, segmentRequestSchema, showRequestSchema, showSchema } from "#shows/show.ts";
import { showBudget, showBudgetSchema } from "#shows/show-budget.ts";
import { showStats } from "#shows/show-stats.ts";
import { micSchema, takeMic } from "#shows/take-mic.ts";
import type { AppEnv } from "#web/app-env.ts";
import {
  creatingHeaders,
  cuePath,
  describedRoutes,
  heardSchema,
  json,
  jsonBody,
  languageQuery,
  listQuery,
  pageOf,
  PROBLEMS,
  showPath,
} from "./describe.ts";

const tags = ["Shows"];
const correctionSchema = z.object({ language: languageSchema, text: z.string().trim().min(1).max(2_000) }).meta({ id: "Correction" });
const latencySchema = z.object({ p50: z.number(), p95: z.number(), p99: z.number() });
const mendedSchema = z.object({ corrected: z.int(), retracted: z.int() });
const statsSchema = z
  .object({
    cues: z.int(),
    byProvenance: z.partialRecord(z.enum(PROVENANCES), z.int()),
    latencyMs: z.partialRecord(languageSchema, latencySchema),
    flicker: z.partialRecord(languageSchema, z.number()),
    late: z.int(),
    failed: z.int(),
    dropped: z.int(),
    sentences: z.int(),
    script: mendedSchema.extend({ sentences: z.int() }),
    machine: mendedSchema.extend({ captions: z.int() }),
    tokens: showBudgetSchema,
  })
  .meta({ id: "ShowStats" });

const EXPORTS = [
  { format: "vtt", mediaType: "text/vtt" },
  { format: "srt", mediaType: "application/x-subrip" },
  { format: "txt", mediaType: "text/plain" },
  { format: "json", mediaType: "application/json" },
] as const;

/** `/v1/shows`: a live broadcast and its captions. */
export function showRoutes(services: Services): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/shows",
      tags,
      summary: "Open a show",
      request: { headers: creatingHeaders, body: jsonBody(showRequestSchema) },
      responses: { 201: json(showSchema, "The show and its links"), ...PROBLEMS },
    }),
    async (c) => c.json(await openShow(services, c.get("caller").accountId, c.req.valid("json"), c.get("seed")), 201),
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/shows",
      tags,
      summary: "List shows, newest first",
      request: { query: listQuery },
      responses: { 200: json(pageOf(showSchema), "A page"), ...PROBLEMS },
    }),
    async (c) => c.json(await listShows(services, c.get("caller").accountId, c.req.valid("query")), 200),
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/shows/{id}",
      tags,
      summary: "A show and its links",
      request: { params: showPath },
      responses: { 200: json(showSchema, "The show"), ...PROBLEMS },
    }),
    async (c) => c.json(await findShow(services, c.get("caller").accountId, c.req.valid("param").id), 200),
  );

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/shows/{id}/segments",
      tags,
      summary: "What the streamer said, as the recogniser heard it",
      request: { params: showPath, headers: creatingHeaders, body: jsonBody(segmentRequestSchema) },
      responses: { 202: json(heardSchema, "Taken; its captions follow"), ...PROBLEMS },
    }),
    async (c) => c.json(await saySegment(services, c.get("caller").accountId, c.req.valid("param").id, c.req.valid("json")), 202),
  );

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/shows/{id}/mic",
      tags,
      summary: "Take the show's microphone where it is free, and see whose it is",
      request: { params: showPath, headers: creatingHeaders, body: jsonBody(z.object({ device: deviceSchema })) },
      responses: { 200: json(micSchema, "Whose microphone is on; 15 seconds without a sentence set it free"), ...PROBLEMS },
    }),
    async (c) => c.json(await takeMic(services, c.get("caller").accountId, c.req.valid("param").id, c.req.valid("json").device), 200),
  );

  routes.openapi(
    createRoute({
      method: "put",
      path: "/v1/shows/{id}/cues/{cue}",
      tags,
      summary: "Correct a caption",
      request: { params: cuePath, body: jsonBody(correctionSchema) },
      responses: { 200: json(cueSchema, "The caption's new revision"), ...PROBLEMS },
    }),
    async (c) => {
      const { id, cue } = c.req.valid("param");
      return c.json(await correctCue(services, c.get("caller").accountId, id, cue, c.req.valid("json")), 200);
    },
  );

  routes.openapi(
    createRoute({
      method: "delete",
      path: "/v1/shows/{id}/cues/{cue}",
      tags,
      summary: "Take a caption back in every language",
      request: { params: cuePath },
      responses: { 204: { description: "Retracted" }, ...PROBLEMS },
    }),
    async (c) => {
      const { id, cue } = c.req.valid("param");
      await retractCue(services, c.get("caller").accountId, id, cue);
      return c.body(null, 204);
    },
  );

  for (const { format, mediaType } of EXPORTS) {
    routes.openapi(
      createRoute({
        method: "get",
        path: `/v1/shows/{id}/captions.${format}`,
        tags,
        summary: `The record of the show as ${format.toUpperCase()}, last revisions only`,
        request: { params: showPath, query: languageQuery.extend({ layout: z.enum(LAYOUT_NAMES).optional() }) },
        responses: { 200: { description: "The record", content: { [mediaType]: { schema: z.unknown() } } }, ...PROBLEMS },
      }),
      async (c) => {
        const { lang: language, layout } = c.req.valid("query");
        const asked = { language, layout };
        const record = await exportCaptions(services, c.get("caller").accountId, c.req.valid("param").id, format, asked);
        return c.body(record.body, 200, { "content-type": record.contentType });
      },
    );
  }

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/shows/{id}/stats",
      tags,
      summary: "How the captions did",
      request: { params: showPath },
      responses: { 200: json(statsSchema, "Counts, and latencies in milliseconds"), ...PROBLEMS },
    }),
    async (c) => c.json(await showStats(services, c.get("caller").accountId, c.req.valid("param").id), 200),
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/shows/{id}/budget",
      tags,
      summary: "What models have used of the show's budget",
      request: { params: showPath },
      responses: { 200: json(showBudgetSchema, "Tokens, in and out together"), ...PROBLEMS },
    }),
    async (c) => c.json(await showBudget(services, c.get("caller").accountId, c.req.valid("param").id), 200),
  );

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/shows/{id}/end",
      tags,
      summary: "End a show",
      request: { params: showPath, headers: creatingHeaders },
      responses: { 200: json(showSchema, "The show, ended"), ...PROBLEMS },
    }),
    async (c) => c.json(await endShow(services, c.get("caller").accountId, c.req.valid("param").id), 200),
  );

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/shows/{id}/tokens",
      tags,
      summary: "Renew the links: all earlier ones stop working",
      request: { params: showPath, headers: creatingHeaders },
      responses: { 201: json(showSchema, "The show with new links"), ...PROBLEMS },
    }),
    async (c) => c.json(await renewTokens(services, c.get("caller").accountId, c.req.valid("param").id), 201),
  );

  return routes;
}
