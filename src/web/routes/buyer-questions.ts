import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { answerBuyer } from "#buyers/answer-buyer.ts";
import { buyerQuestionSchema, buyerReplySchema, replyOutcomeSchema } from "#buyers/buyer-question.ts";
import { listBuyerQuestions } from "#buyers/list-buyer-questions.ts";
import { removeBuyerQuestion } from "#buyers/remove-buyer-question.ts";
import { followQuestions, questionsChannel } from "#buyers/follow-questions.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "#web/app-env.ts";
import {
  askedPath,
  creatingHeaders,
  describedRoutes,
  eventStream,
  json,
  jsonBody,
  listQuery,
  pageOf,
  PROBLEMS,
  resumeHeaders,
  storyPath,
} from "./describe.ts";
import { followEvents } from "./event-stream.ts";

const tags = ["Stories"];
const query = listQuery.extend({ open: z.stringbool().optional().meta({ description: "true: only what is not answered" }) });

/** `/v1/stories/:id/buyer-questions`: what buyers asked on a story's listing, for its grower; and a bell for all of them. */
export function buyerQuestionRoutes(services: Services, stopping: AbortSignal): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/stories/{id}/buyer-questions",
      tags,
      summary: "What buyers asked, in Vietnamese, newest first, with suggested replies",
      request: { params: storyPath, query },
      responses: { 200: json(pageOf(buyerQuestionSchema), "A page"), ...PROBLEMS },
    }),
    async (c) => c.json(await listBuyerQuestions(services, c.get("caller").accountId, c.req.valid("param").id, c.req.valid("query")), 200),
  );

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/stories/{id}/buyer-questions/{questionId}/reply",
      tags,
      summary: "Answer a buyer in Vietnamese, or with the suggestion; it reaches them in their language",
      request: { params: askedPath, headers: creatingHeaders, body: jsonBody(buyerReplySchema) },
      responses: { 200: json(replyOutcomeSchema, "Sent, or what the gate found in it"), ...PROBLEMS },
    }),
    async (c) => {
      const { id: storyId, questionId } = c.req.valid("param");
      return c.json(await answerBuyer(services, c.get("caller").accountId, { storyId, questionId }, c.req.valid("json")), 200);
    },
  );

  routes.openapi(
    createRoute({
      method: "delete",
      path: "/v1/stories/{id}/buyer-questions/{questionId}",
      tags,
      summary: "Take a buyer's question away",
      request: { params: askedPath },
      responses: { 204: { description: "Gone" }, ...PROBLEMS },
    }),
    async (c) => {
      const { id, questionId } = c.req.valid("param");
      await removeBuyerQuestion(services, c.get("caller").accountId, id, questionId);
      return c.body(null, 204);
    },
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/buyer-questions/events",
      tags,
      summary: "Hear when buyers ask: how many are asked, read, answered and told, by story",
      request: { headers: resumeHeaders },
      responses: { 200: eventStream("`questions`: all counts, at first and whenever one has changed"), ...PROBLEMS },
    }),
    async (c) => {
      const { accountId } = c.get("caller");
      return followEvents(services, c, {
        kind: "questions",
        channel: questionsChannel(accountId),
        read: followQuestions(services, accountId),
        stopping,
      });
    },
  );

  return routes;
}
