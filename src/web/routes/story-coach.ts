import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { coachSchema } from "#pitches/coach.ts";
import { showPlanSchema } from "#pitches/show-plan.ts";
import type { Services } from "#services.ts";
import { coachGrower } from "#stories/coach-grower.ts";
import { findStory } from "#stories/find-story.ts";
import { planShowOfStories } from "#stories/plan-show-of-stories.ts";
import { paritySchema, tellParity } from "#stories/tell-parity.ts";
import type { AppEnv } from "#web/app-env.ts";
import { isKeepable } from "#web/middleware/check-text.ts";
import { describedRoutes, json, languageQuery, PROBLEMS, storyPath } from "./describe.ts";

const tags = ["Stories"];
const STORIES_BESIDE_MAX = 9;
const planQuery = z.object({
  minutes: z.coerce.number().min(5).max(720).default(60).meta({ description: "How long the show is, 5 to 720" }),
  with: z
    .string()
    .max(3_000)
    .refine(isKeepable)
    .transform((ids) =>
      ids
        .split(",")
        .map((id) => id.trim())
        .filter((id) => id !== ""),
    )
    .pipe(z.array(z.string().max(300)).max(STORIES_BESIDE_MAX))
    .optional()
    .meta({ description: "Ids of other stories sold in the same show, parted by commas" }),
});

/** What a story gives besides its script: the show around it, advice for the camera and the pack, and which fact is told where. */
export function storyCoachRoutes(services: Services): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/stories/{id}/plan",
      tags,
      summary: "A whole show over this story and others: warm-up, loops, answers, a guest, re-push, farewell",
      request: { params: storyPath, query: planQuery },
      responses: { 200: json(showPlanSchema, "The plan, in every language"), ...PROBLEMS },
    }),
    async (c) => {
      const { minutes, with: others } = c.req.valid("query");
      return c.json(await planShowOfStories(services, c.get("caller").accountId, c.req.valid("param").id, { minutes, others }), 200);
    },
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/stories/{id}/coach",
      tags,
      summary: "Advice for this product: a checklist, ten shots, and what to print on the pack",
      request: { params: storyPath, query: languageQuery },
      responses: { 200: json(coachSchema, "The advice; the label is in every language"), ...PROBLEMS },
    }),
    async (c) => {
      const [{ accountId }, { id: storyId }, { lang: language }] = [c.get("caller"), c.req.valid("param"), c.req.valid("query")];
      const { coach } = await coachGrower(services, { accountId, storyId, language });
      return c.json(coach, 200);
    },
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/stories/{id}/parity",
      tags,
      summary: "Which fact is told where, language by language",
      request: { params: storyPath },
      responses: { 200: json(paritySchema, "A row for each fact"), ...PROBLEMS },
    }),
    async (c) => c.json(tellParity(await findStory(services, c.get("caller").accountId, c.req.valid("param").id)), 200),
  );

  return routes;
}
