import { Hono, type Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { z } from "zod";
import { closeSession } from "#access/close-session.ts";
import { createSignInLink } from "#access/create-sign-in-link.ts";
import { findCallerByKey } from "#access/find-caller-by-key.ts";
import { openSession } from "#access/open-session.ts";
import { SECRET_HOURS } from "#access/session-secret.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "#web/app-env.ts";
import { isSecure } from "#web/is-secure.ts";
import { requireOwnPage, SESSION_COOKIE } from "#web/middleware/authenticate.ts";
import { spend, type RateLimits } from "#web/middleware/limit-rate.ts";
import { layout } from "#web/pages/layout.ts";
import { openPage } from "#web/pages/page.ts";

const keySchema = z.object({ key: z.string().min(1).max(500) });
/** What one guess costs of an address's budget: twenty a minute. */
const GUESS_POINTS = 30;

/** `/sign-in`: a one-time link, or a key, becomes a browser session. */
export function signInRoutes(services: Services, limits: RateLimits | undefined): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/sign-in", async (c) => {
    const session = await openSession(services, c.req.query("token") ?? "");
    if (session === undefined) return refused(services, c);
    setSession(services, c, session);
    return c.redirect("/", 303);
  });

  routes.post("/sign-in", async (c) => {
    requireOwnPage(services, c);
    const isForm = c.req.header("content-type")?.startsWith("application/x-www-form-urlencoded") ?? false;
    const { data } = keySchema.safeParse(isForm ? await c.req.parseBody() : await c.req.json().catch(() => undefined));
    if (limits !== undefined) await spend(limits.limiters.requests, `sign-in:${c.env.incoming?.socket.remoteAddress ?? ""}`, GUESS_POINTS);
    const caller = data && (await findCallerByKey(services, data.key.trim()));
    if (caller === undefined) throw new AppError("unauthorized");
    // A session may do everything, so only a key that may do everything opens one.
    if (!caller.scopes.includes("write") || !caller.scopes.includes("read")) throw new AppError("forbidden");
    const session = await openSession(services, await createSignInLink(services, caller.accountId));
    if (session === undefined) throw new AppError("internal");
    setSession(services, c, session);
    return isForm ? c.redirect("/", 303) : c.body(null, 204);
  });

  routes.post("/sign-out", async (c) => {
    requireOwnPage(services, c);
    const session = getCookie(c, SESSION_COOKIE);
    if (session !== undefined) await closeSession(services, session);
    deleteCookie(c, SESSION_COOKIE, { path: "/" });
    return c.body(null, 204);
  });

  return routes;
}

function setSession(services: Services, c: Context<AppEnv>, session: string): void {
  setCookie(c, SESSION_COOKIE, session, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isSecure(services, c),
    maxAge: SECRET_HOURS.session * 3_600,
  });
  c.header("cache-control", "no-store");
}

function refused(services: Services, c: Context<AppEnv>): Response | Promise<Response> {
  const page = openPage(services, c);
  const say = services.words.in(page.language, "errors");
  c.header("cache-control", "no-store");
  const title = say("unauthorized.title");
  const body = html`<section class="narrow stack">
    <h1>${title}</h1>
    <p>${say("signIn.refused")}</p>
    <p><a href="${page.href("/")}">${page.t("site.home")}</a></p>
  </section>`;
  return c.html(layout(page, { title, body }), 401);
}
