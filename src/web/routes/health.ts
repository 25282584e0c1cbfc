import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import type { Services } from "#services.ts";
import type { AppEnv } from "#web/app-env.ts";
import { describedRoutes, json } from "./describe.ts";

const tags = ["Health"];
const security: Record<string, string[]>[] = [];
/** A store that does not answer within this time is down. */
const PING_TIMEOUT_MS = 1_000;

const readinessSchema = z.object({
  ready: z.boolean(),
  stores: z.object({ database: z.boolean(), queue: z.boolean(), events: z.boolean() }),
});

/** What watches over the process asks these; they tell nothing about anybody. */
export function healthRoutes(services: Services): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "get",
      path: "/healthz",
      tags,
      security,
      summary: "The process answers",
      responses: { 200: json(z.object({ ok: z.literal(true) }), "It does") },
    }),
    (c) => c.json({ ok: true } as const, 200),
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/readyz",
      tags,
      security,
      summary: "Its stores answer",
      responses: { 200: json(readinessSchema, "All do"), 503: json(readinessSchema, "These do not") },
    }),
    async (c) => {
      const stores = {
        database: await answers(() => withTimeout(services.database.ping())),
        queue: await answers(async () => services.jobs.requireReady()),
        events: services.bus.healthy,
      };
      const ready = Object.values(stores).every(Boolean);
      return c.json({ ready, stores }, ready ? 200 : 503);
    },
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/metrics",
      tags,
      security,
      summary: "Prometheus metrics",
      responses: { 200: { description: "Text exposition format", content: { "text/plain": { schema: z.string() } } } },
    }),
    async (c) => {
      const { registry } = services.metrics;
      // The queue's depth is read now; while its store is away the last one known stays.
      await answers(() => withTimeout(services.jobs.counts()));
      return c.text(await registry.metrics(), 200, { "content-type": registry.contentType });
    },
  );

  return routes;
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  return ask().then(
    () => true,
    () => false,
  );
}

async function withTimeout<T>(answer: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("no answer in time")), PING_TIMEOUT_MS);
  return Promise.race([answer, promise]).finally(() => clearTimeout(timer));
}
