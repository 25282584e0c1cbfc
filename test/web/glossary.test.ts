import { afterAll, beforeAll, expect, test } from "vitest";
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
