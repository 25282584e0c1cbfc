import { sql } from "#database/drizzle.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSignInLink } from "#access/create-sign-in-link.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { createTestApp, type TestAccount, type TestApp } from "./test-app.ts";

let web: TestApp;
let grower: TestAccount;

beforeAll(async () => {
  web = await createTestApp({ PUBLIC_URL: "https://farm.example" });
  grower = await web.join("grower");
}, 60_000);
afterAll(() => web.close());

async function signIn(): Promise<string> {
  const { headers } = await web.ask("GET", `/sign-in?token=${await createSignInLink(web.services, grower.id)}`);
  return headers.get("set-cookie")?.split(";")[0] ?? "";
}

test.each(LANGUAGES)("the door speaks to growers, not to whoever runs the server (%s)", async (language) => {
  const { text } = await web.ask("GET", `/?lang=${language}`);
  expect(text).toContain('id="sign-in"');
  expect(text).not.toMatch(/\bnpm\b|README|\$ |terminal/i);
});

test("a link signs in once, with a cookie that scripts and other sites do not get", async () => {
  const link = `/sign-in?token=${await createSignInLink(web.services, grower.id)}`;
  const first = await web.ask("GET", link);
  expect([first.status, first.headers.get("location")]).toEqual([303, "/"]);
  expect(first.headers.get("set-cookie")).toMatch(/^farmcast_session=[0-9a-z]{40}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const second = await web.ask("GET", link);
  expect(second.status).toBe(401);
  expect(second.headers.has("set-cookie")).toBe(false);
});

test("of twenty who open one link at once, one gets in", async () => {
  const link = `/sign-in?token=${await createSignInLink(web.services, grower.id)}`;
  const answers = await Promise.all(Array.from({ length: 20 }, () => web.ask("GET", link)));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
});

test("a link that is too old, and a session that is over, open nothing", async () => {
  const link = await createSignInLink(web.services, grower.id);
  const cookie = await signIn();
  await web.services.database.db.execute(sql`update farmcast.sessions set expires_at = now() - interval '1 second'`);
  expect((await web.ask("GET", `/sign-in?token=${link}`)).status).toBe(401);
  expect((await web.ask("GET", "/v1/stories", { headers: { cookie } })).status).toBe(401);
});

test("a session reads, and changes things only from our own pages", async () => {
  const cookie = await signIn();
  const post = (headers: Record<string, string>) =>
    web.ask("POST", "/v1/stories", { body: { notes: "vải" }, headers: { cookie, ...headers } });
  expect((await web.ask("GET", "/v1/stories", { headers: { cookie } })).status).toBe(200);
  expect((await post({ "sec-fetch-site": "same-origin" })).status).toBe(202);
  expect((await post({ origin: "https://farm.example" })).status).toBe(202);
  expect((await post({})).status).toBe(403);
  expect((await post({ origin: "https://evil.example" })).status).toBe(403);
  expect((await post({ origin: "null" })).status).toBe(403);
  expect((await post({ "sec-fetch-site": "cross-site", origin: "https://farm.example" })).status).toBe(403);
  expect((await post({ "sec-fetch-site": "same-site" })).status).toBe(403);
});

test("a key signs in from our own page, and signing out ends the session", async () => {
  const own = { "sec-fetch-site": "same-origin" };
  expect((await web.ask("POST", "/sign-in", { body: { key: grower.key }, headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
  expect((await web.ask("POST", "/sign-in", { body: { key: "fc_wrong" }, headers: own })).status).toBe(401);
  const answer = await web.ask("POST", "/sign-in", { body: { key: grower.key }, headers: own });
  expect(answer.status).toBe(204);
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  expect((await web.ask("GET", "/v1/stories", { headers: { cookie } })).status).toBe(200);
  expect((await web.ask("POST", "/sign-out", { headers: { cookie, ...own } })).status).toBe(204);
  expect((await web.ask("GET", "/v1/stories", { headers: { cookie } })).status).toBe(401);
});
