import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { checkTexts } from "#checks/check-texts.ts";
import { findingSchema } from "#checks/finding.ts";
import { convertPrices } from "#facts/convert-prices.ts";
import { factSchema } from "#facts/fact.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { languageSchema, MARKETS, marketSchema } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { NOTES_LENGTH_MAX } from "#stories/story.ts";
import type { AppEnv } from "#web/app-env.ts";
import { describedRoutes, json, jsonBody, PROBLEMS } from "./describe.ts";

const checkRequestSchema = z
  .object({
    notes: z.string().max(NOTES_LENGTH_MAX),
    texts: z.partialRecord(languageSchema, z.string().max(NOTES_LENGTH_MAX)),
    markets: z.array(marketSchema).min(1).max(MARKETS.length).optional(),
  })
  .meta({ id: "CheckRequest" });

const checkSchema = z.object({ ok: z.boolean(), facts: z.array(factSchema), findings: z.array(findingSchema) }).meta({ id: "Check" });

/** `/v1/checks`: the gate by itself. No model, nothing stored. */
export function checkRoutes(services: Services): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();
  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/checks",
      tags: ["Checks"],
      summary: "Is this text true to these notes, and lawful?",
      request: { body: jsonBody(checkRequestSchema) },
      responses: { 200: json(checkSchema, "The facts read and what was found"), ...PROBLEMS },
    }),
    (c) => {
      const { notes, texts, markets = [...MARKETS] } = c.req.valid("json");
      const words = { notes, answers: [] };
      const facts = convertPrices(readFactsByRules(words, markets).facts, services.config.exchangeRates);
      const say = services.words.in(c.get("language"), "findings");
      const findings = checkTexts({ words, facts, texts, markets, say });
      for (const { kind, language } of findings) services.metrics.findings.inc({ kind, language });
      return c.json({ ok: findings.every(({ severity }) => severity !== "block"), facts, findings }, 200);
    },
  );
  return routes;
}
