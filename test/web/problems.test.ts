import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ERROR_STATUS } from "#errors.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { createTestApp, type TestAccount, type TestApp } from "./test-app.ts";

let web: TestApp;
let grower: TestAccount;

beforeAll(async () => {
  web = await createTestApp();
  grower = await web.join("grower");
}, 60_000);
afterAll(() => web.close());

test.each(LANGUAGES)("every error has a title and a detail in %s", (language) => {
  const words: Record<string, Record<string, string>> = JSON.parse(readFileSync(`locales/${language}/errors.json`, "utf8"));
  for (const code of Object.keys(ERROR_STATUS)) {
    expect(words[code]?.title, code).toMatch(/\S/);
    expect(words[code]?.detail, code).toMatch(/\S/);
  }
});

test("a problem is told in the caller's language, with the request's id in header and body", async () => {
  const titles = new Set<unknown>();
  for (const [header, language] of [
    ["vi-VN,vi;q=0.9", "vi"],
    ["en-US", "en"],
    ["fr, ja-JP;q=0.8, en;q=0.5", "ja"],
    ["fr", "en"],
  ] as const) {
    const answer = await web.ask("GET", "/v1/stories/st_none", {
      key: grower.key,
      headers: { "accept-language": header, "x-request-id": "abc-123" },
    });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("content-language")).toBe(language);
    expect(answer.headers.get("x-request-id")).toBe("abc-123");
    expect(answer.json).toMatchObject({ code: "story_not_found", status: 404, requestId: "abc-123" });
    titles.add(answer.json.title);
  }
  expect(titles.size).toBe(3);
});

test("a request id that is not sane is replaced", async () => {
  const { headers } = await web.ask("GET", "/healthz", { headers: { "x-request-id": "a b\u00e9" } });
  expect(headers.get("x-request-id")).toMatch(/^[\w-]{20,}$/);
});

test("wrong fields are named, each in the caller's language and never in zod's English", async () => {
  const body = { title: "", script: [{ id: 7 }], languages: ["fr"], glossary: "x" };
  const answer = await web.ask("POST", "/v1/shows", { key: grower.key, body, headers: { "accept-language": "ja" } });
  expect(answer.status).toBe(422);
  expect(answer.json.errors).toEqual([
    { path: "title", message: "空欄にはできません。" },
    { path: "script.0.id", message: "文字列で指定してください。" },
    { path: "script.0.vi", message: "この項目は必須です。" },
    { path: "languages.0", message: "次のいずれかを指定してください：vi, en, ja。" },
    { path: "glossary", message: "配列で指定してください。" },
  ]);
});

test("notes of 12,001 characters are refused by name, unknown fields are passed over", async () => {
  const long = await web.ask("POST", "/v1/stories", {
    key: grower.key,
    body: { notes: "a".repeat(12_001) },
    headers: { "accept-language": "en" },
  });
  expect([long.status, long.json.errors]).toEqual([422, [{ path: "notes", message: "Must have 12000 characters at most." }]]);
  const odd = await web.ask("POST", "/v1/stories", { key: grower.key, body: { notes: "vải thiều 45k/kg", accountId: "ac_owner" } });
  expect(odd.status).toBe(202);
});

test.each([
  ["a body that is no JSON", "{", 400, "bad_json"],
  ["a NUL, which the records cannot keep", '{"notes":"a\\u0000b"}', 422, "invalid_fields"],
  ["half a surrogate pair, which would move offsets", '{"notes":"a\\ud800b"}', 422, "invalid_fields"],
  ["nesting without end", `{"notes":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, 422, "invalid_fields"],
  ["an empty body", "", 400, "bad_json"],
])("%s is refused", async (_, body, status, code) => {
  const answer = await web.ask("POST", "/v1/stories", { key: grower.key, body });
  expect([answer.status, answer.json.code]).toEqual([status, code]);
});

test("a body over 256 KiB is refused, with its length told or not", async () => {
  const body = JSON.stringify({ notes: "x", padding: "y".repeat(256 * 1024) });
  const told = await web.ask("POST", "/v1/stories", { key: grower.key, body, headers: { "content-length": String(body.length) } });
  expect([told.status, told.json.code]).toEqual([413, "body_too_large"]);
  const untold = await web.ask("POST", "/v1/stories", { key: grower.key, body });
  expect([untold.status, untold.json.code]).toEqual([413, "body_too_large"]);
});

test("another media type is 415, another method 405 with what is allowed, another path 404", async () => {
  const form = await web.ask("POST", "/v1/stories", { key: grower.key, body: "notes=x", headers: { "content-type": "text/plain" } });
  expect([form.status, form.json.code]).toEqual([415, "unsupported_media_type"]);
  const method = await web.ask("PUT", "/v1/stories", { key: grower.key });
  expect([method.status, method.json.code]).toEqual([405, "method_not_allowed"]);
  expect(method.headers.get("allow")?.split(", ").toSorted()).toEqual(["GET", "HEAD", "POST"]);
  const path = await web.ask("GET", "/v1/nothing", { key: grower.key });
  expect([path.status, path.json.code]).toEqual([404, "not_found"]);
});

test("an unknown error says nothing of the inside, and is in the log under the request's id", async () => {
  const broken = await createTestApp();
  try {
    const account = await broken.join("grower");
    await broken.services.database.db.execute("alter table farmcast.stories rename column notes to canary_column");
    const answer = await broken.ask("POST", "/v1/stories", {
      key: account.key,
      body: { notes: "CANARY-NOTES" },
      headers: { "x-request-id": "look-me-up" },
    });
    expect([answer.status, answer.json.code]).toEqual([500, "internal"]);
    expect(answer.text).not.toMatch(/canary|column|insert|stack|postgres/i);
    expect(broken.services.logged()).toContain("look-me-up");
    expect(broken.services.logged()).not.toContain("CANARY-NOTES");
  } finally {
    await broken.close();
  }
}, 60_000);

test("every answer carries the security headers", async () => {
  for (const path of ["/healthz", "/v1/stories", "/docs", "/nothing"]) {
    const { headers } = await web.ask("GET", path);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("referrer-policy"), path).toBe("no-referrer");
    expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
    expect(headers.get("content-security-policy"), path).not.toContain("unsafe-inline");
  }
});
