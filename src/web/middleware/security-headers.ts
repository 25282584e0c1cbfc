import { randomBytes } from "node:crypto";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "#web/app-env.ts";

/** The page that OBS and other mixers put in a frame of their own. */
const OVERLAY = "/overlay/";

/**
 * Headers of every answer. A page runs only its own files and the elements that carry `c.get("nonce")`; a handler
 * that needs another policy sets `content-security-policy` itself, and it stands.
 */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  const nonce = randomBytes(16).toString("base64");
  c.set("nonce", nonce);
  await next();
  // An event stream has sent its own.
  if (c.res.headers.has("x-hono-already-sent")) return;
  c.res.headers.set("x-request-id", c.get("requestId"));
  for (const [name, value] of Object.entries(headersFor(c.req.path, c.res.headers.get("content-type"), nonce))) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
});

/** The headers for one answer; the event streams, which write to Node's response, take them from here too. */
export function headersFor(path: string, contentType: string | null, nonce = ""): Record<string, string> {
  const isPage = contentType?.startsWith("text/html") ?? false;
  const policy = isPage ? pagePolicy(nonce) : ["default-src 'none'"];
  if (!path.startsWith(OVERLAY)) policy.push("frame-ancestors 'none'");
  return {
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
  };
}

function pagePolicy(nonce: string): string[] {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ];
}
