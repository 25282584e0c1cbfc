import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSignInLink } from "#access/create-sign-in-link.ts";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { openShow } from "#shows/open-show.ts";
import { createTestApp, type TestApp } from "./test-app.ts";

let served: TestApp;
beforeAll(async () => void (served = await createTestApp()), 60_000);
afterAll(() => served?.close());

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await served.app.request(path, { headers });
  return { response, encoding: response.headers.get("content-encoding"), body: Buffer.from(await response.arrayBuffer()) };
};

test.each([
  ["br", "gzip, deflate, br", brotliDecompressSync],
  ["gzip", "gzip", gunzipSync],
  [null, "identity", (body: Buffer) => body],
  [null, "br;q=0", (body: Buffer) => body],
] as const)("a page comes as %s to who takes %s, and is the same page", async (expected, header, unpack) => {
  const { response, encoding, body } = await get("/openapi.json", { "accept-encoding": header });
  expect(encoding).toBe(expected);
  expect(response.headers.get("vary")).toMatch(/accept-encoding/i);
  expect(JSON.parse(unpack(body).toString())).toMatchObject({ openapi: "3.1.0" });
});

test("what is short, and what players of live captions wait for, is sent as it is", async () => {
  const show = await openShow(served.services, OWNER_ACCOUNT_ID, { title: "Buổi sáng" });
  const live = new URL(show.links.captions, "http://farm").pathname;
  const playlist = await get(`${live}.m3u8?lang=vi`, { "accept-encoding": "br, gzip" });
  expect([playlist.response.status, playlist.encoding]).toEqual([200, null]);
  const short = await get("/healthz", { "accept-encoding": "br, gzip" });
  expect([short.response.status, short.encoding]).toEqual([200, null]);
  expect(short.body.length).toBeGreaterThan(0);
});

test("a page that another site makes a signed-in browser ask for is not packed, so that its length tells nothing", async () => {
  const link = await served.app.request(`/sign-in?token=${await createSignInLink(served.services, OWNER_ACCOUNT_ID)}`);
  const cookie = (link.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const asked = async (site: string, cookies: string) =>
    (await get("/", { "accept-encoding": "br", "sec-fetch-site": site, cookie: cookies })).encoding;
  expect(await asked("cross-site", cookie)).toBeNull();
  expect(await asked("same-origin", cookie)).toBe("br");
  expect(await asked("none", cookie)).toBe("br");
  // A stranger's page holds nothing of anybody's.
  expect(await asked("cross-site", "")).toBe("br");
});
