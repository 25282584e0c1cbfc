import type { Context } from "hono";
import type { Services } from "#services.ts";
import type { AppEnv } from "./app-env.ts";

/** Whether browsers reach us by TLS, so that a cookie may say so. */
export function isSecure({ config }: Pick<Services, "config">, c: Context<AppEnv>): boolean {
  return config.publicUrl?.startsWith("https:") === true || c.req.header("x-forwarded-proto") === "https";
}
