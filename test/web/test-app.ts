import type { OpenAPIHono } from "@hono/zod-openapi";
import { createAccount } from "#access/create-account.ts";
import { createKey } from "#access/create-key.ts";
import { ensureOwner } from "#access/ensure-owner.ts";
import { createCaptionHub } from "#live/caption-hub.ts";
import type { AppEnv } from "#web/app-env.ts";
import { createApp } from "#web/app.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

export type Answer = { status: number; headers: Headers; text: string; json: Record<string, unknown> };
export type Ask = { key?: string; body?: unknown; headers?: Record<string, string> };
export type TestAccount = { id: string; key: string };

export type TestApp = {
  services: TestServices;
  app: OpenAPIHono<AppEnv>;
  ask(method: string, path: string, ask?: Ask): Promise<Answer>;
  /** A new account with one key of all scopes. */
  join(name: string): Promise<TestAccount>;
  close(): Promise<void>;
};

/** The whole app on PGlite in memory, asked without sockets. */
export async function createTestApp(env: Record<string, string> = {}): Promise<TestApp> {
  const services = await createTestServices({ env });
  await ensureOwner(services);
  const hub = createCaptionHub(services);
  const app = createApp(services, hub);
  return {
    services,
    app,
    async ask(method, path, { key, body, headers = {} } = {}) {
      const init = new Headers(headers);
      if (key !== undefined) init.set("authorization", `Bearer ${key}`);
      if (body !== undefined && !init.has("content-type")) init.set("content-type", "application/json");
      const sent = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
      const response = await app.request(path, { method, headers: init, ...(sent !== undefined && { body: sent }) });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, json: parse(text) };
    },
    async join(name) {
      const id = await createAccount(services, name);
      const { key } = await createKey(services, id, { name: "all", scopes: ["read", "write", "stream"] });
      return { id, key };
    },
    async close() {
      await hub.close();
      await services.close();
    },
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
