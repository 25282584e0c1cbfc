import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createKey } from "#access/create-key.ts";
import { sql } from "#database/drizzle.ts";
import { createTestApp, type TestAccount, type TestApp } from "./test-app.ts";

let web: TestApp;
let mine: TestAccount;
let path: string;
beforeAll(async () => {
  web = await createTestApp();
  mine = await web.join("mine");
  const glossary = [{ vi: "mắm ruốc", en: "krill paste" }];
  const { json } = await web.ask("POST", "/v1/shows", { key: mine.key, body: { title: "Chợ phiên", glossary } });
  path = `/v1/shows/${String(json["id"])}/glossary`;
});
afterAll(() => web.close());

const put = (body: unknown, language = "vi") => web.ask("PUT", path, { key: mine.key, body, headers: { "accept-language": language } });

test("the terms are read with their version and changed by it", async () => {
  expect((await web.ask("GET", path, { key: mine.key })).json).toEqual({ version: 1, terms: [{ vi: "mắm ruốc", en: "krill paste" }] });
  const terms = [{ vi: "mắm ruốc", en: "shrimp paste", ja: "オキアミの塩辛", forbidden: { ja: ["味噌"] } }];
  const changed = await put({ version: 1, terms });
  expect([changed.status, changed.json]).toEqual([200, { version: 2, terms }]);
  expect((await web.ask("GET", path, { key: mine.key })).json).toEqual({ version: 2, terms });
});

test.each([
  ["vi", "Danh sách từ đã thay đổi"],
  ["en", "The list of terms has changed"],
  ["ja", "用語集が更新されています"],
])("a change made from old terms is 409 in the caller's words (%s), and changes nothing", async (language, title) => {
  const before = await web.ask("GET", path, { key: mine.key });
  const refused = await put({ version: 1, terms: [] }, language);
  expect([refused.status, refused.json["code"], refused.json["title"]]).toEqual([409, "glossary_changed", title]);
  expect((await web.ask("GET", path, { key: mine.key })).json).toEqual(before.json);
});

test("a version that no list can have is refused by its name", async () => {
  for (const version of [0, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
    const refused = await put({ version, terms: [] });
    expect([refused.status, refused.json["errors"]]).toMatchObject([422, [{ path: "version" }]]);
  }
});

test("500 terms are taken, 501 are refused and none of them is cut off, nor is a term without its word", async () => {
  const { version } = (await web.ask("GET", path, { key: mine.key })).json;
  const terms = Array.from({ length: 501 }, (_, at) => ({ vi: `giống số ${at}` }));
  const tooMany = await put({ version, terms });
  expect([tooMany.status, tooMany.json["code"]]).toEqual([422, "invalid_fields"]);
  expect(tooMany.json["errors"]).toEqual([{ path: "terms", message: "Không được quá 500 mục." }]);
  const empty = await put({ version, terms: [{ vi: " ", en: "x" }] });
  expect(empty.json["errors"]).toMatchObject([{ path: "terms.0.vi" }]);
  expect((await put({ version, terms: terms.slice(0, 500) })).status).toBe(200);
});

test("a long show with 500 long terms is written out without keeping anybody waiting", { timeout: 60_000 }, async () => {
  const { version } = (await web.ask("GET", path, { key: mine.key })).json;
  const terms = Array.from({ length: 499 }, (_, at) => ({ vi: `${at} ${"bánh đa nướng ".repeat(14)}`.trim().slice(0, 200) }));
  expect((await put({ version, terms: [...terms, { vi: "Bánh Tai Heo  Bà Út Xóm Cồn" }] })).status).toBe(200);
  const show = path.split("/")[3] ?? "";
  await web.services.database.db.execute(sql`
    insert into farmcast.cues (show_id, language, seq, cue, rev, text, lines, status, provenance, start_ms, end_ms, latency_ms)
    select ${show}, 'vi', at, 'q' || at, 1, 'mẻ thứ ' || at || ' vừa chín đây là món bánh tai heo bà út xóm cồn đó', '[]', 'final', 'speech', at * 4000,
      at * 4000 + 3900, 50
    from generate_series(1, 2000) as at`);
  const written = async () => {
    const startedAt = performance.now();
    const { text } = await web.ask("GET", `/v1/shows/${show}/captions.vtt?lang=vi&layout=vertical`, { key: mine.key });
    return { text, ms: performance.now() - startedAt };
  };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const { text, ms } = await written();
  delay.disable();
  expect(delay.max / 1e6).toBeLessThan(500);
  expect(text).toMatch(/^bánh tai heo bà út xóm cồn( đó)?$/m);
  expect(ms).toBeLessThan(5_000);
});

test("a key that only speaks into shows changes no terms, and one that only reads neither", async () => {
  for (const scope of ["stream", "read"] as const) {
    const { key } = await createKey(web.services, mine.id, { name: scope, scopes: [scope] });
    expect((await web.ask("PUT", path, { key, body: { version: 1, terms: [] } })).status).toBe(403);
    expect((await web.ask("GET", path, { key })).status).toBe(scope === "read" ? 200 : 403);
  }
});
