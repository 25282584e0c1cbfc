import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "#web/app.ts";
import { createRateLimits } from "#web/middleware/limit-rate.ts";
import { createTestApp, type TestAccount, type TestApp } from "./test-app.ts";

let web: TestApp;
let grower: TestAccount;
beforeAll(async () => {
  web = await createTestApp();
  grower = await web.join("grower");
}, 60_000);
afterAll(() => web.close());

type Links = { id: string; watch: string; overlay: string; captions: string };
async function open(): Promise<Links> {
  const { json } = await web.ask("POST", "/v1/shows", { key: grower.key, body: { title: "live" } });
  const { id, links }: { id: string; links: Record<string, string> } = JSON.parse(JSON.stringify(json));
  const tokenIn = (name: string) => new URL(links[name] ?? "").pathname.split("/").find((part) => part.includes(".")) ?? "";
  return { id, watch: tokenIn("watch"), overlay: tokenIn("overlay"), captions: tokenIn("captions") };
}
const comment = (id: string, text = "送料はいくらですか？") => ({ id, author: "Yuki", text });

test("a buyer writes with nothing but the page's link, reads the answer there, and nobody else's link will do", async () => {
  const show = await open();
  const at = `/v1/live/${show.watch}/comments`;
  expect((await web.ask("POST", at, { body: comment("c1") })).status).toBe(202);
  expect((await web.ask("GET", `${at}/c1`)).json).toEqual({ id: "c1", reply: null, outdated: false });
  const reply = { key: grower.key, body: { text: "全国どこでも無料です。" } };
  expect((await web.ask("POST", `/v1/shows/${show.id}/comments/c1/reply`, reply)).status).toBe(200);
  expect((await web.ask("GET", `${at}/c1`)).json).toEqual({ id: "c1", reply: "全国どこでも無料です。", outdated: false });
  expect((await web.ask("GET", `${at}/c2`)).json).toMatchObject({ status: 404, code: "comment_not_found" });
  for (const token of [show.overlay, show.captions, `${show.watch}x`, "none"]) {
    const refused = await web.ask("POST", `/v1/live/${token}/comments`, { body: comment("c3") });
    expect([refused.status, refused.json.code], token).toEqual([404, "stream_token_refused"]);
  }
  for (const body of [comment("c4", "x".repeat(501)), { ...comment("c5"), author: "" }, comment("c6", "\0")]) {
    expect((await web.ask("POST", at, { body })).status).toBe(422);
  }
  await web.ask("POST", `/v1/shows/${show.id}/end`, { key: grower.key });
  expect((await web.ask("POST", at, { body: comment("c7") })).json).toMatchObject({ status: 409, code: "show_ended" });
});

test("a page without scripts sends its form, comes back to itself, and a dead link is a page too", async () => {
  const show = await open();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const send = (token: string, body: string) => web.ask("POST", `/watch/${token}/comments?lang=en`, { headers, body });
  const sent = await send(show.watch, "author=Amy&text=Any+left%3F");
  expect([sent.status, sent.headers.get("location")]).toEqual([303, `/watch/${show.watch}?lang=en&asked=yes`]);
  const empty = await send(show.watch, "author=Amy&text=");
  expect([empty.status, empty.headers.get("location")]).toEqual([303, `/watch/${show.watch}?lang=en&asked=no`]);
  expect((await send(show.watch, "author=Amy&text=%00")).headers.get("location")).toContain("asked=no");
  const dead = await send("none", "author=Amy&text=Hello");
  expect([dead.status, dead.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
});

test("one address can write so much and no more, and what it says of itself is believed from a proxy of our own alone", async () => {
  const show = await open();
  const limits = createRateLimits(
    { rateLimit: true, redisUrl: undefined },
    { buyers: { points: 2, duration: 60 }, shows: { points: 4, duration: 60 } },
  );
  const app = createApp(web.services, { attach: async () => {} }, { limits });
  let sent = 0;
  const send = async (peer: string, forwarded?: string): Promise<number> => {
    const headers = { "content-type": "application/json", ...(forwarded !== undefined && { "x-forwarded-for": forwarded }) };
    const init = { method: "POST", headers, body: JSON.stringify(comment(`r${(sent += 1)}`)) };
    const { status } = await app.request(`/v1/live/${show.watch}/comments`, init, { incoming: { socket: { remoteAddress: peer } } });
    return status;
  };
  expect([await send("203.0.113.7"), await send("203.0.113.7", "198.51.100.1"), await send("203.0.113.7", "198.51.100.2")]).toEqual([
    202, 202, 429,
  ]);
  expect([await send("::ffff:10.0.0.2", "1.2.3.4, 198.51.100.9"), await send("127.0.0.1", "198.51.100.10")]).toEqual([202, 202]);
  // The show as a whole has had enough.
  expect(await send("127.0.0.1", "198.51.100.11")).toBe(429);
});
