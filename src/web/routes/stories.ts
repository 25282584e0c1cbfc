import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { AppError } from "#errors.ts";
import { listingJsonLd } from "#listings/listing-json-ld.ts";
import { listPhotos } from "#photos/list-photos.ts";
import { photoPath } from "#photos/photo.ts";
import { blockSchema } from "#pitches/pitch.ts";
import type { Services } from "#services.ts";
import { answerQuestions } from "#stories/answer-questions.ts";
import { deleteStory } from "#stories/delete-story.ts";
import { editBlock } from "#stories/edit-block.ts";
import { undoEdit } from "#stories/undo-edit.ts";
import { findGrower } from "#stories/find-grower.ts";
import { findStory } from "#stories/find-story.ts";
import { listStories } from "#stories/list-stories.ts";
import { publishListing } from "#stories/publish-listing.ts";
import { requestStory } from "#stories/request-story.ts";
import { readStoryEvents, storyChannel } from "#stories/story-events.ts";
import { answersRequestSchema, blockEditSchema, storyRequestSchema, storySchema } from "#stories/story.ts";
import type { AppEnv } from "#web/app-env.ts";
import {
  blockPath,
  creatingHeaders,
  describedRoutes,
  eventStream,
  json,
  jsonBody,
  languageQuery,
  listQuery,
  pageOf,
  PROBLEMS,
  resumeHeaders,
  storyPath,
} from "./describe.ts";
import { followEvents } from "./event-stream.ts";

const tags = ["Stories"];
const acceptedSchema = z.object({
  id: z.string(),
  status: z.literal("requested"),
  links: z.object({ self: z.string(), events: z.string() }),
});
const summarySchema = storySchema.pick({ id: true, status: true, createdAt: true, updatedAt: true }).extend({ title: z.string() });

/** `/v1/stories`: one product's notes and everything told from them. */
export function storyRoutes(services: Services, stopping: AbortSignal): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/stories",
      tags,
      summary: "Have a grower's notes told in every language",
      request: { headers: creatingHeaders, body: jsonBody(storyRequestSchema) },
      responses: { 202: json(acceptedSchema, "Taken; it is told in the background"), ...PROBLEMS },
    }),
    async (c) => {
      const { id } = await requestStory(services, c.get("caller").accountId, c.req.valid("json"), c.get("seed"));
      return c.json(accepted(services, id), 202);
    },
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/stories",
      tags,
      summary: "List stories, newest first",
      request: { query: listQuery },
      responses: { 200: json(pageOf(summarySchema), "A page"), ...PROBLEMS },
    }),
    async (c) => c.json(await listStories(services, c.get("caller").accountId, c.req.valid("query")), 200),
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/stories/{id}",
      tags,
      summary: "A story with its facts, pitches, listings and findings",
      request: { params: storyPath },
      responses: { 200: json(storySchema, "The story"), ...PROBLEMS },
    }),
    async (c) => c.json(await findStory(services, c.get("caller").accountId, c.req.valid("param").id), 200),
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/stories/{id}/events",
      tags,
      summary: "Follow the telling: story-start, facts, block, pitch or pitch-failed, story-end or story-failed",
      request: { params: storyPath, headers: resumeHeaders },
      responses: {
        200: eventStream("Events, each with its id"),
        204: { description: "The telling is over and nothing was missed" },
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const read = (afterSeq: number) => readStoryEvents(services, c.get("caller").accountId, id, afterSeq);
      return followEvents(services, c, { kind: "story", channel: storyChannel(id), read, stopping });
    },
  );

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/stories/{id}/answers",
      tags,
      summary: "Answer questions; the story is told again with them",
      request: { params: storyPath, headers: creatingHeaders, body: jsonBody(answersRequestSchema) },
      responses: { 202: json(acceptedSchema, "Taken"), ...PROBLEMS },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      await answerQuestions(services, c.get("caller").accountId, id, c.req.valid("json"));
      return c.json(accepted(services, id), 202);
    },
  );

  routes.openapi(
    createRoute({
      method: "patch",
      path: "/v1/stories/{id}/pitches/{language}/blocks/{blockId}",
      tags,
      summary: "Put a person's own words in a block",
      request: { params: blockPath, body: jsonBody(blockEditSchema) },
      responses: { 200: json(blockSchema, "The block, edited"), ...PROBLEMS },
    }),
    async (c) => {
      const { id, language, blockId } = c.req.valid("param");
      return c.json(await editBlock(services, c.get("caller").accountId, { storyId: id, language, blockId }, c.req.valid("json")), 200);
    },
  );

  routes.openapi(
    createRoute({
      method: "delete",
      path: "/v1/stories/{id}/pitches/{language}/blocks/{blockId}/edit",
      tags,
      summary: "Take a person's edit back: the writer's words again",
      request: { params: blockPath },
      responses: { 204: { description: "Taken back" }, ...PROBLEMS },
    }),
    async (c) => {
      const { id, language, blockId } = c.req.valid("param");
      await undoEdit(services, c.get("caller").accountId, { storyId: id, language, blockId });
      return c.body(null, 204);
    },
  );

  routes.openapi(
    createRoute({
      method: "put",
      path: "/v1/stories/{id}/publication",
      tags,
      summary: "Show the listing in the catalogue and to search engines, or only to who has its address",
      request: { params: storyPath, body: jsonBody(z.object({ published: z.boolean() })) },
      responses: { 204: { description: "Done" }, ...PROBLEMS },
    }),
    async (c) => {
      await publishListing(services, c.get("caller").accountId, c.req.valid("param").id, c.req.valid("json").published);
      return c.body(null, 204);
    },
  );

  routes.openapi(
    createRoute({
      method: "delete",
      path: "/v1/stories/{id}",
      tags,
      summary: "Remove a story and all that was told from it",
      request: { params: storyPath },
      responses: { 204: { description: "Gone" }, ...PROBLEMS },
    }),
    async (c) => {
      await deleteStory(services, c.get("caller").accountId, c.req.valid("param").id);
      return c.body(null, 204);
    },
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/stories/{id}/listing.jsonld",
      tags,
      summary: "The listing as schema.org JSON-LD",
      request: { params: storyPath, query: languageQuery },
      responses: { 200: { description: "JSON-LD", content: { "application/ld+json": { schema: z.looseObject({}) } } }, ...PROBLEMS },
    }),
    async (c) => {
      const { lang: language } = c.req.valid("query");
      const { accountId } = c.get("caller");
      const story = await findStory(services, accountId, c.req.valid("param").id);
      const listing = story.listings[language];
      if (listing === undefined) throw new AppError("listing_not_found");
      const origin = services.config.publicUrl ?? new URL(c.req.url).origin;
      const [photos, { name: grower }] = await Promise.all([listPhotos(services, story.id), findGrower(services, accountId)]);
      const images = photos.map((photo) => origin + photoPath(photo, "large"));
      const linkedData = listingJsonLd({ listing, facts: story.facts, language, origin, images, grower });
      return c.json(linkedData, 200, { "content-type": "application/ld+json" });
    },
  );

  return routes;
}

function accepted({ config }: Services, id: string): z.infer<typeof acceptedSchema> {
  const self = `${config.publicUrl ?? ""}/v1/stories/${id}`;
  return { id, status: "requested", links: { self, events: `${self}/events` } };
}
