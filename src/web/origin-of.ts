import type { Context } from "hono";
import type { Services } from "#services.ts";
import type { AppEnv } from "./app-env.ts";

/** How the world reaches this server: as configured, else as this browser did. */
export function originOf({ config }: Pick<Services, "config">, c: Context<AppEnv>): string {
  return config.publicUrl ?? new URL(c.req.url).origin;
}
