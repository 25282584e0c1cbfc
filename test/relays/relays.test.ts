// Long because every way out is tried on one show and against one receiver.
import { eq, sql } from "#database/drizzle.ts";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { relays } from "#database/schema.ts";
import { startWorkers } from "#jobs/worker.ts";
import { postOut } from "#relays/post-out.ts";
import { relayCaptions } from "#relays/relay-captions.ts";
import { startReceiver, type Received, type Reply } from "../support/post-receiver.ts";
import { createTestApp, type TestAccount, type TestApp } from "../web/test-app.ts";

const SCRIPT = [
  { id: "l1", vi: "Giá hôm nay 35.000 đồng một cân.", en: "Today's price is 35,000 dong per kilo.", ja: "本日は1キロ3万5千ドンです。" },
];

let receiver: Awaited<ReturnType<typeof startReceiver>>;
let reply: (received: Received, count: number) => Reply;
let web: TestApp;
let grower: TestAccount;
let show: string;

beforeAll(async () => {
  receiver = await startReceiver((received, count) => reply(received, count));
  web = await createTestApp({ TRUSTED_HOSTS: receiver.host });
}, 60_000);
beforeEach(async () => {
  reply = () => ({ status: 204 });
  receiver.received.length = 0;
  grower = await web.join("grower");
  show = String((await web.ask("POST", "/v1/shows", { key: grower.key, body: { title: "Lychees", script: SCRIPT } })).json["id"]);
});
afterAll(async () => {
  await web.close();
  await receiver.close();
});

const ask = (method: string, path: string, body?: unknown) => web.ask(method, `/v1/shows/${show}${path}`, { key: grower.key, body });
const add = (kind: "webhook" | "youtube", path = "/hook", language = "en") =>
  ask("POST", "/relays", { kind, language, url: `http://${receiver.host}${path}` });
const say = (id: string, text: string, startMs?: number) =>
  ask("POST", "/segments", { id, text, final: true, ...(startMs === undefined ? {} : { startMs, endMs: startMs + 2_000 }) });
const relay = (id: unknown) => relayCaptions(web.services, { relayId: String(id) }, new AbortController().signal);
const dueAgain = (id: unknown) =>
  web.services.database.db
    .update(relays)
    .set({ nextTryAt: sql`now() - interval '1 second'` })
    .where(eq(relays.id, String(id)));
const listed = async () => z.array(z.record(z.string(), z.unknown())).parse((await ask("GET", "/relays")).json["items"]);
const eventOf = ({ body }: Received) =>
  z.object({ type: z.string(), data: z.object({ showId: z.string(), cue: z.looseObject({ seq: z.number() }) }) }).parse(JSON.parse(body));

test("a webhook gets every caption event in order, signed so that the standard library accepts it", async () => {
  const added = await add("webhook");
  expect(added.status).toBe(201);
  expect(added.json).toMatchObject({ kind: "webhook", language: "en", host: receiver.host, status: "active", delivered: 0 });
  const { cueId } = (await say("s1", "giá hôm nay ba mươi lăm nghìn một cân")).json;
  await ask("PUT", `/cues/${String(cueId)}`, { language: "en", text: "Today: 35,000 dong a kilo." });
  await ask("DELETE", `/cues/${String(cueId)}`);
  await relay(added.json["id"]);

  const verifier = new Webhook(String(added.json["secret"]));
  for (const one of receiver.received) {
    const headers = Object.fromEntries(Object.entries(one.headers).map(([name, value]) => [name, String(value)]));
    expect(verifier.verify(one.body, headers)).toMatchObject({ type: "caption.cue" });
    expect(() => verifier.verify(one.body.replace("cue", "eue"), headers)).toThrow();
  }
  const events = receiver.received.map(eventOf);
  expect(events.map(({ data }) => [data.cue.seq, data.cue["rev"], data.cue["status"]])).toEqual([
    [1, 1, "final"],
    [2, 2, "final"],
    [3, 3, "retracted"],
  ]);
  expect(events[1]?.data.cue["text"]).toBe("Today: 35,000 dong a kilo.");
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(3);
  expect(await listed()).toMatchObject([{ delivered: 3 }]);
  expect((await listed())[0]).not.toHaveProperty("secret");
});

test("a webhook that fails gets the same event again under the same id, and nothing overtakes it", async () => {
  reply = (_, count) => (count <= 2 ? { status: 503 } : { status: 200 });
  const { id } = (await add("webhook")).json;
  await say("s1", "giá hôm nay ba mươi lăm nghìn một cân");
  await say("s2", "giá hôm nay bốn mươi nghìn một cân");
  for (let round = 0; round < 3; round += 1) {
    await relay(id);
    await dueAgain(id);
  }
  expect(receiver.received.map(eventOf).map(({ data }) => data.cue.seq)).toEqual([1, 1, 1, 2]);
  expect(new Set(receiver.received.slice(0, 3).map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("after a failure it waits, as long as it is asked to", async () => {
  reply = () => ({ status: 429, headers: { "retry-after": "120" } });
  const { id } = (await add("webhook")).json;
  await say("s1", "giá hôm nay ba mươi lăm nghìn một cân");
  await relay(id);
  await relay(id);
  expect(receiver.received).toHaveLength(1);
  const [row] = await web.services.database.db
    .select()
    .from(relays)
    .where(eq(relays.id, String(id)));
  expect(row?.nextTryAt.getTime()).toBeGreaterThan(Date.now() + 100_000);
  expect(await listed()).toMatchObject([{ failure: "429", status: "active" }]);
});

test("a webhook that is gone is sent nothing more", async () => {
  reply = () => ({ status: 410 });
  const { id } = (await add("webhook")).json;
  await say("s1", "giá hôm nay ba mươi lăm nghìn một cân");
  await relay(id);
  await dueAgain(id);
  await relay(id);
  expect(receiver.received).toHaveLength(1);
  expect(await listed()).toMatchObject([{ status: "stopped", failure: "410" }]);
});

test("two who send the same relay at once send each event once", async () => {
  const { id } = (await add("webhook")).json;
  for (let count = 0; count < 5; count += 1)
    await say(`s${count}`, `giá hôm nay ba mươi ${["mốt", "hai", "ba", "tư", "lăm"][count]} nghìn một cân`);
  await Promise.all([relay(id), relay(id), relay(id)]);
  expect(receiver.received.map(eventOf).map(({ data }) => data.cue.seq)).toEqual([1, 2, 3, 4, 5]);
});

test("YouTube gets numbered posts in its own form, and a retry keeps its number and its body", async () => {
  // The first is the heartbeat.
  reply = (_, count) => ({ status: count === 3 ? 500 : 200, body: new Date().toISOString() });
  const { id } = (await add("youtube", "/closedcaption?cid=abc", "ja")).json;
  await say("s1", "giá hôm nay ba mươi lăm nghìn một cân", 1_000);
  await relay(id);
  await say("s2", "giá hôm nay bốn mươi nghìn một cân", 4_000);
  await say("s3", "giá hôm nay năm mươi nghìn một cân", 7_000);
  await relay(id);
  await dueAgain(id);
  await relay(id);
  expect(receiver.received.map(({ path }) => path)).toEqual([0, 1, 2, 2].map((seq) => `/closedcaption?cid=abc&seq=${seq}`));
  const [heartbeat, ...posts] = receiver.received;
  expect(heartbeat?.body).toBe("");
  expect(posts[2]?.body).toBe(posts[1]?.body);
  expect(posts[1]?.headers["content-type"]).toBe("text/plain");
  for (const { body } of posts) {
    expect(body).toMatch(/^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3} region:reg1#cue1\n[^\n]+\n)+$/);
    for (const [time = ""] of body.matchAll(/^\d{4}\S+/gm)) expect(Math.abs(Date.parse(`${time}Z`) - Date.now())).toBeLessThan(60_000);
  }
  expect(posts[1]?.body).toContain("4万ドン");
  expect(posts[1]?.body).toContain("5万ドン");
});

test("times are those of YouTube's clock, by its answer's body or else its date, and follow it", async () => {
  const MINUTE_MS = 60_000;
  const timeAt = (aheadMs: number) => new Date(Date.now() + aheadMs);
  const saidAt = () => Date.parse(`${receiver.received.at(-1)?.body.split(" ")[0]}Z`);
  const { id } = (await add("youtube", "/closedcaption?cid=abc")).json;
  // A zone-less time, three minutes ahead of ours.
  reply = () => ({
    status: 200,
    body: `${timeAt(3 * MINUTE_MS)
      .toISOString()
      .slice(0, -1)}\n`,
  });
  const opened = z.object({ created_at: z.coerce.date() });
  const { rows } = await web.services.database.db.execute(sql`select created_at from farmcast.shows where id = ${show}`);
  const openedAtMs = opened.parse(rows[0]).created_at.getTime();
  await say("s1", "giá hôm nay ba mươi lăm nghìn một cân", 1_000);
  await relay(id);
  expect(Math.abs(saidAt() - (openedAtMs + 1_000 + 3 * MINUTE_MS))).toBeLessThan(20_000);
  // Its clock is set right: told by the date alone, from the next post on.
  reply = () => ({ status: 200, headers: { date: timeAt(-5 * MINUTE_MS).toUTCString() } });
  await say("s2", "giá hôm nay bốn mươi nghìn một cân", 2_000);
  await relay(id);
  await say("s3", "giá hôm nay năm mươi nghìn một cân", 3_000);
  await relay(id);
  expect(Math.abs(saidAt() - (openedAtMs + 3_000 - 5 * MINUTE_MS))).toBeLessThan(20_000);
  expect(receiver.received.map(({ path }) => new URL(path, "http://here").searchParams.get("seq"))).toEqual(["0", "1", "2", "3"]);
});

test("while YouTube takes no heartbeat no caption is sent, and none is lost", async () => {
  reply = (_, count) => ({ status: count === 1 ? 503 : 200 });
  const { id } = (await add("youtube", "/closedcaption?cid=abc")).json;
  await say("s1", "giá hôm nay ba mươi lăm nghìn một cân", 1_000);
  await relay(id);
  expect(receiver.received.map(({ body }) => body)).toEqual([""]);
  await dueAgain(id);
  await relay(id);
  expect(receiver.received.map(({ body }) => body === "")).toEqual([true, true, false]);
  expect(await listed()).toMatchObject([{ delivered: 1 }]);
});

test("a caption retracted before it went, or older than a minute, is not sent to YouTube, and its number is not spent", async () => {
  const { id } = (await add("youtube", "/closedcaption?cid=abc")).json;
  const { cueId } = (await say("s1", "giá hôm nay ba mươi lăm nghìn một cân")).json;
  await ask("DELETE", `/cues/${String(cueId)}`);
  await relay(id);
  expect(receiver.received).toEqual([]);
  await web.services.database.db.execute(sql`update farmcast.shows set created_at = created_at - interval '10 minutes' where id = ${show}`);
  await say("s2", "giá hôm nay bốn mươi nghìn một cân", 1_000);
  await relay(id);
  expect(receiver.received).toEqual([]);
  await say("s3", "giá hôm nay năm mươi nghìn một cân", 600_000);
  await relay(id);
  expect(receiver.received.map(({ path }) => path)).toEqual([0, 1].map((seq) => `/closedcaption?cid=abc&seq=${seq}`));
});

test.each([
  "https://10.1.2.3/hook",
  "https://169.254.169.254/latest/meta-data",
  "https://172.20.0.9/hook",
  "https://2130706433/hook",
  "https://[::1]/hook",
  "https://[::ffff:192.168.1.4]/hook",
  "https://[fd12:3456::1]/hook",
  "https://localhost/hook",
  "https://localhost./hook",
  "https://recorder.local/hook",
  "https://recorder/hook",
])("captions are not sent into a private network, and that is said at once: %s", async (url) => {
  const told = await ask("POST", "/relays", { kind: "webhook", language: "en", url });
  expect([told.status, told.json["code"]]).toEqual([422, "relay_url_private"]);
  expect((await ask("GET", "/relays")).json["items"] ?? []).not.toEqual(expect.arrayContaining([expect.objectContaining({ url })]));
});

test.each(["https://93.184.216.34/hook", "https://[2606:2800:220:1::1]/hook", "https://hooks.example.com/x"])(
  "an address of the open net is taken: %s",
  async (url) => {
    const taken = await ask("POST", "/relays", { kind: "webhook", language: "en", url });
    expect(taken.status).toBe(201);
    await ask("DELETE", `/relays/${String(taken.json["id"])}`);
  },
);

test.each([
  ["webhook", "http://example.com/hook"],
  ["webhook", "https://user:secret@example.com/hook"],
  ["webhook", "https://example.com:8443/hook"],
  ["webhook", "ftp://example.com/hook"],
  ["webhook", "not an address"],
  ["youtube", "https://example.com/closedcaption?cid=abc"],
  ["youtube", "http://upload.youtube.com.evil.example/closedcaption?cid=abc"],
  ["youtube", "http://upload.youtube.com/elsewhere?cid=abc"],
  ["youtube", "http://upload.youtube.com@127.0.0.1/closedcaption"],
] as const)("captions are not sent to a %s at %s", async (kind, url) => {
  const answer = await ask("POST", "/relays", { kind, language: "en", url });
  expect([answer.status, answer.json["code"]]).toEqual([422, "relay_url_refused"]);
});

test("a stranger's address that leads to a private machine is not called, whatever it is written like", async () => {
  const port = receiver.host.split(":")[1] ?? "";
  const post = (url: string, trusted: boolean) => postOut(url, { headers: {}, body: "x", trusted, signal: new AbortController().signal });
  for (const host of ["localhost", "127.0.0.1", "127.1", "0.0.0.0", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001"]) {
    expect((await post(`http://${host}:${port}/hook`, false)).status, host).toBe(0);
  }
  expect(receiver.received).toEqual([]);
  expect((await post(`http://127.0.0.1:${port}/hook`, true)).status).toBe(204);
  const { id } = (await ask("POST", "/relays", { kind: "webhook", language: "en", url: "https://hooks.example.com/hook" })).json;
  // As if the name led home since.
  await web.services.database.db.execute(sql`update farmcast.relays set url = 'https://localhost/hook' where id = ${id}`);
  await say("s1", "giá hôm nay ba mươi lăm nghìn một cân");
  await relay(id);
  expect(await listed()).toMatchObject([{ failure: "unreachable", delivered: 0 }]);
});

test("a redirect is not followed", async () => {
  reply = () => ({ status: 302, headers: { location: `http://${receiver.host}/elsewhere` } });
  const { id } = (await add("webhook")).json;
  await say("s1", "giá hôm nay ba mươi lăm nghìn một cân");
  await relay(id);
  expect(receiver.received.map(({ path }) => path)).toEqual(["/hook"]);
  expect(await listed()).toMatchObject([{ failure: "302" }]);
});

test("a show has ten relays at most, and none once it is over", async () => {
  for (let count = 0; count < 10; count += 1) expect((await add("webhook")).status).toBe(201);
  expect((await add("webhook")).json["code"]).toBe("too_many_relays");
  await ask("POST", "/end");
  expect((await add("webhook")).json["code"]).toBe("show_ended");
});

test("the workers send by themselves, the last captions of an ended show too", async () => {
  // The relays of shows before may still be sending.
  const ofThisShow = () => receiver.received.map(eventOf).filter(({ data }) => data.showId === show);
  const workers = await startWorkers(web.services);
  try {
    await add("webhook");
    await say("s1", "giá hôm nay ba mươi lăm nghìn một cân");
    await ask("POST", "/end");
    await vi.waitFor(() => expect(ofThisShow()).toMatchObject([{ data: { cue: { seq: 1 } } }]), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await listed()).toMatchObject([{ delivered: 1 }]), { timeout: 20_000 });
  } finally {
    await workers.close(1_000);
  }
});
