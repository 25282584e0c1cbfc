import { sql } from "#database/drizzle.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { showSchema } from "#shows/show.ts";
import { bar } from "../support/bar.ts";
import { createTestApp, type Answer, type TestAccount, type TestApp } from "./test-app.ts";

const OWNER_KEY = "an owner's key of any form";

let web: TestApp;
let grower: TestAccount;

beforeAll(async () => {
  web = await createTestApp({ OWNER_KEY });
  grower = await web.join("grower");
}, 60_000);
afterAll(() => web.close());

const make = (body: unknown, key = grower.key): Promise<Answer> => web.ask("POST", "/v1/keys", { key, body });
const enters = async (key: string): Promise<boolean> => (await web.ask("GET", "/v1/stories", { key })).status === 200;

test("a key is shown once and only its hash is stored", async () => {
  const { status, json } = await make({ name: "phone" });
  expect(status).toBe(201);
  expect(json.key).toMatch(/^fc_[0-9a-z]{20}_[0-9a-z]{40}$/);
  expect(await enters(String(json.key))).toBe(true);
  const secret = String(json.key).split("_")[2] ?? "";
  expect(await dump()).not.toContain(secret);
  expect((await web.ask("GET", "/v1/keys", { key: grower.key })).text).not.toContain(secret);
});

test("a key with an Idempotency-Key is not kept for a second answer", async () => {
  const ask = () => web.ask("POST", "/v1/keys", { key: grower.key, body: { name: "x" }, headers: { "idempotency-key": "k" } });
  const [first, second] = [await ask(), await ask()];
  expect(first.json.key).not.toBe(second.json.key);
  expect(await dump()).not.toContain(String(first.json.key));
});

test("a revoked key is refused within a second", async () => {
  const { json } = await make({ name: "lost phone" });
  expect(await enters(String(json.key))).toBe(true);
  expect((await web.ask("DELETE", `/v1/keys/${String(json.id)}`, { key: grower.key })).status).toBe(204);
  await vi.waitFor(async () => expect(await enters(String(json.key))).toBe(false), { timeout: bar(1_000), interval: 50 });
});

test("a key that is altered anywhere is refused, most without asking the database", async () => {
  const { key } = grower;
  const answers = await Promise.all(
    Array.from({ length: key.length }, (_, at) => enters(key.slice(0, at) + (key[at] === "7" ? "8" : "7") + key.slice(at + 1))),
  );
  expect(answers.filter(Boolean)).toHaveLength(0);
  for (const wrong of ["", "fc_", `${key}0`, ` ${key}x`, key.toUpperCase()]) expect(await enters(wrong), wrong).toBe(false);
});

test("a key does what its scopes say", async () => {
  const keyOf = async (scopes: string[]): Promise<string> => String((await make({ name: "scoped", scopes })).json.key);
  const show = String((await web.ask("POST", "/v1/shows", { key: grower.key, body: { title: "live" } })).json.id);
  const may = async (key: string) => ({
    read: (await web.ask("GET", "/v1/stories", { key })).status,
    write: (await web.ask("POST", "/v1/stories", { key, body: { notes: "vải" } })).status,
    stream: (await web.ask("POST", `/v1/shows/${show}/segments`, { key, body: { id: "s", text: "Chào cả nhà", final: true } })).status,
  });
  expect(await may(await keyOf(["read"]))).toEqual({ read: 200, write: 403, stream: 403 });
  expect(await may(await keyOf(["write"]))).toEqual({ read: 403, write: 202, stream: 202 });
  expect(await may(await keyOf(["stream"]))).toEqual({ read: 403, write: 403, stream: 202 });
});

test("a key makes no key that may do more than itself, and none for another account", async () => {
  const { json } = await make({ name: "writer", scopes: ["write"] });
  expect((await make({ name: "more", scopes: ["read"] }, String(json.key))).status).toBe(403);
  expect((await make({ name: "theirs", account: "neighbour" })).status).toBe(403);
});

test("OWNER_KEY opens the owner's account, and its keys reach all accounts", async () => {
  const made = await web.ask("POST", "/v1/keys", { key: OWNER_KEY, body: { name: "theirs", account: "neighbour" } });
  expect(made.status).toBe(201);
  expect(await enters(String(made.json.key))).toBe(true);
  expect((await web.ask("GET", "/v1/keys?limit=100", { key: OWNER_KEY })).text).toContain("neighbour");
  expect((await web.ask("DELETE", `/v1/keys/${String(made.json.id)}`, { key: OWNER_KEY })).status).toBe(204);
});

test("its last use is noted", async () => {
  await enters(grower.key);
  const { rows } = await web.services.database.db.execute(
    sql`select last_used_at from farmcast.keys where account_id = ${grower.id} and last_used_at is not null`,
  );
  expect(rows.length).toBeGreaterThan(0);
});

test("neither log nor metrics hold a key, a note, a token or what was said", async () => {
  const show = await web.ask("POST", "/v1/shows", { key: grower.key, body: { title: "CANARY-TITLE" } });
  const captions = new URL(showSchema.parse(show.json).links.captions).pathname;
  const token = captions.split("/")[3] ?? "";
  await web.ask("POST", "/v1/stories", { key: grower.key, body: { notes: "CANARY-NOTES" } });
  await web.ask("POST", `/v1/shows/${String(show.json.id)}/segments`, {
    key: grower.key,
    body: { id: "CANARY-ID", text: "CANARY-SPEECH", final: true },
  });
  await web.ask("HEAD", `${captions}?lang=vi&secret=CANARY-QUERY`);
  await web.ask("GET", "/sign-in?token=CANARY-LINK");
  await web.ask("GET", "/v1/stories", { key: "fc_CANARY-KEY" });
  const said = web.services.logged() + (await web.ask("GET", "/metrics")).text;
  expect(said).toContain("/v1/live/:token/captions");
  expect(said).not.toContain("CANARY");
  expect(token.length).toBeGreaterThan(40);
  for (const secret of [token, grower.key, OWNER_KEY]) expect(said).not.toContain(secret);
});

/** Everything the database holds that concerns access, as text. */
async function dump(): Promise<string> {
  const { db } = web.services.database;
  const tables = ["accounts", "keys", "sessions", "settings", "idempotency_keys"];
  const rows = await Promise.all(tables.map((table) => db.execute(sql.raw(`select * from farmcast.${table}`))));
  return JSON.stringify(rows.map((result) => result.rows));
}
