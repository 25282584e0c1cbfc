import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { createCaptionHub } from "#live/caption-hub.ts";
import type { Services } from "#services.ts";
import { createApp } from "./app.ts";
import { createRateLimits } from "./middleware/limit-rate.ts";

/** A client that takes longer to send its headers, or its whole request, is cut. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const IDLE_CHECK_MS = 50;

type Web = { url: string; services: Services; close(graceMs: number): Promise<void> };

/**
 * Serves on `host` and `port` (0: any free one). `services` are those it serves with: links name the port that was found.
 * `close` ends streams politely, lets requests finish for `graceMs`, then cuts.
 */
export async function startWeb(services: Services): Promise<Web> {
  const server = createServer({ headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS });
  const url = await listen(server, services.config);
  const config = { ...services.config, publicUrl: services.config.publicUrl ?? url };
  const served = { ...services, config };
  const hub = createCaptionHub(served);
  const limits = createRateLimits(config);
  const stopping = new AbortController();
  const app = createApp(served, hub, { limits, stopping: stopping.signal });
  const serve = getRequestListener(app.fetch);
  server.on("request", (incoming, outgoing) => void serve(incoming, outgoing));
  return {
    url,
    services: served,
    async close(graceMs) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      stopping.abort();
      const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
      await Promise.race([Promise.all([hub.close(), closed]), sleep(graceMs, undefined, { ref: false })]);
      clearInterval(idle);
      server.closeAllConnections();
      await closed;
      limits?.close();
    },
  };
}

async function listen(server: Server, { host, port }: Services["config"]): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
}
