import { randomBytes } from "node:crypto";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "#web/app-env.ts";

/** The page that OBS and other mixers put in a frame of their own. */
const OVERLAY = "/overlay/";
/** The page that hands captions to OBS on the streamer's own computer. */
const CONSOLE = /^\/shows\/[^/]+$/;
/** The pages of a show: what strangers write comes on them as it is written. */
const LIVE = /^\/(?:watch|shows)\//;

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
  return {
    "content-security-policy": (isPage ? pagePolicy(path, nonce) : ["default-src 'none'", NOT_FRAMED]).join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
  };
}

const NOT_FRAMED = "frame-ancestors 'none'";
/** No text becomes markup, a script or a script's address by any of the browser's own calls. */
const TRUSTED_TYPES = "require-trusted-types-for 'script'";

function pagePolicy(path: string, nonce: string): string[] {
  if (path.startsWith(OVERLAY)) return overlayPolicy(nonce);
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    CONSOLE.test(path) ? "connect-src 'self' ws://127.0.0.1:* ws://localhost:*" : "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    NOT_FRAMED,
  ];
  return LIVE.test(path) ? [...policy, TRUSTED_TYPES, "trusted-types 'none'"] : policy;
}

/** Display only: nothing is loaded but what carries the nonce. Its one policy for types is the page's own, see `custom-styles.ts`. */
function overlayPolicy(nonce: string): string[] {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    TRUSTED_TYPES,
    "trusted-types default",
  ];
}
