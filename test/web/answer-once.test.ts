import { eq, sql } from "#database/drizzle.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { idempotencyKeys, stories } from "#database/schema.ts";
import { createTestApp, type Answer, type TestAccount, type TestApp } from "./test-app.ts";

let web: TestApp;
let grower: TestAccount;
let run = 0;

beforeAll(async () => {
  web = await createTestApp();
}, 60_000);
beforeEach(async () => {
  run += 1;
  grower = await web.join(`grower ${run}`);
});
afterAll(() => web.close());

const post = (idempotencyKey: string, body: unknown = { notes: "vải thiều 45k/kg" }, account = grower): Promise<Answer> =>
  web.ask("POST", "/v1/stories", { key: account.key, body, headers: { "idempotency-key": idempotencyKey } });

const countStories = (): Promise<number> => web.services.database.db.$count(stories, eq(stories.accountId, grower.id));

test("a hundred equal POSTs at once with one key make one story", async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => post("race")));
  expect(await countStories()).toBe(1);
  const taken = answers.filter(({ status }) => status === 202);
  expect(new Set(taken.map(({ text }) => text)).size).toBe(1);
  expect(taken.filter(({ headers }) => !headers.has("idempotency-replayed"))).toHaveLength(1);
  const others = answers.filter(({ status }) => status !== 202).map(({ status, json }) => `${status} ${String(json.code)}`);
  expect(others.filter((each) => each !== "409 idempotency_running")).toEqual([]);
});

test("the same key and body give the first answer again, to the byte", async () => {
  const first = await post("again");
  const second = await post("again");
  expect([second.status, second.text, second.headers.get("idempotency-replayed")]).toEqual([first.status, first.text, "true"]);
  expect(second.headers.get("content-type")).toBe(first.headers.get("content-type"));
  expect(first.headers.has("idempotency-replayed")).toBe(false);
});

test("the same key with another body or another path is 422", async () => {
  await post("mine");
  const other = await post("mine", { notes: "bưởi" });
  expect([other.status, other.json.code]).toEqual([422, "idempotency_mismatch"]);
  const elsewhere = await web.ask("POST", "/v1/shows", {
    key: grower.key,
    body: { notes: "vải thiều 45k/kg" },
    headers: { "idempotency-key": "mine" },
  });
  expect(elsewhere.json.code).toBe("idempotency_mismatch");
});

test("two accounts may use the same key", async () => {
  const other = await web.join("another grower");
  const [mine, theirs] = [await post("shared"), await post("shared", undefined, other)];
  expect(theirs.status).toBe(202);
  expect(theirs.json.id).not.toBe(mine.json.id);
});

test("a failed request does not hold its key", async () => {
  expect((await post("retry", { notes: "" })).status).toBe(422);
  expect((await post("retry")).status).toBe(202);
});

test("a request whose process died before its answer was kept is refused at first, then answered without a second story", async () => {
  const first = await post("died");
  const died = { responseStatus: null, responseBody: null };
  await web.services.database.db.update(idempotencyKeys).set(died).where(eq(idempotencyKeys.key, "died"));
  expect((await post("died")).json.code).toBe("idempotency_running");
  await web.services.database.db
    .update(idempotencyKeys)
    .set({ createdAt: sql`now() - interval '1 minute'` })
    .where(eq(idempotencyKeys.key, "died"));
  const second = await post("died");
  expect(second.status).toBe(202);
  expect(second.json.id).toBe(first.json.id);
  expect(await countStories()).toBe(1);
});

test("a key is forgotten after 24 hours", async () => {
  const first = await post("old");
  await web.services.database.db
    .update(idempotencyKeys)
    .set({ createdAt: sql`now() - interval '25 hours'` })
    .where(eq(idempotencyKeys.key, "old"));
  expect((await post("old")).json.id).not.toBe(first.json.id);
});

test("a key that is no printable ASCII is 400", async () => {
  expect((await post("a b")).status).toBe(400);
  expect((await post("x".repeat(256))).status).toBe(400);
});
