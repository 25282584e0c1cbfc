import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import type { Services } from "#services.ts";
import { findReply } from "#shows/find-reply.ts";
import { buyerCommentSchema } from "#shows/show.ts";
import type { AppEnv } from "#web/app-env.ts";
import { checkText } from "#web/middleware/check-text.ts";
import type { RateLimits } from "#web/middleware/limit-rate.ts";
import { openWatchToken, takeBuyerComment } from "#web/take-buyer-comment.ts";
import { commentPath, describedRoutes, json, jsonBody, PUBLIC_PROBLEMS, SHOW_OVER } from "./describe.ts";

const tags = ["Live"];
const watchPath = z.object({ token: z.string().max(300) });

/** `/v1/live/:token/comments`: what buyers ask from the viewers' page, and what they are answered. */
export function buyerRoutes(services: Services, limits: RateLimits | undefined): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/live/{token}/comments",
      tags,
      security: [],
      summary: "A buyer's comment, from the viewers' page",
      middleware: checkText,
      request: { params: watchPath, body: jsonBody(buyerCommentSchema) },
      responses: { 202: json(z.object({ id: z.string() }), "Taken; the streamer sees it in Vietnamese"), ...PUBLIC_PROBLEMS, ...SHOW_OVER },
    }),
    async (c) => {
      const comment = c.req.valid("json");
      await takeBuyerComment(services, limits, c, { token: c.req.valid("param").token, comment });
      return c.json({ id: comment.id }, 202);
    },
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/live/{token}/comments/{commentId}",
      tags,
      security: [],
      summary: "What the streamer answered",
      request: { params: watchPath.extend({ commentId: commentPath.shape.commentId }) },
      responses: {
        200: json(
          z.object({ id: z.string(), reply: z.string().nullable(), outdated: z.boolean() }),
          "The answer, null until there is one; outdated: the show has said otherwise since",
        ),
        ...PUBLIC_PROBLEMS,
      },
    }),
    async (c) => {
      const { token, commentId } = c.req.valid("param");
      const { showId } = await openWatchToken(services, token);
      return c.json({ id: commentId, ...(await findReply(services, showId, commentId)) }, 200);
    },
  );

  return routes;
}
