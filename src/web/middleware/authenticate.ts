import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { Caller } from "#access/caller.ts";
import { findCallerByKey } from "#access/find-caller-by-key.ts";
import { findCallerBySession } from "#access/find-caller-by-session.ts";
import { hashSecret } from "#access/key-format.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "#web/app-env.ts";

export const SESSION_COOKIE = "farmcast_session";
/** A revoked key is refused within this time: a thousand requests a second are not a thousand look-ups. */
const TRUST_MS = 500;
const TRUSTED_MAX = 1_000;
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Lets in who has a key (`Authorization: Bearer`) or a browser session, and sets `caller`. */
export function authenticate(services: Services) {
  const trusted = new Map<string, { caller: Caller; until: number }>();
  const callerByKey = async (key: string): Promise<Caller | undefined> => {
    const hash = hashSecret(key);
    const known = trusted.get(hash);
    if (known !== undefined && known.until > performance.now()) return known.caller;
    trusted.delete(hash);
    const caller = await findCallerByKey(services, key);
    if (trusted.size >= TRUSTED_MAX) trusted.clear();
    if (caller !== undefined) trusted.set(hash, { caller, until: performance.now() + TRUST_MS });
    return caller;
  };
  return createMiddleware<AppEnv>(async (c, next) => {
    const authorization = c.req.header("authorization");
    const caller = authorization === undefined ? await callerBySession(services, c) : await callerByKey(bearerOf(authorization));
    if (caller === undefined) throw new AppError("unauthorized");
    c.set("caller", caller);
    await next();
  });
}

/** Whose browser this is, for pages that also greet strangers. */
export async function callerBySession(services: Services, c: Context<AppEnv>): Promise<Caller | undefined> {
  const secret = getCookie(c, SESSION_COOKIE);
  if (secret === undefined) return undefined;
  if (!SAFE_METHODS.has(c.req.method)) requireOwnPage(services, c);
  return findCallerBySession(services, secret);
}

/** `OWNER_KEY` is any text, so this takes any; headers arrive byte by byte. */
function bearerOf(authorization: string): string {
  const bytes = /^Bearer +(.+?) *$/i.exec(authorization)?.[1] ?? "";
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** A browser sends its cookie along with what another site makes it do; only our own pages may change anything. */
export function requireOwnPage({ config }: Services, c: Context<AppEnv>): void {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined ? site === "same-origin" : isOwnOrigin(c.req.header("origin"), [c.req.url, config.publicUrl])) return;
  throw new AppError("forbidden", { reason: "origin" });
}

function isOwnOrigin(origin: string | undefined, own: (string | undefined)[]): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  return own.some((url) => url !== undefined && new URL(url).host === new URL(origin).host);
}
