import { afterAll, beforeAll, expect, test } from "vitest";
import { createSignInLink } from "#access/create-sign-in-link.ts";
import { ensureOwner } from "#access/ensure-owner.ts";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { openShow } from "#shows/open-show.ts";
import { startWeb } from "#web/start-web.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

let services: TestServices;
let web: Awaited<ReturnType<typeof startWeb>>;

beforeAll(async () => {
  services = await createTestServices();
  await ensureOwner(services);
  web = await startWeb(services);
}, 60_000);
afterAll(async () => {
  await web?.close(1_000);
  await services?.close();
});

/** What is asked for, unpacked again, and how it came. */
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(web.url + path, { headers, redirect: "manual" });
  const { status } = response;
  return { status, headers: response.headers, encoding: response.headers.get("content-encoding"), text: await response.text() };
};

test.each([
  ["br", "gzip, deflate, br"],
  ["gzip", "gzip"],
  ["gzip", "br;q=0, gzip;q=0.5"],
  [null, "identity"],
  [null, "br;q=0"],
])("a text comes as %s to who takes %s, and is the same text", async (expected, header) => {
  const { encoding, headers, text } = await get("/openapi.json", { "accept-encoding": header });
  expect(encoding).toBe(expected);
  expect(headers.get("vary")).toMatch(/accept-encoding/i);
  expect(JSON.parse(text)).toMatchObject({ openapi: "3.1.0" });
});

test("what is short, and what players of live captions wait for, is sent as it is", async () => {
  const show = await openShow(services, OWNER_ACCOUNT_ID, { title: "Buổi sáng" });
  const live = new URL(show.links.captions, web.url).pathname;
  const playlist = await get(`${live}.m3u8?lang=vi`, { "accept-encoding": "br, gzip" });
  expect([playlist.status, playlist.encoding]).toEqual([200, null]);
  const short = await get("/healthz", { "accept-encoding": "br, gzip" });
  expect([short.status, short.encoding]).toEqual([200, null]);
  expect(JSON.parse(short.text)).toBeTruthy();
});

test("a page that another site makes a signed-in browser ask for is not packed, so that its length tells nothing", async () => {
  const link = await get(`/sign-in?token=${await createSignInLink(services, OWNER_ACCOUNT_ID)}`);
  const cookie = (link.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const asked = async (site: string, cookies: string) =>
    (await get("/", { "accept-encoding": "br", "sec-fetch-site": site, cookie: cookies })).encoding;
  expect(await asked("cross-site", cookie)).toBeNull();
  expect(await asked("same-origin", cookie)).toBe("br");
  expect(await asked("none", cookie)).toBe("br");
  // A stranger's page holds nothing of anybody's.
  expect(await asked("cross-site", "")).toBe("br");
});
