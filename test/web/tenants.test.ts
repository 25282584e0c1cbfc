// Long because every route there is stands in it.
import { sql } from "#database/drizzle.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSignInLink } from "#access/create-sign-in-link.ts";
import { openSession } from "#access/open-session.ts";
import { buyerQuestions, stories } from "#database/schema.ts";
import { SESSION_COOKIE } from "#web/middleware/authenticate.ts";
import { createTestApp, type TestAccount, type TestApp } from "./test-app.ts";

const CANARY = "CANARY-OF-THE-OTHER";

/** Where a foreign id goes, by route. `body` is one the route would take. A route that is in none of these lists fails the test. */
const FOREIGN: Record<string, { body?: unknown; query?: string; headers?: Record<string, string> }> = {
  "GET /v1/stories/:id": {},
  "PUT /v1/stories/:id/publication": { body: { published: true } },
  "DELETE /v1/stories/:id": {},
  "GET /v1/stories/:id/events": {},
  "POST /v1/stories/:id/answers": { body: { answers: [{ questionId: "q1", text: "x" }] } },
  "PATCH /v1/stories/:id/pitches/:language/blocks/:blockId": { body: { say: "x" } },
  "DELETE /v1/stories/:id/pitches/:language/blocks/:blockId/edit": {},
  "GET /v1/stories/:id/versions": {},
  "GET /v1/stories/:id/versions/:version": {},
  "POST /v1/stories/:id/versions/:version/restore": {},
  "GET /v1/stories/:id/listing.jsonld": { query: "?lang=vi" },
  "GET /v1/stories/:id/plan": { query: "?minutes=30" },
  "GET /v1/stories/:id/coach": { query: "?lang=vi" },
  "GET /v1/stories/:id/parity": {},
  "GET /v1/stories/:id/photos": {},
  "POST /v1/stories/:id/photos": { headers: { "content-type": "image/jpeg" }, body: "picture" },
  "DELETE /v1/stories/:id/photos/:photoId": {},
  "GET /v1/stories/:id/buyer-questions": {},
  "POST /v1/stories/:id/buyer-questions/:questionId/reply": { body: { text: "x" } },
  "DELETE /v1/stories/:id/buyer-questions/:questionId": {},
  "GET /v1/shows/:id": {},
  "POST /v1/shows/:id/segments": { body: { id: "s1", text: "x", final: true } },
  "POST /v1/shows/:id/mic": { body: { device: "d1" } },
  "POST /v1/shows/:id/audio": { query: "?id=s1", headers: { "content-type": "audio/webm" }, body: "sound" },
  "PUT /v1/shows/:id/cues/:cue": { body: { language: "en", text: "x" } },
  "DELETE /v1/shows/:id/cues/:cue": {},
  "GET /v1/shows/:id/captions.vtt": {},
  "GET /v1/shows/:id/captions.srt": {},
  "GET /v1/shows/:id/captions.txt": {},
  "GET /v1/shows/:id/captions.json": {},
  "POST /v1/shows/:id/comments": { body: { id: "c1", author: "x", text: "x" } },
  "GET /v1/shows/:id/comments/events": {},
  "POST /v1/shows/:id/comments/:commentId/reply": { body: { text: "x" } },
  "GET /v1/shows/:id/stats": {},
  "GET /v1/shows/:id/budget": {},
  "POST /v1/shows/:id/end": {},
  "POST /v1/shows/:id/tokens": {},
  "GET /v1/shows/:id/glossary": {},
  "PUT /v1/shows/:id/glossary": { body: { version: 1, terms: [{ vi: "x" }] } },
  "GET /v1/shows/:id/corrections": {},
  "PUT /v1/shows/:id/corrections/:cue": { body: { taken: true } },
  "GET /v1/shows/:id/relays": {},
  "POST /v1/shows/:id/relays": { body: { kind: "webhook", language: "en", url: "https://example.com/hook" } },
  "DELETE /v1/shows/:id/relays/:relayId": {},
  "DELETE /v1/keys/:id": {},
};
const LISTS = [
  "GET /v1/stories",
  "GET /v1/shows",
  "GET /v1/keys",
  "GET /v1/exports",
  "GET /v1/exports/merchant.xml",
  "GET /v1/exports/shopify.csv",
  "GET /v1/exports/rakuten.csv",
];
/** One's own, as it happens; that nobody else's comes along is shown in event-streams.test.ts. */
const STREAMS = ["GET /v1/buyer-questions/events"];
/** These take no id of anybody's, or are open to all by a token or by being published. */
const WITHOUT_OWNER = [
  "POST /v1/stories",
  "POST /v1/shows",
  "POST /v1/checks",
  "POST /v1/keys",
  "GET /v1/live/:token/captions",
  "OPTIONS /v1/live/:token/captions",
  "GET /v1/live/:token/captions/together",
  "OPTIONS /v1/live/:token/captions/together",
  "GET /v1/live/:token/captions.m3u8",
  "GET /v1/live/:token/history",
  "POST /v1/live/:token/comments",
  "GET /v1/live/:token/comments/:commentId",
  "POST /watch/:token/comments",
  "GET /v1/live/:token/captions/:segment",
  "GET /v1/listings/:language/:slug",
  "POST /v1/listings/:language/:slug/questions",
  "GET /v1/questions/:token",
  "GET /healthz",
  "GET /readyz",
  "GET /metrics",
  "GET /openapi.json",
  "GET /docs",
  "GET /sign-in",
  "POST /sign-in",
  "POST /sign-out",
  "GET /",
  "GET /assets/:version/:name",
  "GET /manifest.webmanifest",
  "GET /service-worker.js",
  "GET /offline",
  "GET /design",
  "GET /watch/:token",
  "GET /overlay/:token",
  "GET /:language{vi|en|ja}/listings/:slug",
  "GET /:language{vi|en|ja}/growers/:slug",
  "GET /sitemap.xml",
  "GET /exports",
  "GET /robots.txt",
  "GET /:language{vi|en|ja}/listings/:slug/card.jpg",
  "POST /:language{vi|en|ja}/listings/:slug/questions",
  "GET /:language{vi|en|ja}/questions/:token",
  "GET /photos/:name",
];
/** Pages by session; the same verbs as the API behind them. */
const PAGES = ["GET /shows/:id", "GET /stories/:id/prompt", "GET /stories/:id/coach", "GET /stories/:id/plan"];
/** Forms by session, with what each would take. */
const FORMS: Record<string, Record<string, string | File>> = {
  "POST /stories/:id/buyer-questions/:questionId/reply": { text: "x", confirmed: "yes" },
  "POST /stories/:id/buyer-questions/:questionId/delete": {},
  "POST /stories/:id/photos": { photo: new File([new Uint8Array([0xff, 0xd8, 0xff])], "x.jpg") },
  "POST /stories/:id/photos/:photoId/delete": {},
};

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
  const asked = { id: "bq_theirs", storyId: foreign.story, author: CANARY, text: CANARY, language: "en" } as const;
  await web.services.database.db.insert(buyerQuestions).values(asked);
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
  expect(knownRoutes().toSorted()).toEqual(
    [...Object.keys(FOREIGN), ...LISTS, ...STREAMS, ...WITHOUT_OWNER, ...PAGES, ...Object.keys(FORMS)].toSorted(),
  );
});

test("another account's id is 404 on every route, without one byte of theirs, and changes nothing", async () => {
  const before = await everything();
  for (const [route, { body, query = "", headers = {} }] of Object.entries(FOREIGN)) {
    const [method = "", pattern = ""] = route.split(" ");
    const answer = await web.ask(method, pathOf(pattern) + query, { key: mine.key, body, headers });
    expect(answer.status, route).toBe(404);
    expect(answer.headers.get("content-type"), route).toBe("application/problem+json");
    expect(answer.text, route).not.toContain(CANARY);
    const never = await web.ask(method, pathOf(pattern).replaceAll(/(st|sh|ke)_[0-9a-z]+/g, "$1_0000000000000000none") + query, {
      key: mine.key,
      body,
      headers,
    });
    expect({ ...answer.json, requestId: "" }, `${route}: an id that never was is answered the same`).toEqual({
      ...never.json,
      requestId: "",
    });
  }
  expect(await everything()).toBe(before);
});

test("a signed-in stranger's pages of another account's id are those of an id that never was, and nobody's without a session", async () => {
  const reader = await web.join("reader");
  const session = await openSession(web.services, await createSignInLink(web.services, reader.id));
  const cookie = `${SESSION_COOKIE}=${session ?? ""}`;
  const own = {
    story: await create(reader, "/v1/stories", { notes: "vải thiều" }),
    show: await create(reader, "/v1/shows", { title: "x" }),
  };
  for (const route of PAGES) {
    const pattern = route.slice("GET ".length);
    const page = (ids: { story: string; show: string }, headers: Record<string, string> = { cookie }) =>
      web.ask("GET", pattern.replace(":id", pattern.startsWith("/stories") ? ids.story : ids.show), { headers });
    // One's own is found, if not told yet, so that a 404 says something.
    expect([200, 409], route).toContain((await page(own)).status);
    const answer = await page(foreign);
    expect(answer.status, route).toBe(404);
    expect(answer.text, route).not.toContain(CANARY);
    const never = await page({ story: "st_0000000000000000none", show: "sh_0000000000000000none" });
    expect([never.status, withoutIds(answer.text)], route).toEqual([404, withoutIds(never.text)]);
    const closed = await page(foreign, {});
    expect([closed.status, closed.text.includes(CANARY)], route).toEqual([401, false]);
  }
});

test("a signed-in stranger's forms about another account's story find nothing and change nothing, and another site's change nothing of one's own", async () => {
  const session = await openSession(web.services, await createSignInLink(web.services, mine.id));
  const before = await everything();
  for (const [route, fields] of Object.entries(FORMS)) {
    const send = (path: string, headers: Record<string, string>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return web.app.request(path, { method: "POST", headers, body });
    };
    const path = pathOf(route.slice("POST ".length));
    const cookie = `${SESSION_COOKIE}=${session ?? ""}`;
    const answer = await send(path, { cookie, "sec-fetch-site": "same-origin" });
    expect(answer.status, route).toBe(404);
    expect(await answer.text(), route).not.toContain(CANARY);
    expect((await send(path, { cookie, "sec-fetch-site": "cross-site" })).status, route).toBe(403);
    expect((await send(path, { cookie })).status, route).toBe(403);
    expect((await send(path, { "sec-fetch-site": "same-origin" })).status, route).toBe(401);
  }
  expect(await everything()).toBe(before);
});

test("without a key every route behind the lock is 401", async () => {
  for (const route of [
    ...Object.keys(FOREIGN),
    ...LISTS,
    ...STREAMS,
    "POST /v1/stories",
    "POST /v1/shows",
    "POST /v1/checks",
    "POST /v1/keys",
  ]) {
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

/** A page names its own address in its links. */
/** Nor nonces, which are another each time. */
function withoutIds(text: string): string {
  return text.replaceAll(/(st|sh)_[0-9a-z]+/g, "$1").replaceAll(/nonce="[^"]+"/g, "nonce");
}

function idsOf(items: unknown): string[] {
  return Array.isArray(items) ? items.map((item: { id: string }) => item.id) : [];
}

function pathOf(pattern: string): string {
  const id = /^(?:\/v1)?\/stories/.test(pattern) ? foreign.story : pattern.startsWith("/v1/keys") ? foreign.key : foreign.show;
  return pattern
    .replace(":id", id)
    .replace(":language", "vi")
    .replace(":blockId", "intro-1")
    .replace(":cue", "s1")
    .replace(":commentId", "c1")
    .replace(":relayId", "re_1")
    .replace(":photoId", "ph_theirs")
    .replace(":questionId", "bq_theirs")
    .replace(":version", "1");
}

/** Every row of the other account, as text. */
async function everything(): Promise<string> {
  const { db } = web.services.database;
  const tables = [
    "stories",
    "answers",
    "block_edits",
    "story_versions",
    "story_events",
    "shows",
    "segments",
    "cues",
    "comments",
    "relays",
    "buyer_questions",
    "photos",
  ];
  const rows = await Promise.all(tables.map((table) => db.execute(sql.raw(`select * from farmcast.${table} order by 1, 2`))));
  const keys = await db.execute(sql.raw("select id, revoked_at from farmcast.keys order by 1"));
  return JSON.stringify([...rows, keys].map((result) => result.rows));
}
