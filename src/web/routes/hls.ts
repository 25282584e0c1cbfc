import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import type { Services } from "#services.ts";
import { hlsPlaylist, hlsSegment } from "#shows/hls-captions.ts";
import type { AppEnv } from "#web/app-env.ts";
import { describedRoutes, languageQuery, PUBLIC_PROBLEMS } from "./describe.ts";
import { createStreamGate } from "./stream-gate.ts";

const PLAYLIST = "application/vnd.apple.mpegurl";
const MPEGTS_MAX = 2 ** 33 - 1;

const tags = ["Live"];
const token = z.string().max(300);
const query = languageQuery.extend({
  mpegts: z.coerce
    .number()
    .int()
    .min(0)
    .max(MPEGTS_MAX)
    .default(0)
    .meta({ description: "Where the show's first moment lies on the video's clock, in ticks of 1/90,000 s" }),
});

/** `/v1/live/:token/captions.m3u8`: captions as HLS subtitles, for players that show the video themselves. */
export function hlsRoutes(services: Services): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();
  const gate = createStreamGate(services);

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/live/{token}/captions.m3u8",
      tags,
      security: [],
      summary: "Captions as an HLS subtitle playlist",
      request: { params: z.object({ token }), query },
      responses: { 200: { description: "The playlist", content: { [PLAYLIST]: { schema: z.string() } } }, ...PUBLIC_PROBLEMS },
    }),
    async (c) => {
      c.header("access-control-allow-origin", "*");
      const { lang: language, mpegts } = c.req.valid("query");
      const { showId } = await gate.open(c.req.valid("param").token);
      const playlist = await hlsPlaylist(
        services,
        { showId, language, mpegts },
        (index) => `captions/${index}.vtt?lang=${language}&mpegts=${mpegts}`,
      );
      return c.body(playlist, 200, { "content-type": PLAYLIST, "cache-control": "max-age=1" });
    },
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/live/{token}/captions/{segment}",
      tags,
      security: [],
      summary: "One WebVTT segment of that playlist",
      request: { params: z.object({ token, segment: z.string().regex(/^\d{1,6}\.vtt$/) }), query },
      responses: { 200: { description: "The segment", content: { "text/vtt": { schema: z.string() } } }, ...PUBLIC_PROBLEMS },
    }),
    async (c) => {
      c.header("access-control-allow-origin", "*");
      const { lang: language, mpegts } = c.req.valid("query");
      const { token, segment } = c.req.valid("param");
      const { showId } = await gate.open(token);
      const body = await hlsSegment(services, { showId, language, mpegts }, Number.parseInt(segment, 10));
      return c.body(body, 200, { "content-type": "text/vtt; charset=utf-8", "cache-control": "max-age=1" });
    },
  );

  return routes;
}
