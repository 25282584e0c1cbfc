import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import type { Services } from "#services.ts";
import { addComment } from "#shows/add-comment.ts";
import { commentsChannel, readComments } from "#shows/read-comments.ts";
import { replyToComment } from "#shows/reply-to-comment.ts";
import { commentRequestSchema } from "#shows/show.ts";
import type { AppEnv } from "#web/app-env.ts";
import {
  commentPath,
  creatingHeaders,
  describedRoutes,
  eventStream,
  json,
  jsonBody,
  PROBLEMS,
  resumeHeaders,
  showPath,
} from "./describe.ts";
import { followEvents } from "./event-stream.ts";

const tags = ["Shows"];
const replySchema = z.object({ text: z.string().trim().min(1).max(1_000) }).meta({ id: "CommentReply" });

/** `/v1/shows/:id/comments`: what buyers write, in Vietnamese for the streamer, with a reply where the facts have one. */
export function commentRoutes(services: Services, stopping: AbortSignal): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/shows/{id}/comments",
      tags,
      summary: "A buyer's comment",
      request: { params: showPath, headers: creatingHeaders, body: jsonBody(commentRequestSchema) },
      responses: { 202: json(z.object({ id: z.string() }), "Taken; its translation follows as an event"), ...PROBLEMS },
    }),
    async (c) => {
      const comment = c.req.valid("json");
      await addComment(services, c.get("caller").accountId, c.req.valid("param").id, comment);
      return c.json({ id: comment.id }, 202);
    },
  );

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/shows/{id}/comments/{commentId}/reply",
      tags,
      summary: "Answer a comment; whoever wrote it on the viewers' page sees it there",
      request: { params: commentPath, headers: creatingHeaders, body: jsonBody(replySchema) },
      responses: { 200: json(replySchema, "Taken"), ...PROBLEMS },
    }),
    async (c) => {
      const { id, commentId } = c.req.valid("param");
      const { text } = c.req.valid("json");
      await replyToComment(services, c.get("caller").accountId, id, commentId, text);
      return c.json({ text }, 200);
    },
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/shows/{id}/comments/events",
      tags,
      summary: "Follow the comments, in Vietnamese, with suggested replies",
      request: { params: showPath, headers: resumeHeaders },
      responses: {
        200: eventStream("Comments, each with its id"),
        204: { description: "The show is over and nothing was missed" },
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const read = (afterSeq: number) => readComments(services, c.get("caller").accountId, id, afterSeq);
      return followEvents(services, c, { kind: "comments", channel: commentsChannel(id), read, stopping });
    },
  );

  return routes;
}
