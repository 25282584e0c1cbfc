import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { OWNER_ACCOUNT_ID, SCOPES } from "#access/caller.ts";
import { createAccount } from "#access/create-account.ts";
import { createKey } from "#access/create-key.ts";
import { listKeys } from "#access/list-keys.ts";
import { revokeKey } from "#access/revoke-key.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "#web/app-env.ts";
import { describedRoutes, json, jsonBody, keyPath, listQuery, pageOf, PROBLEMS } from "./describe.ts";

const tags = ["Keys"];
const nameSchema = z.string().trim().min(1).max(100);
const scopesSchema = z.array(z.enum(SCOPES)).min(1).max(SCOPES.length);
const keyRequestSchema = z
  .object({ name: nameSchema, scopes: scopesSchema.default([...SCOPES]), account: nameSchema.optional() })
  .meta({ id: "KeyRequest" });
const newKeySchema = z.object({ id: z.string(), key: z.string(), name: z.string(), scopes: scopesSchema }).meta({ id: "NewKey" });
const summarySchema = z
  .object({
    id: z.string(),
    account: z.string(),
    name: z.string(),
    scopes: scopesSchema,
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().optional(),
    revokedAt: z.iso.datetime().optional(),
  })
  .meta({ id: "Key" });

/** `/v1/keys`: an account's own keys; the owner's reach all accounts. */
export function keyRoutes(services: Services): OpenAPIHono<AppEnv> {
  const routes = describedRoutes();

  routes.openapi(
    createRoute({
      method: "post",
      path: "/v1/keys",
      tags,
      summary: "Make a key",
      description: "The key is shown this once, so this POST takes no Idempotency-Key. Only the owner may name another `account`.",
      request: { body: jsonBody(keyRequestSchema) },
      responses: { 201: json(newKeySchema, "The key; keep it"), ...PROBLEMS },
    }),
    async (c) => {
      const caller = c.get("caller");
      const { name, scopes, account } = c.req.valid("json");
      if (scopes.some((scope) => !caller.scopes.includes(scope))) throw new AppError("forbidden");
      if (account !== undefined && caller.accountId !== OWNER_ACCOUNT_ID) throw new AppError("forbidden");
      const accountId = account === undefined ? caller.accountId : await createAccount(services, account);
      c.header("cache-control", "no-store");
      return c.json(await createKey(services, accountId, { name, scopes }), 201);
    },
  );

  routes.openapi(
    createRoute({
      method: "get",
      path: "/v1/keys",
      tags,
      summary: "List keys, newest first; never the keys themselves",
      request: { query: listQuery },
      responses: { 200: json(pageOf(summarySchema), "A page"), ...PROBLEMS },
    }),
    async (c) => c.json(await listKeys(services, c.get("caller").accountId, c.req.valid("query")), 200),
  );

  routes.openapi(
    createRoute({
      method: "delete",
      path: "/v1/keys/{id}",
      tags,
      summary: "Revoke a key",
      request: { params: keyPath },
      responses: { 204: { description: "Revoked, everywhere within a second" }, ...PROBLEMS },
    }),
    async (c) => {
      await revokeKey(services, c.get("caller").accountId, c.req.valid("param").id);
      return c.body(null, 204);
    },
  );

  return routes;
}
