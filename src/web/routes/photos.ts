import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { AppError } from "#errors.ts";
import { addPhoto } from "#photos/add-photo.ts";
import { listPhotos } from "#photos/list-photos.ts";
import { photoPath, photoSchema, type Photo } from "#photos/photo.ts";
import { removePhoto } from "#photos/remove-photo.ts";
import type { Services } from "#services.ts";
import { ownStory } from "#stories/own-story.ts";
import type { AppEnv } from "#web/app-env.ts";
import { describedRoutes, json, photoParams, PROBLEMS, storyPath } from "./describe.ts";

const tags = ["Stories"];
const MEDIA_TYPES = ["image/jpeg", "image/png", "image/webp", "image/avif", "image/heic", "image/heif"];
const picture = { schema: z.string().meta({ format: "binary" }) };
const shownSchema = photoSchema.extend({ links: z.object({ large: z.string(), small: z.string() }) });

/** `/v1/stories/:id/photos`: the pictures on a story's listing. */
export function photoRoutes(services: Services): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/stories/{id}/photos",
      tags,
      summary: "Add a photo to the listing: at most 10 MiB and eight a story; the same bytes again are the same photo",
      request: {
        params: storyPath,
        body: { required: true, content: Object.fromEntries(MEDIA_TYPES.map((type) => [type, picture])) },
      },
      responses: { 201: json(shownSchema, "Taken: made anew in two sizes, without place, camera and name"), ...PROBLEMS },
    }),
    async (c) => {
      const mediaType = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
      if (!MEDIA_TYPES.includes(mediaType)) throw new AppError("unsupported_media_type");
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      return c.json(shown(await addPhoto(services, c.get("caller").accountId, c.req.valid("param").id, bytes)), 201);
    },
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/stories/{id}/photos",
      tags,
      summary: "The photos of a story, in the order they came",
      request: { params: storyPath },
      responses: { 200: json(z.object({ items: z.array(shownSchema) }), "All of them"), ...PROBLEMS },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      await ownStory(services, c.get("caller").accountId, id);
      return c.json({ items: (await listPhotos(services, id)).map(shown) }, 200);
    },
  );

  routes.openapi(
    createRoute({
      method: "delete",
      path: "/v1/stories/{id}/photos/{photoId}",
      tags,
      summary: "Take a photo off the listing",
      request: { params: photoParams },
      responses: { 204: { description: "Gone" }, ...PROBLEMS },
    }),
    async (c) => {
      const { id, photoId } = c.req.valid("param");
      await removePhoto(services, c.get("caller").accountId, id, photoId);
      return c.body(null, 204);
    },
  );

  return routes;
}

function shown(photo: Photo): z.infer<typeof shownSchema> {
  return { ...photo, links: { large: photoPath(photo, "large"), small: photoPath(photo, "small") } };
}
