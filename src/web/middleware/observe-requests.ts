import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { Services } from "#services.ts";
import type { AppEnv } from "#web/app-env.ts";

/** One log line and one measurement a request, by the route's pattern: paths and queries hold tokens and ids, so neither is written. */
export function observeRequests({ logger, metrics }: Pick<Services, "logger" | "metrics">) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const startedAt = performance.now();
    await next();
    const route = matchedRoutes(c).findLast(({ method }) => method !== "ALL")?.path ?? "none";
    const ms = performance.now() - startedAt;
    const { status } = c.res;
    metrics.httpDuration.observe({ method: c.req.method, route, status }, ms / 1000);
    const level = status >= 500 ? "error" : "info";
    logger[level]({ requestId: c.get("requestId"), method: c.req.method, route, status, ms: Math.round(ms) }, "request");
  });
}
