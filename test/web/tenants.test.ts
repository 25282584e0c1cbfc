import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stories } from "#database/schema.ts";
import { createTestApp, type TestAccount, type TestApp } from "./test-app.ts";

const CANARY = "CANARY-OF-THE-OTHER";

/** Where a foreign id goes, by route. `body` is one the route would take. A route that is in none of these lists fails the test. */
const FOREIGN: Record<string, { body?: unknown; query?: string }> = {
  "GET /v1/stories/:id": {},
  "DELETE /v1/stories/:id": {},
  "GET /v1/stories/:id/events": {},
  "POST /v1/stories/:id/answers": { body: { answers: [{ questionId: "q1", text: "x" }] } },
  "PATCH /v1/stories/:id/pitches/:language/blocks/:blockId": { body: { say: "x" } },
  "GET /v1/stories/:id/listing.jsonld": { query: "?lang=vi" },
  "GET /v1/stories/:id/plan": { query: "?minutes=30" },
  "GET /v1/stories/:id/coach": { query: "?lang=vi" },
  "GET /v1/stories/:id/parity": {},
  "GET /v1/shows/:id": {},
  "POST /v1/shows/:id/segments": { body: { id: "s1", text: "x", final: true } },
  "PUT /v1/shows/:id/cues/:cue": { body: { language: "en", text: "x" } },
  "DELETE /v1/shows/:id/cues/:cue": {},
  "GET /v1/shows/:id/captions.vtt": {},
  "GET /v1/shows/:id/captions.srt": {},
  "GET /v1/shows/:id/captions.txt": {},
  "GET /v1/shows/:id/captions.json": {},
  "POST /v1/shows/:id/comments": { body: { id: "c1", author: "x", text: "x" } },
  "GET /v1/shows/:id/comments/events": {},
  "GET /v1/shows/:id/stats": {},
  "POST /v1/shows/:id/end": {},
  "POST /v1/shows/:id/tokens": {},
  "GET /v1/shows/:id/relays": {},
  "POST /v1/shows/:id/relays": { body: { kind: "webhook", language: "en", url: "https://example.com/hook" } },
  "DELETE /v1/shows/:id/relays/:relayId": {},
  "DELETE /v1/keys/:id": {},
};
const LISTS = ["GET /v1/stories", "GET /v1/shows", "GET /v1/keys"];
/** These take no id of anybody's, or are open to all by a token or by being published. */
const WITHOUT_OWNER = [
  "POST /v1/stories",
  "POST /v1/shows",
  "POST /v1/checks",
  "POST /v1/keys",
  "GET /v1/live/:token/captions",
  "OPTIONS /v1/live/:token/captions",
  "GET /v1/live/:token/captions.m3u8",
  "GET /v1/live/:token/captions/:segment",
  "GET /v1/listings/:language/:slug",
  "GET /healthz",
  "GET /readyz",
  "GET /metrics",
  "GET /openapi.json",
  "GET /docs",
  "GET /sign-in",
  "POST /sign-in",
  "POST /sign-out",
  "GET /",
  "GET /assets/:name",
  "GET /watch/:token",
  "GET /overlay/:token",
  "GET /:language{vi|en|ja}/listings/:slug",
];
/** Pages by session; the same verbs as the API behind them. */
const PAGES = ["GET /shows/:id"];

let web: TestApp;
let mine: TestAccount;
let theirs: TestAccount;
let foreign: { story: string; show: string; key: string };

beforeAll(async () => {
  web = await createTestApp();
  mine = await web.join("mine");
  theirs = await web.join("theirs");
  foreign = {
    story: await create(theirs, "/v1/stories", { notes: `${CANARY} vải thiều` }),
    show: await create(theirs, "/v1/shows", { title: CANARY }),
    key: await create(theirs, "/v1/keys", { name: CANARY }),
  };
  await web.ask("POST", `/v1/shows/${foreign.show}/segments`, { key: theirs.key, body: { id: "s1", text: CANARY, final: true } });
  await web.ask("POST", `/v1/shows/${foreign.show}/comments`, { key: theirs.key, body: { id: "c1", author: CANARY, text: CANARY } });
}, 60_000);
afterAll(() => web.close());

async function create(account: TestAccount, path: string, body: unknown): Promise<string> {
  const { status, json } = await web.ask("POST", path, { key: account.key, body });
  expect(status, path).toBeLessThan(300);
  return String(json.id);
}

const knownRoutes = (): string[] => [
  ...new Set(web.app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`)),
];

test("every route there is stands in this file", () => {
  expect(knownRoutes().toSorted()).toEqual([...Object.keys(FOREIGN), ...LISTS, ...WITHOUT_OWNER, ...PAGES].toSorted());
});

test("another account's id is 404 on every route, without one byte of theirs, and changes nothing", async () => {
  const before = await everything();
  for (const [route, { body, query = "" }] of Object.entries(FOREIGN)) {
    const [method = "", pattern = ""] = route.split(" ");
    const answer = await web.ask(method, pathOf(pattern) + query, { key: mine.key, body });
    expect(answer.status, route).toBe(404);
    expect(answer.headers.get("content-type"), route).toBe("application/problem+json");
    expect(answer.text, route).not.toContain(CANARY);
    const never = await web.ask(method, pathOf(pattern).replaceAll(/(st|sh|ke)_[0-9a-z]+/g, "$1_0000000000000000none") + query, {
      key: mine.key,
      body,
    });
    expect({ ...answer.json, requestId: "" }, `${route}: an id that never was is answered the same`).toEqual({
      ...never.json,
      requestId: "",
    });
  }
  expect(await everything()).toBe(before);
});

test("without a key every route behind the lock is 401", async () => {
  for (const route of [...Object.keys(FOREIGN), ...LISTS, "POST /v1/stories", "POST /v1/shows", "POST /v1/checks", "POST /v1/keys"]) {
    const [method = "", pattern = ""] = route.split(" ");
    const answer = await web.ask(method, pathOf(pattern));
    expect(answer.status, route).toBe(401);
    expect(answer.headers.get("www-authenticate"), route).toBe("Bearer");
  }
});

test("lists hold one's own and nothing else", async () => {
  const own = await create(mine, "/v1/stories", { notes: "bưởi da xanh" });
  for (const route of LISTS) {
    const { status, text } = await web.ask("GET", route.slice("GET ".length), { key: mine.key });
    expect(status, route).toBe(200);
    expect(text, route).not.toContain(CANARY);
  }
  expect((await web.ask("GET", "/v1/stories", { key: mine.key })).json.items).toMatchObject([{ id: own }]);
});

test("a show cannot be opened on another account's story", async () => {
  const answer = await web.ask("POST", "/v1/shows", { key: mine.key, body: { title: "x", storyIds: [foreign.story] } });
  expect([answer.status, answer.json.code]).toEqual([404, "story_not_found"]);
  expect(answer.text).not.toContain(CANARY);
});

test("lists come newest first, in pages that neither skip nor repeat", async () => {
  const account = await web.join("lists");
  const ids: string[] = [];
  for (let index = 0; index < 7; index += 1) ids.unshift(await create(account, "/v1/stories", { notes: `vải ${index}` }));
  // The same moment for some: the order must hold all the same.
  await web.services.database.db
    .update(stories)
    .set({ createdAt: new Date("2026-06-01T00:00:00Z") })
    .where(sql`id in (${ids[1]}, ${ids[2]}, ${ids[3]})`);
  const seen: string[] = [];
  let cursor = "";
  do {
    const { json } = await web.ask("GET", `/v1/stories?limit=2${cursor}`, { key: account.key });
    seen.push(...idsOf(json.items));
    cursor = typeof json.nextCursor === "string" ? `&cursor=${json.nextCursor}` : "";
  } while (cursor !== "");
  expect(seen.toSorted()).toEqual(ids.toSorted());
  expect((await web.ask("GET", "/v1/stories?limit=101", { key: account.key })).status).toBe(422);
  const forged = [["0000-01-01T00:00:00Z", "st_1"], ["2026-01-01T00:00:00Z", "\0"], ["2026-01-01T00:00:00Z", "' or 1=1"], ["x"], 7];
  for (const cursor of ["AAAA", ...forged.map((value) => Buffer.from(JSON.stringify(value)).toString("base64url"))]) {
    expect((await web.ask("GET", `/v1/stories?cursor=${cursor}`, { key: account.key })).status, cursor).toBe(400);
  }
});

function idsOf(items: unknown): string[] {
  return Array.isArray(items) ? items.map((item: { id: string }) => item.id) : [];
}

function pathOf(pattern: string): string {
  const id = pattern.startsWith("/v1/stories") ? foreign.story : pattern.startsWith("/v1/keys") ? foreign.key : foreign.show;
  return pattern
    .replace(":id", id)
    .replace(":language", "vi")
    .replace(":blockId", "intro-1")
    .replace(":cue", "s1")
    .replace(":relayId", "re_1");
}

/** Every row of the other account, as text. */
async function everything(): Promise<string> {
  const { db } = web.services.database;
  const tables = ["stories", "answers", "block_edits", "story_events", "shows", "segments", "cues", "comments", "relays"];
  const rows = await Promise.all(tables.map((table) => db.execute(sql.raw(`select * from farmcast.${table} order by 1, 2`))));
  const keys = await db.execute(sql.raw("select id, revoked_at from farmcast.keys order by 1"));
  return JSON.stringify([...rows, keys].map((result) => result.rows));
}
