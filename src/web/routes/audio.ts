import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { AppError } from "#errors.ts";
import { AUDIO_ENDINGS } from "#models/transcriber.ts";
import type { Services } from "#services.ts";
import { sayAudio } from "#shows/say-audio.ts";
import { segmentRequestSchema } from "#shows/show.ts";
import type { AppEnv } from "#web/app-env.ts";
import { isKeepable } from "#web/middleware/check-text.ts";
import { describedRoutes, heardSchema, json, PROBLEMS, showPath } from "./describe.ts";

const AUDIO_TYPES = Object.keys(AUDIO_ENDINGS);
const { id, startMs, device } = segmentRequestSchema.shape;
const query = z.object({
  id: id.refine(isKeepable).meta({ description: "The segment's own id: the same id is the same sentence" }),
  device: device.unwrap().refine(isKeepable).optional(),
  startMs: z.coerce.number().pipe(startMs.unwrap()).optional(),
});
const sound = { schema: z.string().meta({ format: "binary" }) };

/** `/v1/shows/:id/audio`: a sentence as sound, for devices whose browser does not listen itself. */
export function audioRoutes(services: Services): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/shows/{id}/audio",
      tags: ["Shows"],
      summary: "What the streamer said, as sound: one sentence, at most 2 MiB",
      request: {
        params: showPath,
        query,
        body: { required: true, content: Object.fromEntries(AUDIO_TYPES.map((type) => [type, sound])) },
      },
      responses: {
        202: json(heardSchema.extend({ text: z.string(), hears: z.boolean() }), "What was heard; its captions follow"),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const mediaType = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
      if (!AUDIO_TYPES.includes(mediaType)) throw new AppError("unsupported_media_type");
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      if (bytes.length === 0) throw new AppError("audio_unreadable");
      const segment = { ...c.req.valid("query"), bytes, mediaType };
      return c.json(await sayAudio(services, c.get("caller").accountId, c.req.valid("param").id, segment), 202);
    },
  );

  return routes;
}
